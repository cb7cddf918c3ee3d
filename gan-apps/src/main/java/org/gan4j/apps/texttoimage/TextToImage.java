package org.gan4j.apps.texttoimage;

import org.gan4j.api.inference.Weights;
import org.gan4j.tensor.TensorData;

/**
 * The capability of GANs that generate images of a text:
 *
 * <pre>
 * gan.as(TextToImage.class).generate("a red heart", 8)
 * </pre>
 *
 * <p>{@code gan.sample(SampleRequest.of(8).texts("a red heart"))} returns the same images, and can save them. Thread-safe.
 */
public interface TextToImage {
    /**
     * Generates images of a text, with the GAN's own seed, and with the moving average of the weights if it keeps one.
     *
     * @param text the description of the images, in the language of the captions
     * @param count the number of images
     * @return the images, [count,C,H,W] in [-1, 1]
     * @throws IllegalArgumentException if the text cannot be encoded, such as an empty one, or if {@code count} is less
     *     than 1
     */
    TensorData generate(String text, int count);

    /**
     * Generates images of a text.
     *
     * @param text the description of the images, in the language of the captions
     * @param count the number of images
     * @param seed the seed of the latents
     * @param weights the weights to use
     * @return the images, [count,C,H,W] in [-1, 1]
     * @throws IllegalArgumentException as {@link #generate(String, int)}, or if the weights are {@link Weights#EMA} and
     *     this GAN keeps no moving average
     */
    TensorData generate(String text, int count, long seed, Weights weights);
}
