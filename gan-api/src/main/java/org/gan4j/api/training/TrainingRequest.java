package org.gan4j.api.training;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.gan4j.api.game.PhaseSchedule;

/**
 * What a trainer is asked to do.
 *
 * @param phaseSchedule who plays, and when
 * @param batches the data, numbered as {@link PhaseSchedule#batchesBefore} says
 * @param batchSize how many samples a batch has
 * @param seed of all random numbers
 * @param from how many steps are done already
 * @param to how many steps shall be done at the end
 * @param stop asked after each step: true ends training early, as if this step had been the last
 * @param listeners are told, in order, on the training thread
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
