package org.gan4j.api.application;

import java.util.stream.Stream;
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
    /** What each preset decides, even if its paper uses none: another preset's penalty must not stay. */
    private static final GanComponents DECIDED = Stream.<GanOption<?>>of(
                    GanComponents.REGULARIZERS,
                    GanComponents.CONSTRAINT,
                    GanComponents.GENERATOR_OPTIMIZER,
                    GanComponents.CRITIC_OPTIMIZER,
                    GanComponents.CRITIC_UPDATES,
                    GanComponents.CRITIC_WRAPPERS,
                    GanComponents.SCHEDULE)
            .reduce(GanComponents.open(), LossPreset::decided, (one, other) -> other);

    /**
     * Validates the components, and sets the regularizers, the constraint, the optimizers, the schedule, the critic
     * updates and the critic's wrappers to their defaults where the paper uses none, so that they replace those of
     * another preset.
     *
     * @throws IllegalStateException if they have no loss
     */
    public LossPreset {
        components.loss();
        components = components.orElse(DECIDED);
    }

    private static <T> GanComponents decided(GanComponents components, GanOption<T> option) {
        return components.with(option, components.get(option));
    }

    /** Returns the loss. */
    public AdversarialLoss loss() {
        return components.loss();
    }
}
