package org.gan4j.tensor.functions;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gan4j.tensor.ShapeException;

/**
 * The weights that resample a row of pixels to another length. Each new pixel is a weighted sum of neighboring old
 * ones, whose weights add up to 1; images are resampled along one axis, then along the other.
 */
public final class ResamplingWeights {
    /** The free parameter of the cubic kernel that MATLAB and Pillow use; it makes the error of third order. */
    private static final double A = -0.5;

    /** The reach of the cubic kernel in pixels, to both sides. */
    private static final int REACH = 2;

    /** The treatment of weights of pixels beyond the border. They make a difference only there. */
    public enum Border {
        /** The row is mirrored, and the pixel at its end is repeated, as in MATLAB's {@code imresize}. */
        SYMMETRIC,
        /** These weights are dropped, and the others are divided by their sum, as in Pillow's {@code resize}. */
        DROPPED
    }

    private final int from;
    private final int[] first;
    private final double[][] weights;

    private ResamplingWeights(int from, int[] first, double[][] weights) {
        this.from = from;
        this.first = first;
        this.weights = weights;
    }

    /**
     * Returns the weights of cubic convolution
     * (<a href="https://doi.org/10.1109/TASSP.1981.1163711">Keys 1981</a>) with a = -0.5. When the row becomes shorter,
     * the kernel is widened by the factor, against aliasing. Pixels are areas: the new row covers the old one exactly.
     *
     * @param from the number of old pixels
     * @param to the number of new pixels
     * @throws ShapeException if there are no old or no new pixels
     */
    public static ResamplingWeights bicubic(int from, int to, Border border) {
        if (from < 1 || to < 1) {
            throw new ShapeException("bicubic interpolation needs at least one pixel in its input and output, not "
                    + from + " to " + to);
        }
        double step = (double) from / to;
        double width = Math.max(1, step);
        int[] first = new int[to];
        double[][] weights = new double[to][];
        for (int i = 0; i < to; i++) {
            double center = (i + 0.5) * step - 0.5;
            int start = (int) Math.floor(center - REACH * width) + 1;
            int end = (int) Math.ceil(center + REACH * width);
            int[] pixels = IntStream.range(start, end)
                    .map(at -> border == Border.SYMMETRIC ? mirrored(at, from) : at)
                    .toArray();
            int low = Arrays.stream(pixels).filter(at -> at >= 0).min().orElseThrow();
            int high = Arrays.stream(pixels).filter(at -> at < from).max().orElseThrow();
            double[] row = new double[high - low + 1];
            for (int at = start; at < end; at++) {
                int pixel = pixels[at - start];
                if (pixel >= low && pixel <= high) {
                    row[pixel - low] += cubic(Math.abs(at - center) / width);
                }
            }
            first[i] = low;
            weights[i] = normalized(row);
        }
        return new ResamplingWeights(from, first, weights);
    }

    private static double cubic(double x) {
        if (x <= 1) {
            return ((A + 2) * x - (A + 3)) * x * x + 1;
        }
        return x < REACH ? ((A * x - 5 * A) * x + 8 * A) * x - 4 * A : 0;
    }

    /** Returns the pixel at a position in the endless row a b c c b a a b c ... */
    private static int mirrored(int at, int length) {
        int place = Math.floorMod(at, 2 * length);
        return place < length ? place : 2 * length - 1 - place;
    }

    private static double[] normalized(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** Returns the number of old pixels. */
    public int from() {
        return from;
    }

    /** Returns the number of new pixels. */
    public int to() {
        return weights.length;
    }

    /** Returns the first old pixel that the sum of a new pixel includes. */
    public int first(int pixel) {
        return first[pixel];
    }

    /** Returns the weights of the old pixels in the sum of a new pixel, from the first on. They are copied. */
    public double[] weights(int pixel) {
        return weights[pixel].clone();
    }

    /** Returns all weights as a matrix [to,from], row by row, which multiplies a row of old pixels. */
    public double[] matrix() {
        double[] matrix = new double[to() * from];
        for (int i = 0; i < to(); i++) {
            System.arraycopy(weights[i], 0, matrix, i * from + first[i], weights[i].length);
        }
        return matrix;
    }
}
