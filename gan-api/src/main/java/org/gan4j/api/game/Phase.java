package org.gan4j.api.game;

import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.gan4j.tensor.TensorData;

/**
 * A phase of training with its own game. Variables are identified by name: if two phases share a network, or a player's
 * name and thus its optimizer's moments, the later phase continues with the values of the earlier one. Give a player a
 * name of its own to start with fresh moments.
 *
 * @param name the name of the phase, for messages
 * @param steps the number of steps, at least 1; empty for a phase without end
 * @param game the game to play
 * @param preview the samples shown during this phase
 * @param batchSize the number of samples per batch, at least 1; empty for that of the run
 * @param prepared the change of each batch before it is fed, such as a lower resolution; the game's fields describe its
 *     result
 */
public record Phase(
        String name,
        OptionalInt steps,
        Game game,
        SamplePreview preview,
        OptionalInt batchSize,
        UnaryOperator<Map<String, TensorData>> prepared) {
    /**
     * Validates the numbers.
     *
     * @throws IllegalArgumentException if the number of steps or the batch size is less than 1
     */
    public Phase {
        if (steps.isPresent() && steps.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "the phase " + name + " must have at least 1 step, not " + steps.getAsInt());
        }
        if (batchSize.isPresent() && batchSize.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "the phase " + name + " must have a batch size of at least 1, not " + batchSize.getAsInt());
        }
    }

    /**
     * Creates a phase with the run's batch size and the data as they are.
     *
     * @param name the name of the phase, for messages
     * @param steps the number of steps, at least 1; empty for a phase without end
     * @param game the game to play
     * @param preview the samples shown during this phase
     * @throws IllegalArgumentException if the number of steps is less than 1
     */
    public Phase(String name, OptionalInt steps, Game game, SamplePreview preview) {
        this(name, steps, game, preview, OptionalInt.empty(), UnaryOperator.identity());
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

    /**
     * Returns a copy with another number of steps.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Phase steps(int count) {
        return new Phase(name, OptionalInt.of(count), game, preview, batchSize, prepared);
    }

    /** Returns a copy with another game. */
    public Phase game(Game other) {
        return new Phase(name, steps, other, preview, batchSize, prepared);
    }

    /**
     * Returns a copy with its own batch size, in place of the run's.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Phase batchSize(int samples) {
        return new Phase(name, steps, game, preview, OptionalInt.of(samples), prepared);
    }

    /**
     * Returns a copy in which each batch is changed before it is fed, for example scaled down.
     *
     * @param change computes the fields of the game, [N, ...] each, from those of the data; it is a pure function
     */
    public Phase prepared(UnaryOperator<Map<String, TensorData>> change) {
        return new Phase(name, steps, game, preview, batchSize, change);
    }
}
