package org.gan4j.api.game;

import java.util.OptionalInt;
import java.util.function.Function;
import org.gan4j.tensor.Tensor;

/**
 * A preview of samples during training. It uses the same latents and data each time, so that steps can be compared.
 *
 * @param count the number of samples, at least 1, which is the batch size of the update context
 * @param columns the number of samples per row of the grid; empty for any number
 * @param samples generates the samples, [N,C,H,W] in [-1, 1] if they are images. Its update context applies networks in
 *     inference mode, draws the same random numbers each time, provides the first samples of the data, and has the
 *     number of completed steps as its step
 */
public record SamplePreview(int count, OptionalInt columns, Function<UpdateContext, Tensor> samples) {
    /**
     * Validates the number of samples.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public SamplePreview {
        if (count < 1) {
            throw new IllegalArgumentException("a sample preview needs at least 1 sample, not " + count);
        }
    }

    /**
     * Returns a preview of this many samples, in a grid of any shape.
     *
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public static SamplePreview of(int count, Function<UpdateContext, Tensor> samples) {
        return new SamplePreview(count, OptionalInt.empty(), samples);
    }

    /**
     * Returns a preview of a grid with this many rows and columns.
     *
     * @throws IllegalArgumentException if {@code rows} or {@code columns} is less than 1
     * @throws ArithmeticException if the number of samples overflows an int
     */
    public static SamplePreview rows(int rows, int columns, Function<UpdateContext, Tensor> samples) {
        return new SamplePreview(Math.multiplyExact(rows, columns), OptionalInt.of(columns), samples);
    }
}
