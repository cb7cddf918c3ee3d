package org.gan4j.apps.texttoimage;

import java.util.List;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Images of a text, of latents that a seed draws.
 *
 * @param seed the seed if a call gives none
 * @param best the weights if a call gives none
 */
record SeededPrompts(PromptSampler sampler, long seed, Weights best) implements TextToImage {
    @Override
    public TensorData generate(String text, int count) {
        return generate(text, count, seed, best);
    }

    @Override
    public TensorData generate(String text, int count, long drawn, Weights weights) {
        if (count < 1) {
            throw new IllegalArgumentException("the number of images must be at least 1, not " + count);
        }
        LatentSampler images = sampler.of(List.of(text));
        float[] latents = images.latents().rows(drawn, 0, count);
        return images.samples(
                TensorData.of(latents, Shape.of(count, images.latents().size())), weights);
    }
}
