package org.gan4j.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.game.Evaluation;
import org.gan4j.api.game.PlayerUpdate;
import org.gan4j.api.game.Turn;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.engine.Stage;

/** The evaluations of a step that are made in parts, in the order in which its coordination made them. */
final class Evaluations {
    private record Made(String name, Accumulation accumulation) {}

    private final List<Made> all = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private int staged;

    /** Adds the evaluations of the parts of a batch, and returns their mean; of a whole batch, it is the only one. */
    Evaluation mean(List<Evaluation> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Accumulation accumulation = Accumulation.of(parts);
        String player = parts.get(0).player().name();
        int number = counts.merge(player, 1, Integer::sum) - 1;
        all.add(new Made(StepGraph.updateName(player, number), accumulation));
        return accumulation.mean();
    }

    /** Returns the stages of the parts that a turn needs, and that no earlier turn needed. */
    List<Stage> stages(Turn turn) {
        List<Stage> stages = new ArrayList<>();
        int until = turn.updates().stream().mapToInt(this::index).max().orElse(-1) + 1;
        for (; staged < until; staged++) {
            Made made = all.get(staged);
            stages.addAll(made.accumulation().stages(made.name()));
        }
        return stages;
    }

    /** Returns the root of the mean squared norm of the parts' gradients; empty for a whole batch. */
    Optional<Tensor> normOfParts(PlayerUpdate update) {
        int index = index(update);
        return index < 0
                ? Optional.empty()
                : Optional.of(all.get(index).accumulation().squaredNorm().sqrt());
    }

    private int index(PlayerUpdate update) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).accumulation().mean() == update.evaluation()) {
                return i;
            }
        }
        return -1;
    }
}
