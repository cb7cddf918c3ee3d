package org.gan4j.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Traversal;
import org.gan4j.tensor.op.InputLeaf;

/**
 * A check of the examples themselves: every op in the {@link OpTable} has an example, every derivative that an op
 * declares is covered by one, and finite differences agree at orders 1 and 2.
 */
public final class OpTableCheck {
    private final List<OpExample> examples;
    private final Set<String> checked = new TreeSet<>();
    private final Set<String> claimed = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    private OpTableCheck(List<OpExample> examples) {
        this.examples = examples;
    }

    /** Returns one message per wrong or missing example; empty if the examples are complete and correct. */
    public static List<String> problems(List<OpExample> examples) {
        OpTableCheck check = new OpTableCheck(examples);
        check.run();
        return check.problems;
    }

    private void run() {
        Set<String> missing = new TreeSet<>(OpTable.names());
        for (OpExample example : examples) {
            if (!OpTable.names().contains(example.op())) {
                problems.add("the example \"" + example + "\" is for an op that is not in the table");
            } else if (look(example)) {
                missing.remove(example.op());
            }
        }
        missing.forEach(op -> problems.add("op " + op + " has no example: add one to OpExamples"));
        claimed.removeAll(checked);
        claimed.forEach(derivative -> problems.add(derivative
                + " is said to exist, but no smooth example passes a gradient check by it at orders 1 and 2"));
    }

    private boolean look(OpExample example) {
        Tensor y = example.expression().apply(inputs(example.points()));
        List<Tensor> uses = example.uses(y);
        if (uses.isEmpty()) {
            problems.add("the example \"" + example + "\" does not use its op");
            return false;
        }
        Set<String> reached = new TreeSet<>();
        uses.forEach(use -> derivatives(example.op(), use, reached));
        if (example.kind() == OpExample.Kind.SMOOTH) {
            Optional<String> failure = ExampleGradients.failure(example);
            failure.ifPresent(message -> problems.add("the example \"" + example + "\": " + message));
            if (failure.isEmpty()) {
                checked.addAll(reached);
            }
        }
        return true;
    }

    /** Records the derivatives that the op declares, and which of them depend on the points. */
    private void derivatives(String op, Tensor use, Set<String> reached) {
        for (int i = 0; i < use.inputs().size(); i++) {
            if (use.op().differentiable(i)) {
                String derivative = "the derivative of " + op + " by "
                        + (use.inputs().size() > 3 || op.equals("Concat") ? "its inputs" : "input " + i);
                claimed.add(derivative);
                if (fed(use.inputs().get(i))) {
                    reached.add(derivative);
                }
            }
        }
    }

    /** Returns whether a tensor depends on a floating-point point through existing derivatives. */
    private static boolean fed(Tensor tensor) {
        Set<Tensor> reached = new HashSet<>();
        for (Tensor node : Traversal.order(List.of(tensor))) {
            boolean flows = node.op() instanceof InputLeaf && node.dtype().isFloating();
            for (int i = 0; i < node.inputs().size(); i++) {
                flows |= node.op().differentiable(i)
                        && reached.contains(node.inputs().get(i));
            }
            if (flows) {
                reached.add(node);
            }
        }
        return reached.contains(tensor);
    }

    private static List<Tensor> inputs(List<TensorData> points) {
        List<Tensor> inputs = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            TensorData point = points.get(i);
            inputs.add(Tensor.input("point " + i, point.dtype(), point.shape().dims()));
        }
        return inputs;
    }
}
