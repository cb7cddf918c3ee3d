package org.gan4j.training.diagnosis;

import java.util.Optional;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.Diagnosis.Kind;

/**
 * Samples that are copies of the data: they are much nearer to the data than the data are to each other
 * (<a href="https://arxiv.org/abs/2004.05675">Meehan et al. 2020</a> compare such distances). Only copies of the rows
 * that were read are found, so the detector is for small data.
 *
 * @param share the median distance of a sample to the nearest row, as a share of that between rows
 */
public record MemorizedSamples(double share) implements SamplesDetector {
    /** Returns the detector with the calibrated threshold. */
    public static MemorizedSamples standard() {
        return new MemorizedSamples(0.3);
    }

    @Override
    public Kind kind() {
        return Kind.MEMORIZED_SAMPLES;
    }

    @Override
    public Optional<Diagnosis> of(int step, String player, SampleDistances distances) {
        double near = distances.toData() / distances.dataToData();
        return near < share
                ? found(
                        step,
                        player,
                        "the nearest of the data is %.2g times as far from a sample as from another of the data",
                        near)
                : Optional.empty();
    }
}
