package org.gan4j.api.evaluation;

import java.util.List;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.LatentSampler;

/** The verb of GANs that can be measured: what is asked for by {@code gan.evaluate(...)}. */
public interface Evaluable {
    /** What is to be compared with what: one thing for most, one for each direction where there are two. */
    List<Comparison> comparisons();

    /** Samples from latents alone, compared with a field of the data. */
    static Evaluable samples(Field with, LatentSampler sampling) {
        return () -> List.of(new Comparison(
                with,
                Comparison.Pairing.DISTRIBUTION,
                sampling.latent(),
                (rows, latents, weights) -> sampling.samples(latents, weights)));
    }
}
