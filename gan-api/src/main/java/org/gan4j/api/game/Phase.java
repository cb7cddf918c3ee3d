package org.gan4j.api.game;

import java.util.OptionalInt;

/**
 * A part of training with a game of its own. Variables are known by name, so what two phases call the same is one
 * variable: a network that both have, and the moments of a player's optimizer, go on where they stood. A player that
 * shall begin with fresh moments has a name of its own.
 *
 * @param steps how many, or empty for one without end
 * @param preview how samples are shown while it lasts
 */
public record Phase(String name, OptionalInt steps, Game game, SamplePreview preview) {
    public Phase {
        if (steps.isPresent() && steps.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "the phase " + name + " must have at least 1 round, not " + steps.getAsInt());
        }
    }

    /** A phase of so many rounds. */
    public static Phase of(String name, int steps, Game game, SamplePreview preview) {
        return new Phase(name, OptionalInt.of(steps), game, preview);
    }

    /** A phase without end. */
    public static Phase open(String name, Game game, SamplePreview preview) {
        return new Phase(name, OptionalInt.empty(), game, preview);
    }
}
