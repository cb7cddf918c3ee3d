package org.gan4j.metrics.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.ToDoubleFunction;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * A pair of images by the formula of make_image_oracle.py, [C,H,W] in [-1, 1].
 *
 * @param reference whole levels of 256
 * @param image the reference with a pattern added, up to a third of a level off whole ones
 */
record MadeUpImages(TensorData reference, TensorData image) {
    static JsonNode oracle() {
        try (InputStream in = MadeUpImages.class.getResourceAsStream("image-oracle.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static MadeUpImages of(int channels, int height, int width) {
        Shape shape = Shape.of(channels, height, width);
        return new MadeUpImages(
                filled(shape, MadeUpImages::level),
                filled(
                        shape,
                        at -> Math.max(0, Math.min(255, level(at) + wave(5 * at[2] + 11 * at[1] + 40 * at[0]) / 6 - 21))
                                + 0.3 * ((at[1] + at[2]) % 3 - 1)));
    }

    /** Returns the image of a value at each channel, row and column, in levels. */
    private static TensorData filled(Shape shape, ToDoubleFunction<int[]> levels) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
            int[] at = {i / shape.dim(2) / shape.dim(1), i / shape.dim(2) % shape.dim(1), i % shape.dim(2)};
            values[i] = (float) (levels.applyAsDouble(at) / 127.5 - 1);
        }
        return TensorData.of(values, shape);
    }

    private static int level(int... at) {
        return wave(7 * at[2] + 3 * at[1] + 90 * at[0] + at[1] * at[2] / 8);
    }

    private static int wave(int t) {
        return Math.abs(t % 510 - 255);
    }

    /** Returns a batch of copies of an image. */
    static TensorData repeated(TensorData image, int count) {
        float[] pixels = image.toFloats();
        float[] all = new float[count * pixels.length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(pixels, 0, all, i * pixels.length, pixels.length);
        }
        Shape s = image.shape();
        return TensorData.of(all, Shape.of(count, s.dim(0), s.dim(1), s.dim(2)));
    }
}
