package org.gan4j.apps.translation;

import java.awt.image.BufferedImage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.inference.Weights;
import org.gan4j.data.photos.Finish;

/**
 * The capability of GANs that translate images from one domain into another. Domain A is the field {@code source} of
 * paired data and {@code image} of unpaired data; domain B is {@code image} and {@code other-image}. Images may have any
 * size; they are translated as a whole. Immutable and thread-safe.
 */
public interface Translator {
    /** Returns the directions that the GAN has learned. */
    List<Direction> directions();

    /** Returns the direction of this translator: the first of its directions by default. */
    Direction direction();

    /**
     * Returns a translator of another direction.
     *
     * @throws IllegalArgumentException if the GAN has not learned it
     */
    Translator direction(Direction direction);

    /** Returns a translator with these weights; the default is the moving average, if the GAN keeps one. */
    Translator weights(Weights weights);

    /** Returns a translator that finishes each image in this way before it writes it to a file. */
    Translator finish(Finish finish);

    /**
     * Translates an image. It is made gray or colored as the generator needs it; transparent pixels are blended with
     * white. The result has the same size and 8 bits.
     *
     * @throws IllegalArgumentException if it is too large, or if the weights are {@link Weights#EMA} and this GAN keeps
     *     no moving average of its generator
     */
    BufferedImage translate(BufferedImage image);

    /**
     * Translates an image file.
     *
     * @param from a PNG, JPEG, GIF, BMP, WebP or TIFF file, which is read as the data were: upright and in sRGB
     * @param to a name that ends in .png, .jpg or .jpeg; the file is replaced if it exists
     * @return the mean absolute difference between the levels of both images, 0 to 255; if it is tiny, the GAN has
     *     learned to change nothing
     * @throws IllegalArgumentException if the file cannot be read, {@code to} is not such a name or its folder does not
     *     exist, or as {@link #translate(BufferedImage)}
     * @throws UncheckedIOException if the result cannot be written
     */
    double translate(Path from, Path to);
}
