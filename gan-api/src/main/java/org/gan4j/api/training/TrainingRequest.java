package org.gan4j.api.training;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.gan4j.api.game.PhaseSchedule;

/**
 * A request to train.
 *
 * @param phaseSchedule the phases of training with their games
 * @param batches the data, in batches numbered as {@link PhaseSchedule#batchesBefore} counts them
 * @param batchSize the number of samples per batch, in each phase without a batch size of its own
 * @param seed the seed of all random numbers; equal seeds give identical runs
 * @param from the number of steps that are already complete
 * @param to the number of completed steps at the end of training
 * @param stop a condition checked after each step; true ends training early, as if that step were the last
 * @param listeners the listeners, called in this order on the training thread
 */
public record TrainingRequest(
        PhaseSchedule phaseSchedule,
        BatchSource batches,
        int batchSize,
        long seed,
        int from,
        int to,
        BooleanSupplier stop,
        List<TrainingListener> listeners) {
    public TrainingRequest {
        listeners = List.copyOf(listeners);
    }
}
