package org.gan4j.api.latents;

import java.util.stream.IntStream;
import org.gan4j.api.Component;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/** A distribution of latents, the random numbers that a generator turns into samples. */
public interface LatentDistribution extends Component {
    /**
     * Draws the latents of a batch as an expression, FLOAT [samples, latent].
     *
     * @param random the random stream
     * @param samples the number of samples
     * @param latent the number of latents per sample
     */
    Tensor draw(RandomKey random, int samples, int latent);

    /**
     * Computes latents for inference, one row per sample. Row i depends on the seed and on i only, not on how many rows
     * are drawn. By default it is drawn from a stream of its own.
     *
     * @param seed the seed of the random numbers
     * @param from the index of the first row
     * @param count the number of rows
     * @param latent the number of latents per row
     * @return count · latent numbers, row by row
     */
    default float[] rows(long seed, int from, int count, int latent) {
        if (count == 0) {
            return new float[0];
        }
        RandomKey stream = RandomKey.of(seed).child("latents");
        Tensor[] rows = IntStream.range(from, from + count)
                .mapToObj(i -> draw(stream.child("sample" + i), 1, latent))
                .toArray(Tensor[]::new);
        return Tensor.concat(0, rows).toFloats();
    }

    /**
     * Returns whether latents lie around a sphere, as normal ones do, so that interpolations follow great circles (<a
     * href="https://arxiv.org/abs/1609.04468">White 2016</a>). False by default: interpolations are straight.
     */
    default boolean isSpherical() {
        return false;
    }
}
