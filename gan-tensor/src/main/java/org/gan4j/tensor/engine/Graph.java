package org.gan4j.tensor.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Traversal;
import org.gan4j.tensor.op.InputLeaf;

/** What a program computes: stages, one after the other. */
public record Graph(List<Stage> stages) {
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

    public static Graph of(Stage... stages) {
        return new Graph(List.of(stages));
    }

    /** The names of the inputs that a run must be fed: those that something computed depends on. */
    public Set<String> inputs() {
        List<Tensor> roots =
                stages.stream().flatMap(stage -> stage.roots().stream()).toList();
        return Traversal.order(roots).stream()
                .filter(node -> node.op() instanceof InputLeaf)
                .map(node -> ((InputLeaf) node.op()).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
