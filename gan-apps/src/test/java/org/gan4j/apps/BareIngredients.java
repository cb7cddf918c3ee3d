package org.gan4j.apps;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.Ingredients;
import org.gan4j.api.LossPreset;
import org.gan4j.losses.Presets;

/** The non-saturating loss and its optimisers, without networks: for tests that bring their own. */
final class BareIngredients {
    private BareIngredients() {}

    static Ingredients nonSaturating() {
        LossPreset preset = Presets.NON_SATURATING;
        return new Ingredients(
                null,
                null,
                preset.loss(),
                List.of(),
                Optional.empty(),
                preset.generatorOptimizer(),
                preset.criticOptimizer(),
                Optional.empty(),
                1,
                Optional.empty());
    }
}
