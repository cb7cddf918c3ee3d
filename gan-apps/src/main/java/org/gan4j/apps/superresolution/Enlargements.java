package org.gan4j.apps.superresolution;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.data.images.ImageGrid;
import org.gan4j.data.photos.Photo;
import org.gan4j.data.resampling.Bicubic;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * A photograph, and its enlargements from an antialiased bicubic reduction. All have 8 bits, as stored images have.
 *
 * @param original the photograph, [1,C,H,W] in [-1, 1]; up to scale - 1 rows and columns are cut off, so that the scale
 *     divides both
 * @param enlarged the enlargements, of the same shape
 */
public record Enlargements(TensorData original, Map<Method, TensorData> enlarged) {
    private static final int LEVELS = 255;
    private static final long MOST_PIXELS = 12_000_000;

    /** A way to enlarge an image. */
    public enum Method {
        /** Each pixel is repeated. */
        NEAREST,
        /** Bicubic interpolation, as MATLAB's imresize. */
        BICUBIC,
        /** The generator. */
        GENERATOR
    }

    /**
     * Reduces a photograph and enlarges it in each way.
     *
     * @throws IllegalArgumentException if the file is not an image that can be read, smaller than the scale, or larger
     *     than 12 million pixels
     */
    public static Enlargements of(Path file, Upscaler upscaler) {
        int scale = upscaler.scale();
        TensorData original = rounded(cut(file, planes(read(file)), scale));
        Shape shape = original.shape();
        TensorData small = rounded(Bicubic.resized(original, shape.dim(2) / scale, shape.dim(3) / scale));
        BufferedImage generated = upscaler.upscale(ImageGrid.single(small, 0));
        Map<Method, TensorData> enlarged = new EnumMap<>(Method.class);
        enlarged.put(Method.NEAREST, repeated(small, scale));
        enlarged.put(Method.BICUBIC, rounded(Bicubic.resized(small, shape.dim(2), shape.dim(3))));
        enlarged.put(Method.GENERATOR, planes(Photo.of(generated)));
        return new Enlargements(original, enlarged);
    }

    /**
     * Returns the same square of the enlargements, in the order of {@link Method}, and of the original: a batch of four
     * images, for a look from the left to the right. It is the middle of the photograph, or all of it if it is smaller.
     *
     * @param side the side of the square in pixels
     */
    public TensorData middle(int side) {
        Shape shape = original.shape();
        int height = Math.min(side, shape.dim(2));
        int width = Math.min(side, shape.dim(3));
        int top = (shape.dim(2) - height) / 2;
        int left = (shape.dim(3) - width) / 2;
        return TensorData.joined(Stream.concat(enlarged.values().stream(), Stream.of(original))
                .map(each -> window(each, top, left, height, width))
                .toList());
    }

    private static Photo read(Path file) {
        Photo photo = Photo.read(file);
        if ((long) photo.width() * photo.height() > MOST_PIXELS) {
            throw new IllegalArgumentException(file + " is " + photo.width() + "×" + photo.height()
                    + ", and its enlargements would not fit into memory: crop it to at most 12 million pixels");
        }
        return photo;
    }

    private static TensorData planes(Photo photo) {
        int colors = photo.layout().colors();
        Raster samples = photo.samples();
        int pixels = photo.width() * photo.height();
        float[] planes = new float[colors * pixels];
        float[] plane = new float[pixels];
        for (int color = 0; color < colors; color++) {
            samples.getSamples(samples.getMinX(), samples.getMinY(), photo.width(), photo.height(), color, plane);
            for (int i = 0; i < pixels; i++) {
                planes[color * pixels + i] = 2 * plane[i] / photo.layout().largest() - 1;
            }
        }
        return TensorData.of(planes, Shape.of(1, colors, photo.height(), photo.width()));
    }

    /** Cuts off the rows and columns at the end that make no whole pixel of the small image. */
    private static TensorData cut(Path file, TensorData whole, int scale) {
        Shape shape = whole.shape();
        int height = shape.dim(2) / scale * scale;
        int width = shape.dim(3) / scale * scale;
        if (height == 0 || width == 0) {
            throw new IllegalArgumentException(file + " is " + shape.dim(3) + "×" + shape.dim(2)
                    + ", too small to be reduced by " + scale + ": leave it out");
        }
        return window(whole, 0, 0, height, width);
    }

    /** Returns a window of images. */
    private static TensorData window(TensorData images, int top, int left, int height, int width) {
        Shape shape = images.shape();
        float[] from = images.toFloats();
        float[] cut = new float[shape.dim(0) * shape.dim(1) * height * width];
        for (int row = 0; row < cut.length / width; row++) {
            int at = (row / height * shape.dim(2) + top + row % height) * shape.dim(3) + left;
            System.arraycopy(from, at, cut, row * width, width);
        }
        return TensorData.of(cut, shape.with(2, height).with(3, width));
    }

    private static TensorData repeated(TensorData small, int scale) {
        int width = small.shape().dim(3) * scale;
        int height = small.shape().dim(2) * scale;
        float[] from = small.toFloats();
        float[] repeated = new float[from.length * scale * scale];
        for (int i = 0; i < repeated.length; i++) {
            int row = i / width;
            repeated[i] = from[
                    (row / height * (height / scale) + row % height / scale) * (width / scale) + i % width / scale];
        }
        return TensorData.of(repeated, small.shape().with(2, height).with(3, width));
    }

    /** Rounds to the nearest of 256 levels. */
    private static TensorData rounded(TensorData images) {
        float[] values = images.toFloats();
        for (int i = 0; i < values.length; i++) {
            float level = Math.max(0, Math.min(LEVELS, (values[i] + 1) / 2 * LEVELS));
            values[i] = 2f * Math.round(level) / LEVELS - 1;
        }
        return TensorData.of(values, images.shape());
    }
}
