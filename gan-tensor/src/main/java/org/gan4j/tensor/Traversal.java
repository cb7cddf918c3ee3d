package org.gan4j.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.gan4j.tensor.op.VariableLeaf;

/** Traversal of expressions; it is iterative, since graphs are deeper than stacks. */
public final class Traversal {
    private Traversal() {}

    /**
     * Returns every node that the given ones depend on, and these themselves, with inputs before their users. The order
     * depends on the expressions alone.
     */
    public static List<Tensor> order(List<Tensor> roots) {
        List<Tensor> order = new ArrayList<>();
        Set<Tensor> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Visit> path = new ArrayDeque<>();
        for (Tensor root : roots) {
            if (seen.add(root)) {
                path.push(new Visit(root));
            }
            while (!path.isEmpty()) {
                Visit visit = path.peek();
                if (visit.next == visit.node.inputs().size()) {
                    order.add(path.pop().node);
                } else {
                    Tensor input = visit.node.inputs().get(visit.next++);
                    if (seen.add(input)) {
                        path.push(new Visit(input));
                    }
                }
            }
        }
        return order;
    }

    /** Returns the variables that an expression depends on, in the order of {@link #order}. */
    public static List<Variable> variables(Tensor root) {
        return order(List.of(root)).stream()
                .filter(node -> node.op() instanceof VariableLeaf)
                .map(node -> ((VariableLeaf) node.op()).variable())
                .distinct()
                .toList();
    }

    private static final class Visit {
        private final Tensor node;
        private int next;

        private Visit(Tensor node) {
            this.node = node;
        }
    }
}
