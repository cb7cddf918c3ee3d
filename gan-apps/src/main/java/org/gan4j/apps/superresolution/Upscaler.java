package org.gan4j.apps.superresolution;

import java.awt.image.BufferedImage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.Network;
import org.gan4j.data.photos.Finish;

/**
 * The capability of GANs that enlarge images. An image of any size is enlarged in {@link Tiles}, so that the result need
 * not fit into memory. 16 bits stay 16 bits. A gray image is enlarged by a generator of colors as three equal colors, whose
 * mean is taken; a color image by a generator of gray channel by channel; alpha by bicubic interpolation. Immutable and
 * thread-safe.
 */
public interface Upscaler {
    /**
     * Returns an upscaler by a fully convolutional generator.
     *
     * @param runner runs the generator
     * @param generator the generator, from images [N,C,H,W] in [-1, 1] to [N,C,H·scale,W·scale], for any H and W
     * @param scale the factor from the sides of its input to those of its output
     * @param channels the channels C of its images: 1 for gray, 3 for red, green and blue
     * @param weights the weights to use until {@link #weights(Weights)} chooses others
     * @throws IllegalArgumentException if the scale is less than 1, or there are neither 1 nor 3 channels
     */
    static Upscaler of(InferenceRunner runner, Network generator, int scale, int channels, Weights weights) {
        return new TiledUpscaler(
                new GeneratorTiles(runner, generator, scale, channels),
                Tiles.DEFAULT,
                weights,
                Finish.NONE,
                new Listener() {});
    }

    /** Returns the factor that width and height grow by. */
    int scale();

    /**
     * Enlarges an image in memory. The result has the color space of the image, which is not applied.
     *
     * @throws IllegalArgumentException if the result has too many samples for an array, or if the weights are
     *     {@link Weights#EMA} and this GAN keeps no moving average of its generator
     */
    BufferedImage upscale(BufferedImage image);

    /**
     * Enlarges an image file. The result, which keeps the ICC profile and is upright, is written while it is computed, so
     * it need not fit into memory.
     *
     * @param from a PNG, JPEG, GIF, BMP, WebP or TIFF file
     * @param to a name that ends in .png, .jpg or .jpeg; the file is replaced if it exists
     * @throws IllegalArgumentException if the file cannot be read, {@code to} is not such a name or its folder does not
     *     exist, or for the weights as {@link #upscale(BufferedImage)}
     * @throws UncheckedIOException if the result cannot be written
     */
    void upscale(Path from, Path to);

    /** Returns an upscaler that computes in these tiles. */
    Upscaler tiles(Tiles tiles);

    /** Returns an upscaler with these weights. */
    Upscaler weights(Weights weights);

    /** Returns an upscaler that finishes each image in this way before it writes it to a file. A finish may need the whole image in memory. */
    Upscaler finish(Finish finish);

    /** Returns an upscaler that notifies this listener. */
    Upscaler listener(Listener listener);

    /** A listener to the enlarging of images. */
    interface Listener {
        /** Is called after each tile of an image, with the number of tiles until now and in all. */
        default void tile(int done, int all) {}

        /** Is called with a sentence about what the written file cannot keep, such as transparency. */
        default void warning(String sentence) {}
    }
}
