package org.gan4j.tensor.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Traversal;
import org.gan4j.tensor.op.InputLeaf;

/** The stages that a program computes, one after the other. */
public record Graph(List<Stage> stages) {
    /**
     * Validates the names of the outputs.
     *
     * @throws IllegalArgumentException if two stages have an output of the same name
     */
    public Graph {
        stages = List.copyOf(stages);
        Set<String> names = new HashSet<>();
        for (Stage stage : stages) {
            for (String output : stage.outputs().keySet()) {
                if (!names.add(output)) {
                    throw new IllegalArgumentException("two stages have an output named " + output);
                }
            }
        }
    }

    /**
     * Creates a graph from its stages.
     *
     * @throws IllegalArgumentException if two stages have an output of the same name
     */
    public static Graph of(Stage... stages) {
        return new Graph(List.of(stages));
    }

    /** Returns the names of the inputs that a run must be fed: those that some output or assignment depends on. */
    public Set<String> inputs() {
        List<Tensor> roots =
                stages.stream().flatMap(stage -> stage.roots().stream()).toList();
        return Traversal.order(roots).stream()
                .filter(node -> node.op() instanceof InputLeaf)
                .map(node -> ((InputLeaf) node.op()).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
