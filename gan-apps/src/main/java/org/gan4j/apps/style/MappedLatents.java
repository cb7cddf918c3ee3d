package org.gan4j.apps.style;

import org.gan4j.api.inference.StyleSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentDistribution;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/** The distribution of styles: what a mapping network makes of latents. */
record MappedLatents(StyleSampler sampler, Weights weights) implements LatentDistribution {
    @Override
    public String name() {
        return "styles";
    }

    @Override
    public String summary() {
        return "the styles that a mapping network makes of latents";
    }

    /**
     * Fails, since styles are drawn by a trained network.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public Tensor draw(RandomKey random, int samples, int latent) {
        throw new UnsupportedOperationException("styles are computed from latents: draw those");
    }

    @Override
    public float[] rows(long seed, int from, int count, int latent) {
        int size = sampler.latents().size();
        float[] drawn = sampler.latents().rows(seed, from, count);
        return count == 0
                ? drawn
                : sampler.styles(TensorData.of(drawn, Shape.of(count, size)), weights)
                        .toFloats();
    }
}
