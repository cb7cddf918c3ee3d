package org.gan4j.apps;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.loss.LossPreset;
import org.gan4j.losses.LossPresets;

/** The non-saturating loss and its optimizers, without networks: for tests that bring their own. */
public final class BareComponents {
    private BareComponents() {}

    public static GanComponents nonSaturating() {
        LossPreset preset = LossPresets.NON_SATURATING;
        return new GanComponents(
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
