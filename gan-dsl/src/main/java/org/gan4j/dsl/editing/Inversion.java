package org.gan4j.dsl.editing;

import org.gan4j.dsl.inference.Samples;
import org.gan4j.tensor.TensorData;

/**
 * The latents that were found for given images.
 *
 * @param images the images, [N,C,H,W]
 * @param start what the latents of the start generate: those of the encoder, or the best of random ones
 * @param found what the latents generate
 * @param latents the latents, FLOAT [N,L]
 * @param before the root of the mean square distance between each image and that of the start
 * @param after the root of the mean square distance between each image and what its latents generate
 * @param encoded whether the start is the encoder's
 */
public record Inversion(
        TensorData images,
        Samples start,
        Samples found,
        TensorData latents,
        double[] before,
        double[] after,
        boolean encoded) {
    /** Copies the distances. */
    public Inversion {
        before = before.clone();
        after = after.clone();
    }

    @Override
    public double[] before() {
        return before.clone();
    }

    @Override
    public double[] after() {
        return after.clone();
    }
}
