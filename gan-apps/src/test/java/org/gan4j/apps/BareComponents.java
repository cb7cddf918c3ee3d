package org.gan4j.apps;

import org.gan4j.api.application.GanComponents;
import org.gan4j.losses.LossPresets;

/** The non-saturating loss and its optimizers, without networks: for tests that bring their own. */
public final class BareComponents {
    private BareComponents() {}

    public static GanComponents nonSaturating() {
        return LossPresets.NON_SATURATING.components().with(GanComponents.EMA, 0.0);
    }
}
