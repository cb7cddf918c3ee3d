package org.gan4j.api.game;

import java.util.OptionalInt;

/**
 * A phase of training with its own game. Variables are identified by name: if two phases share a network, or a player's
 * name and thus its optimizer's moments, the later phase continues with the values of the earlier one. Give a player a
 * name of its own to start with fresh moments.
 *
 * @param name the name of the phase, for messages
 * @param steps the number of steps, at least 1; empty for a phase without end
 * @param game the game to play
 * @param preview the samples shown during this phase
 */
public record Phase(String name, OptionalInt steps, Game game, SamplePreview preview) {
    /**
     * Validates the number of steps.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Phase {
        if (steps.isPresent() && steps.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "the phase " + name + " must have at least 1 step, not " + steps.getAsInt());
        }
    }

    /**
     * Returns a phase of this many steps.
     *
     * @throws IllegalArgumentException if {@code steps} is less than 1
     */
    public static Phase of(String name, int steps, Game game, SamplePreview preview) {
        return new Phase(name, OptionalInt.of(steps), game, preview);
    }

    /** Returns a phase without end. */
    public static Phase open(String name, Game game, SamplePreview preview) {
        return new Phase(name, OptionalInt.empty(), game, preview);
    }
}
