package org.gan4j.nd4j.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Schedule.Section;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.VariableLeaf;

/**
 * Selection of the assigned values that are computed directly into their variable's memory: those of groups that run
 * after the guards, when nothing else still needs the old value. A group may read the variable that it overwrites,
 * element by element.
 */
final class DirectWrites {
    private DirectWrites() {}

    static Map<Value, Variable> of(Section section, List<Node> nodes) {
        Map<Variable, Set<Node>> readers = new HashMap<>();
        Set<Variable> read = new HashSet<>();
        Map<Value, Node> nodeOf = new HashMap<>();
        for (Node node : nodes) {
            if (node.update) {
                node.members.forEach(member -> nodeOf.put(member, node));
                note(node, readers, read);
            }
        }
        for (Value value : section.assignments().values()) {
            if (Source.root(value).op() instanceof VariableLeaf leaf) {
                read.add(leaf.variable());
            }
        }
        Map<Value, Variable> direct = new HashMap<>();
        section.assignments().forEach((variable, value) -> {
            Value root = Source.root(value);
            Node node = nodeOf.get(root);
            boolean free = node != null
                    && !read.contains(variable)
                    && readers.getOrDefault(variable, Set.of()).stream().allMatch(reader -> reader == node);
            if (free) {
                direct.putIfAbsent(root, variable);
            }
        });
        return direct;
    }

    /** Records which nodes read a variable element by element, and which variables are read in another way. */
    private static void note(Node node, Map<Variable, Set<Node>> readers, Set<Variable> otherwise) {
        for (Value member : node.members) {
            for (Source source : Source.of(member)) {
                if (source.value().op() instanceof VariableLeaf leaf) {
                    if (source.kind() == Source.Kind.SAME) {
                        readers.computeIfAbsent(leaf.variable(), any -> new HashSet<>())
                                .add(node);
                    } else {
                        otherwise.add(leaf.variable());
                    }
                }
            }
        }
    }
}
