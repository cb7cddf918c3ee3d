package org.gan4j.tensor.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
}
