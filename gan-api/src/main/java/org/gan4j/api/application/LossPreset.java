package org.gan4j.api.application;

import org.gan4j.api.Component;
import org.gan4j.api.loss.AdversarialLoss;

/**
 * A loss with its paper's settings: the loss, and any other {@linkplain GanComponents components} that the paper uses
 * with it. Components that the user sets take precedence.
 *
 * @param name the name in configurations, such as {@code "wgan-gp"}
 * @param summary a one-line description for listings
 * @param components the loss, and the other components that the paper uses with it
 */
public record LossPreset(String name, String summary, GanComponents components) implements Component {
    /**
     * Validates the components.
     *
     * @throws IllegalStateException if they have no loss
     */
    public LossPreset {
        components.loss();
    }

    /** Returns the loss. */
    public AdversarialLoss loss() {
        return components.loss();
    }
}
