package org.gan4j.testkit;

import static org.gan4j.testkit.OpExample.agreed;
import static org.gan4j.testkit.OpExample.smooth;
import static org.gan4j.testkit.OpExample.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.functions.Norms;

/** Examples of normalizations, and of the logarithm of sums of exponentials. */
final class NormExamples {
    private static final double EPSILON = 1e-5;

    private final List<OpExample> examples = new ArrayList<>();

    private NormExamples() {}

    static List<OpExample> all() {
        NormExamples all = new NormExamples();
        all.norms();
        all.sums();
        all.matrices();
        return all.examples;
    }

    private void norms() {
        add("Norms.instance", "of sequences", x -> Norms.instance(x, EPSILON), 2, 2, 5);
        add("Norms.instance", "of images", x -> Norms.instance(x, EPSILON), 2, 3, 3, 2);
        add("Norms.group", "of images", x -> Norms.group(x, 2, EPSILON), 2, 4, 2, 3);
        add("Norms.group", "in one group", x -> Norms.group(x, 1, EPSILON), 2, 3, 3);
        add("Norms.pixel", "of images", x -> Norms.pixel(x, EPSILON), 2, 3, 1, 2);
        add("Norms.pixel", "of rows", x -> Norms.pixel(x, EPSILON), 3, 5);
        add("Norms.l2", "of rows", x -> Norms.l2(x, EPSILON, 1), 3, 5);
        add("Norms.l2", "of all", x -> Norms.l2(x, EPSILON), 3, 2);
        add("Norms.l2", "over two axes", x -> Norms.l2(x, EPSILON, 0, 2), 2, 3, 2);
        add("Norms.l2", "of short rows", x -> Norms.l2(x, 50, 1), 3, 2);
        examples.add(agreed(
                "Norms.l2",
                "of zeros",
                in -> Norms.l2(in.get(0), EPSILON, 1),
                TensorData.of(new double[] {0, 0, 3, 4}, Shape.of(2, 2))));
    }

    private void sums() {
        add("Norms.logSumExp", "over the last axis", x -> Norms.logSumExp(x, -1), 3, 5);
        add("Norms.logSumExp", "over an inner axis", x -> Norms.logSumExp(x, 1), 2, 5, 3);
        examples.add(agreed(
                "Norms.logSumExp",
                "of large numbers and ties",
                in -> Norms.logSumExp(in.get(0), 1),
                TensorData.of(new double[] {1000, 1000, 999, -1000, -1000, -1001}, Shape.of(2, 3))));
        double most = Double.POSITIVE_INFINITY;
        examples.add(value(
                "Norms.logSumExp",
                "of infinities",
                in -> Norms.logSumExp(in.get(0), 1),
                TensorData.of(new double[] {-most, -most, most, 1, -most, 2}, Shape.of(3, 2))));
    }

    private void matrices() {
        spectral("of a matrix", Points.signed(1, 3, 5), Points.signed(2, 3));
        spectral("of a kernel", Points.signed(1, 4, 2, 3, 2), Points.signed(2, 4));
    }

    private void spectral(String label, TensorData weights, TensorData u) {
        examples.add(agreed(
                "Norms.spectral",
                label,
                in -> {
                    Norms.Spectral spectral = Norms.spectral(in.get(0), in.get(1), EPSILON);
                    return Tensor.concat(0, spectral.sigma().reshape(1), spectral.u());
                },
                weights,
                u));
    }

    private void add(String op, String label, UnaryOperator<Tensor> function, long... shape) {
        examples.add(smooth(op, label, in -> function.apply(in.get(0)), Points.signed(1, shape)));
    }
}
