package org.gan4j.training.diagnosis;

import java.util.Optional;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.Diagnosis.Kind;

/**
 * A generator whose output is constant: it ignores its latents, as if its layers were dead
 * (<a href="https://arxiv.org/abs/1903.06733">Lu et al. 2019</a>).
 *
 * @param apart the mean distance of two samples that counts as none, as a share of the data's
 */
public record ConstantSamples(double apart) implements SamplesDetector {
    /** Returns the detector for samples that are equal but for rounding. */
    public static ConstantSamples standard() {
        return new ConstantSamples(1e-5);
    }

    @Override
    public Kind kind() {
        return Kind.DEAD_NETWORK;
    }

    @Override
    public Optional<Diagnosis> of(int step, String player, SampleDistances distances) {
        double wide = distances.apart() / distances.dataApart();
        return wide < apart
                ? found(
                        step,
                        player,
                        "its output is constant: two samples are %.2g times as far apart as two of the data",
                        wide)
                : Optional.empty();
    }
}
