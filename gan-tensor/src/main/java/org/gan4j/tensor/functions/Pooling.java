package org.gan4j.tensor.functions;

import java.util.Arrays;
import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** Pooling: the mean or the maximum over a moving window, in one, two and three dimensions. */
public final class Pooling {
    private Pooling() {}

    /**
     * Returns the mean over each window; positions in the padding count as zeros, as in PyTorch.
     *
     * @throws ShapeException if the window does not fit, or if the padding exceeds half of it
     */
    public static Tensor average(Tensor x, Windows windows, int... kernel) {
        List<Tensor> met = met(x, windows, 0, kernel);
        return met.stream().reduce(Tensor::add).orElseThrow().div(met.size());
    }

    /**
     * Returns the maximum over each window; padding is never the maximum. Tied elements share the gradient.
     *
     * @throws ShapeException if the window does not fit, or if the padding exceeds half of it
     */
    public static Tensor max(Tensor x, Windows windows, int... kernel) {
        return met(x, windows, Double.NEGATIVE_INFINITY, kernel).stream()
                .reduce(Tensor::maximum)
                .orElseThrow();
    }

    /**
     * Returns the mean over blocks of images, without overlap.
     *
     * @param size the height and the width of a block
     * @throws ShapeException if a block does not fit into the images
     */
    public static Tensor average2d(Tensor x, int size) {
        return average(x, Windows.over(2).stride(size), size);
    }

    /**
     * Returns the maximum over blocks of images, without overlap.
     *
     * @param size the height and the width of a block
     * @throws ShapeException if a block does not fit into the images
     */
    public static Tensor max2d(Tensor x, int size) {
        return max(x, Windows.over(2).stride(size), size);
    }

    /**
     * Returns the mean over all spatial positions, [N,C].
     *
     * @throws ShapeException if there are no spatial axes
     */
    public static Tensor averageAll(Tensor x) {
        int[] spatial = x.shape().axes();
        if (spatial.length < 3) {
            throw new ShapeException(
                    "averageAll needs spatial axes to average over, [N, C, ...]; the shape is " + x.shape());
        }
        return x.mean(Arrays.copyOfRange(spatial, 2, spatial.length));
    }

    private static List<Tensor> met(Tensor x, Windows windows, double padding, int... kernel) {
        windows.requireImages("pooling", x);
        int[] sizes = windows.sizes(kernel);
        Shape shape = x.shape();
        for (int i = 0; i < windows.axes(); i++) {
            windows.places(i, shape.dim(i + 2), sizes[i]);
            int most = Math.max(windows.before().get(i), windows.after().get(i));
            if (most * 2 > sizes[i]) {
                throw new ShapeException("padding of " + most + " is more than half of a pooling window of " + sizes[i]
                        + ": some windows would meet nothing else");
            }
        }
        return windows.meetings(windows.padded(x, padding), sizes);
    }
}
