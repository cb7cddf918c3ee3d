package org.gan4j.testkit;

import static org.gan4j.testkit.OpExample.agreed;
import static org.gan4j.testkit.OpExample.smooth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.functions.Pooling;
import org.gan4j.tensor.functions.Windows;

/** Examples of means and maxima of windows: in blocks, overlapping, padded, dilated, with a remainder and with ties. */
final class PoolingExamples {
    private final List<OpExample> examples = new ArrayList<>();

    private PoolingExamples() {}

    static List<OpExample> all() {
        PoolingExamples all = new PoolingExamples();
        all.pools("Pooling.average", Pooling::average);
        all.pools("Pooling.max", Pooling::max);
        all.shortcuts();
        return all.examples;
    }

    private interface Pool {
        Tensor of(Tensor x, Windows windows, int... kernel);
    }

    private void pools(String op, Pool pool) {
        Windows sequence = Windows.over(1);
        Windows image = Windows.over(2);
        Windows video = Windows.over(3);
        add(op, "of sequences, overlapping", x -> pool.of(x, sequence.stride(2).padding(1), 3), 2, 2, 7);
        add(op, "of sequences, padded unevenly", x -> pool.of(x, uneven(sequence), 2), 1, 2, 4);
        add(op, "of images, with a remainder", x -> pool.of(x, image.stride(2), 2), 1, 3, 5, 3);
        add(op, "of images, padded", x -> pool.of(x, image.stride(2, 1).padding(1), 3, 2), 2, 1, 5, 4);
        add(op, "of images, dilated", x -> pool.of(x, image.dilation(2, 1), 2, 3), 1, 2, 4, 4);
        add(op, "of videos", x -> pool.of(x, video.stride(1, 2, 1).padding(1, 0, 1), 2, 2, 3), 1, 2, 3, 4, 3);
        TensorData tied = TensorData.of(new double[] {1, 3, 3, 2, 2, 2, -1, -5, -1, -1, -1, 0}, Shape.of(1, 1, 3, 4));
        examples.add(agreed(op, "of ties", in -> pool.of(in.get(0), image.padding(1), 2), tied));
        TensorData unknown = TensorData.of(new double[] {1, Double.NaN, 3, 2, 2, 2}, Shape.of(1, 1, 6));
        examples.add(OpExample.value(op, "of NaN", in -> pool.of(in.get(0), sequence.padding(1), 2), unknown));
    }

    private static Windows uneven(Windows windows) {
        return windows.padding(List.of(1), List.of(0));
    }

    private void shortcuts() {
        add("Pooling.average2d", "in blocks", x -> Pooling.average2d(x, 2), 2, 2, 4, 5);
        add("Pooling.max2d", "in blocks", x -> Pooling.max2d(x, 3), 1, 2, 7, 3);
        add("Pooling.averageAll", "of sequences", Pooling::averageAll, 2, 3, 5);
        add("Pooling.averageAll", "of images", Pooling::averageAll, 2, 3, 3, 2);
    }

    private void add(String op, String label, UnaryOperator<Tensor> function, long... shape) {
        examples.add(smooth(op, label, in -> function.apply(in.get(0)), Points.signed(1, shape)));
    }
}
