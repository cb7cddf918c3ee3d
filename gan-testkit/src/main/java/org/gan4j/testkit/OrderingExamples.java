package org.gan4j.testkit;

import static org.gan4j.testkit.OpExample.agreed;
import static org.gan4j.testkit.OpExample.smooth;
import static org.gan4j.testkit.OpExample.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.functions.Cumulative;
import org.gan4j.tensor.functions.Ordering;
import org.gan4j.tensor.functions.Sampling;

/** Examples of ordering, sampling, and cumulative sums: ties, NaN, inner axes, INT. */
final class OrderingExamples {
    private static final TensorData TIED =
            TensorData.of(new double[] {1, 3, 3, 1, 2, 2, -1, -5, -1, -5, 0, -1}, Shape.of(3, 4));
    private static final TensorData UNKNOWN =
            TensorData.of(new double[] {1, Double.NaN, 3, Double.NaN, 2, -2, 2, 5}, Shape.of(2, 4));

    private final List<OpExample> examples = new ArrayList<>();

    private OrderingExamples() {}

    static List<OpExample> all() {
        OrderingExamples all = new OrderingExamples();
        all.places();
        all.sorted();
        all.taken();
        all.draws();
        all.totals();
        return all.examples;
    }

    private void places() {
        places("Ordering.argMax", Ordering::argMax);
        places("Ordering.argMin", Ordering::argMin);
        places("Ordering.argSort", (x, axis) -> Ordering.argSort(x, axis, false));
        examples.add(value("Ordering.argSort", "descending", in -> Ordering.argSort(in.get(0), 0, true), TIED));
    }

    private interface Search {
        Tensor along(Tensor x, int axis);
    }

    private void places(String op, Search search) {
        examples.add(value(op, "along the last axis", in -> search.along(in.get(0), -1), Points.signed(1, 3, 5)));
        examples.add(value(op, "along an inner axis", in -> search.along(in.get(0), 1), Points.signed(2, 2, 5, 3)));
        examples.add(value(op, "along an axis of length 1", in -> search.along(in.get(0), 0), Points.signed(3, 1, 3)));
        examples.add(value(op, "of ties", in -> search.along(in.get(0), 1), TIED));
        examples.add(value(op, "of NaN", in -> search.along(in.get(0), 1), UNKNOWN));
        examples.add(value(op, "of INT", in -> search.along(in.get(0), 0), Points.indices(4, 1, 5, 3)));
    }

    private void sorted() {
        add("Ordering.sort", "of the first axis", x -> Ordering.sort(x, 0, false), 5, 3);
        add("Ordering.sort", "of an inner axis", x -> Ordering.sort(x, 1, false), 2, 5, 3);
        add("Ordering.sort", "descending", x -> Ordering.sort(x, -1, true), 3, 5);
        examples.add(agreed("Ordering.sort", "of ties", in -> Ordering.sort(in.get(0), 0, true), TIED));
        examples.add(value("Ordering.sort", "of NaN", in -> Ordering.sort(in.get(0), 1, false), UNKNOWN));
        examples.add(value(
                "Ordering.sort",
                "of INT",
                in -> Ordering.sort(in.get(0), 0, true),
                TensorData.of(new int[] {5, 123456789, 123456788, -5, 0, -123456789}, Shape.of(3, 2))));
        add("Ordering.topK", "of the last axis", x -> Ordering.topK(x, -1, 2), 3, 5);
        add("Ordering.topK", "of an inner axis", x -> Ordering.topK(x, 1, 3), 2, 4, 3);
        add("Ordering.topK", "of all", x -> Ordering.topK(x, 0, 3), 3, 2);
        examples.add(agreed("Ordering.topK", "of ties", in -> Ordering.topK(in.get(0), 1, 2), TIED));
    }

    private void taken() {
        along("along the first axis", 0, Points.signed(1, 4, 3), Points.indices(4, 1, 2, 3));
        along("along an inner axis", 1, Points.signed(2, 2, 3, 4), Points.indices(3, 2, 2, 5, 4));
        along("along the last axis", -1, Points.signed(3, 3, 5), Points.indices(5, 3, 3, 1));
    }

    private void along(String label, int axis, TensorData x, TensorData indices) {
        examples.add(
                smooth("Ordering.takeAlong", label, in -> Ordering.takeAlong(in.get(0), axis, in.get(1)), x, indices));
    }

    private void draws() {
        RandomKey key = RandomKey.of(7).child("draws");
        examples.add(value("Sampling.gumbel", "of a matrix", in -> Sampling.gumbel(key, 7, 5)));
        examples.add(value(
                "Sampling.categorical", "of rows", in -> Sampling.categorical(in.get(0), key), Points.signed(1, 9, 5)));
        examples.add(value(
                "Sampling.categorical",
                "of masked rows",
                in -> Sampling.categorical(in.get(0), key),
                TensorData.of(new double[] {Double.NEGATIVE_INFINITY, 1, Double.NEGATIVE_INFINITY}, Shape.of(1, 3))));
        add("Sampling.gumbelSoftmax", "soft", x -> Sampling.gumbelSoftmax(x, 0.7, false, key), 3, 5);
        examples.add(agreed(
                "Sampling.gumbelSoftmax",
                "hard",
                in -> Sampling.gumbelSoftmax(in.get(0), 1.5, true, key),
                Points.signed(2, 2, 3, 4)));
    }

    private void totals() {
        add("Cumulative.sum", "of the first axis", x -> Cumulative.sum(x, 0), 7, 2);
        add("Cumulative.sum", "of an inner axis", x -> Cumulative.sum(x, 1), 2, 5, 3);
        add("Cumulative.sum", "of the last axis", x -> Cumulative.sum(x, -1), 3, 8);
        add("Cumulative.sum", "of an axis of length 1", x -> Cumulative.sum(x, 1), 3, 1);
        examples.add(value("Cumulative.sum", "of INT", in -> Cumulative.sum(in.get(0), 0), Points.indices(9, 1, 5, 2)));
    }

    private void add(String op, String label, UnaryOperator<Tensor> function, long... shape) {
        examples.add(smooth(op, label, in -> function.apply(in.get(0)), Points.signed(1, shape)));
    }
}
