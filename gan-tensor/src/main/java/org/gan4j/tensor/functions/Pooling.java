package org.gan4j.tensor.functions;

import java.util.Arrays;
import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** The mean or the maximum of what a window meets, in one, two and three dimensions. */
public final class Pooling {
    private Pooling() {}

    /** The mean; places in the padding count as zeros, as in PyTorch. */
    public static Tensor average(Tensor x, Windows windows, int... kernel) {
        List<Tensor> met = met(x, windows, 0, kernel);
        return met.stream().reduce(Tensor::add).orElseThrow().div(met.size());
    }

    /** The maximum; padding is never the maximum. Where several elements are it, they share the gradient. */
    public static Tensor max(Tensor x, Windows windows, int... kernel) {
        return met(x, windows, Double.NEGATIVE_INFINITY, kernel).stream()
                .reduce(Tensor::maximum)
                .orElseThrow();
    }

    /** Images by blocks of this size, without overlap. */
    public static Tensor average2d(Tensor x, int size) {
        return average(x, Windows.over(2).stride(size), size);
    }

    /** Images by blocks of this size, without overlap. */
    public static Tensor max2d(Tensor x, int size) {
        return max(x, Windows.over(2).stride(size), size);
    }

    /** The mean over all places, [N,C]. */
    public static Tensor averageAll(Tensor x) {
        int[] spatial = x.shape().axes();
        if (spatial.length < 3) {
            throw new ShapeException("averageAll needs places to average over, [N, C, ...]; the shape is " + x.shape());
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
