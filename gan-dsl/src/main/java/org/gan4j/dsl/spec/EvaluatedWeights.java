package org.gan4j.dsl.spec;

import java.util.List;
import org.gan4j.api.inference.Weights;

/** The values of the option {@code evaluate-weights}. */
final class EvaluatedWeights {
    private EvaluatedWeights() {}

    /** Returns the weights that a value names; empty if it is not one of the option's values. */
    static List<Weights> of(String value) {
        return switch (value) {
            case "latest" -> List.of(Weights.LATEST);
            case "ema" -> List.of(Weights.EMA);
            case "both" -> List.of(Weights.LATEST, Weights.EMA);
            default -> List.of();
        };
    }
}
