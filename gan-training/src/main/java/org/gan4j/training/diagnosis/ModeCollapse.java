package org.gan4j.training.diagnosis;

import java.util.Optional;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.Diagnosis.Kind;

/**
 * Samples that are far more alike than the data: all alike, or copies of a few
 * (<a href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016</a>,
 * <a href="https://arxiv.org/abs/1611.02163">Metz et al. 2017</a>). It is detected if the mean distance of two samples is
 * below {@code apart} of that of the data, or the distance to the nearest other sample below {@code nearest} of the
 * data's. Samples that are constant belong to {@link ConstantSamples}.
 *
 * @param apart the share of the data's mean distance
 * @param nearest the share of the data's nearest distance
 */
public record ModeCollapse(double apart, double nearest) implements SamplesDetector {
    /** Returns the detector with the calibrated thresholds. */
    public static ModeCollapse standard() {
        return new ModeCollapse(0.1, 0.1);
    }

    @Override
    public Kind kind() {
        return Kind.MODE_COLLAPSE;
    }

    @Override
    public Optional<Diagnosis> of(int step, String player, SampleDistances distances) {
        double wide = distances.apart() / distances.dataApart();
        double near = distances.nearest() / distances.dataNearest();
        if (ConstantSamples.standard().of(step, player, distances).isPresent() || !(wide < apart || near < nearest)) {
            return Optional.empty();
        }
        return found(
                step,
                player,
                "two samples are %.2g times as far apart as two of the data, and the nearest two %.2g times",
                wide,
                near);
    }
}
