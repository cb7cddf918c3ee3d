package org.gan4j.api;

import java.util.List;

/** The verb of GANs that can be measured: what is asked for by {@code gan.evaluate(...)}. */
public interface Comparing {
    /** What is to be compared with what: one thing for most, one for each direction where there are two. */
    List<Comparison> comparisons();

    /** Samples from latents alone, compared with a field of the data. */
    static Comparing samples(Field with, LatentSampling sampling) {
        return () -> List.of(new Comparison(
                with,
                Comparison.Likeness.DISTRIBUTION,
                sampling.latent(),
                (rows, latents, averaged) -> sampling.samples(latents, averaged)));
    }
}
