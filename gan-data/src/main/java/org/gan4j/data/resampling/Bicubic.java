package org.gan4j.data.resampling;

import java.util.stream.IntStream;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.functions.ResamplingWeights;
import org.gan4j.tensor.functions.ResamplingWeights.Border;

/**
 * Bicubic interpolation of images with the weights of {@link ResamplingWeights}. It sums only the weights that are not
 * zero, in double precision, on all cores, so that images of many megapixels take a moment; small ones on an engine are
 * interpolated by {@link org.gan4j.tensor.functions.Resampling#bicubic}, with equal results.
 */
public final class Bicubic {
    private Bicubic() {}

    /**
     * Interpolates images to another size as MATLAB's {@code imresize} does, with a symmetric border.
     *
     * @param images [N,C,H,W]
     * @return FLOAT [N,C,height,width]; values may lie beyond the range of the input
     * @throws ShapeException if these are not images [N,C,H,W], or if they or the results have no pixels
     */
    public static TensorData resized(TensorData images, int height, int width) {
        return resized(images, height, width, Border.SYMMETRIC);
    }

    /**
     * Interpolates images to another size.
     *
     * @param images [N,C,H,W]
     * @param border {@link Border#DROPPED} is the border of Pillow's {@code resize}
     * @return FLOAT [N,C,height,width]; values may lie beyond the range of the input
     * @throws ShapeException if these are not images [N,C,H,W], or if they or the results have no pixels
     */
    public static TensorData resized(TensorData images, int height, int width, Border border) {
        Shape from = images.shape();
        if (from.rank() != 4) {
            throw new ShapeException("resampling needs images [N,C,H,W]; the shape is " + from);
        }
        Taps down = Taps.of(ResamplingWeights.bicubic(from.dim(2), height, border));
        Taps across = Taps.of(ResamplingWeights.bicubic(from.dim(3), width, border));
        Shape to = from.with(2, height).with(3, width);
        float[] old = images.toFloats();
        float[] resized = new float[to.size()];
        IntStream.range(0, from.dim(0) * from.dim(1) * height).parallel().forEach(row -> {
            int plane = row / height * from.dim(2) * from.dim(3);
            double[] mixed = down.mixed(old, plane, from.dim(3), row % height);
            across.sums(mixed, resized, row * width);
        });
        return TensorData.of(resized, to);
    }

    /** The weights along one axis, as arrays. */
    private record Taps(int[] first, double[][] weights) {
        static Taps of(ResamplingWeights weights) {
            return new Taps(
                    IntStream.range(0, weights.to()).map(weights::first).toArray(),
                    IntStream.range(0, weights.to()).mapToObj(weights::weights).toArray(double[][]::new));
        }

        /** Returns a new row as a weighted sum of old rows. */
        double[] mixed(float[] old, int plane, int width, int row) {
            double[] mixed = new double[width];
            for (int tap = 0; tap < weights[row].length; tap++) {
                double weight = weights[row][tap];
                int start = plane + (first[row] + tap) * width;
                for (int x = 0; x < width; x++) {
                    mixed[x] += weight * old[start + x];
                }
            }
            return mixed;
        }

        /** Computes the new pixels of a row. */
        void sums(double[] row, float[] to, int at) {
            for (int x = 0; x < first.length; x++) {
                double sum = 0;
                for (int tap = 0; tap < weights[x].length; tap++) {
                    sum += weights[x][tap] * row[first[x] + tap];
                }
                to[at + x] = (float) sum;
            }
        }
    }
}
