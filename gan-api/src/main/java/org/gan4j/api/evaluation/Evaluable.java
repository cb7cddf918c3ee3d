package org.gan4j.api.evaluation;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.LatentSampler;

/** The capability of GANs that can be measured. {@code gan.evaluate(...)} uses it. */
public interface Evaluable {
    /** Returns the comparisons to measure: usually one, or one per direction if the GAN translates both ways. */
    List<Comparison> comparisons();

    /**
     * Returns the comparisons to measure with rows of these data. The data may say what only they know, such as their
     * captions, which a run does not record. By default, the comparisons are the same for all data.
     */
    default List<Comparison> comparisons(DataSchema data) {
        return comparisons();
    }

    /**
     * Returns the comparisons of samples that are truncated in this GAN's own way, see {@link LatentSampler#truncated}.
     * Defaults to none: then the latents themselves are limited.
     *
     * @param psi the truncation, above 0
     */
    default Optional<Evaluable> truncated(double psi) {
        return Optional.empty();
    }

    /** Returns an evaluable that compares samples from latents alone with a field of the data. */
    static Evaluable samples(Field with, LatentSampler sampler) {
        return () -> List.of(new Comparison(
                with,
                Comparison.Pairing.DISTRIBUTION,
                sampler.latents(),
                (rows, latents, weights) -> sampler.samples(latents, weights)));
    }
}
