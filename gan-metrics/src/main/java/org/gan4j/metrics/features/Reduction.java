package org.gan4j.metrics.features;

import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * The reduction of large images by a {@link TriangleFilter}: the longer side becomes a given length, and the ratio of
 * the sides is kept. Small images stay as they are.
 *
 * @param height the height after it
 * @param width the width after it
 * @param changes whether it changes anything
 */
public record Reduction(int height, int width, boolean changes) {
    private static final int RANK = 3;

    /**
     * Returns the reduction of samples of a shape.
     *
     * @param sample the shape of a sample, [C,H,W]; samples of another shape are not changed
     * @param longest the length of the longer side, at most
     */
    public static Reduction of(Shape sample, int longest) {
        if (sample.rank() != RANK) {
            return new Reduction(0, 0, false);
        }
        int longer = Math.max(sample.dim(1), sample.dim(2));
        if (longer <= longest) {
            return new Reduction(sample.dim(1), sample.dim(2), false);
        }
        return new Reduction(reduced(sample.dim(1), longest, longer), reduced(sample.dim(2), longest, longer), true);
    }

    private static int reduced(int side, int longest, int longer) {
        return Math.max(1, Math.round((float) side * longest / longer));
    }

    /** Returns the shape of a sample after the reduction. */
    public Shape of(Shape sample) {
        return changes ? sample.with(1, height).with(2, width) : sample;
    }

    /** Reduces samples [N, ...]. */
    public Tensor of(Tensor samples) {
        return changes ? TriangleFilter.resize(samples, height, width) : samples;
    }

    /** Returns a few words for reports, such as "triangle filter to 32×32". */
    @Override
    public String toString() {
        return changes ? "triangle filter to " + height + "×" + width : "none";
    }
}
