package org.gan4j.training;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.training.BatchSource;
import org.gan4j.tensor.TensorData;

/**
 * The batches of a run whose phases may have different batch sizes. A phase continues after the samples that the phases
 * before it used: with {@code c} samples used, its first batch is batch {@code ⌈c / size⌉} of its size. If all sizes
 * are equal, batch {@code n} is simply batch {@code n} of that size. The content of a batch depends on its number
 * alone. Not thread-safe. Closing it closes all sources.
 */
public final class PhaseBatches implements BatchSource {
    private final PhaseSchedule phases;
    private final int batchSize;
    private final Map<Integer, BatchSource> sources = new TreeMap<>();

    /**
     * Creates the batches of a run, and a source for each batch size that occurs.
     *
     * @param batchSize the number of samples per batch, in each phase without a batch size of its own
     * @param ofSize creates the source of the batches of a size
     */
    public PhaseBatches(PhaseSchedule phases, int batchSize, IntFunction<BatchSource> ofSize) {
        this.phases = phases;
        this.batchSize = batchSize;
        for (Phase phase : phases.phases()) {
            sources.computeIfAbsent(phase.batchSize().orElse(batchSize), ofSize::apply);
        }
    }

    @Override
    public Map<String, TensorData> batch(long number) {
        long left = number;
        long samples = 0;
        for (Phase phase : phases.phases()) {
            int size = phase.batchSize().orElse(batchSize);
            long here = phase.steps().isPresent()
                    ? (long) phase.steps().getAsInt() * phase.game().batchesPerStep()
                    : Long.MAX_VALUE;
            if (left < here) {
                long first = samples / size + (samples % size == 0 ? 0 : 1);
                return sources.get(size).batch(first + left);
            }
            left -= here;
            samples += here * size;
        }
        throw new IllegalStateException("the last phase has no end");
    }

    @Override
    public void close() {
        sources.values().forEach(BatchSource::close);
    }
}
