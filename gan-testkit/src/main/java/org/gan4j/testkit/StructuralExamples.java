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
import org.gan4j.tensor.op.ArgSort;
import org.gan4j.tensor.op.Pad;

/** Examples of ops that move, join, or reduce elements. */
final class StructuralExamples {
    private final List<OpExample> examples = new ArrayList<>();

    private StructuralExamples() {}

    static List<OpExample> all() {
        StructuralExamples all = new StructuralExamples();
        all.reductions();
        all.movements();
        all.parts();
        all.lookups();
        all.orders();
        return all.examples;
    }

    private void reductions() {
        reduce("Reduce.SUM", Tensor::sum);
        reduce("Reduce.MAX", Tensor::max);
        reduce("Reduce.MIN", Tensor::min);
        TensorData tied = TensorData.of(new double[] {1, 3, 3, 2, 2, 2, -1, -5, -1}, Shape.of(3, 3));
        examples.add(agreed("Reduce.MAX", "with ties", in -> in.get(0).max(1), tied));
        examples.add(agreed("Reduce.MIN", "with ties", in -> in.get(0).min(0), tied));
        TensorData unknown = TensorData.of(new double[] {1, Double.NaN, 3, 2, 2, 2}, Shape.of(2, 3));
        examples.add(value("Reduce.MAX", "of NaN", in -> in.get(0).max(1), unknown));
        examples.add(value("Reduce.MIN", "of NaN", in -> in.get(0).min(1), unknown));
        examples.add(value("Reduce.SUM", "of NaN", in -> in.get(0).sum(1), unknown));
        examples.add(value("Reduce.SUM", "of INT", in -> in.get(0).sum(0), Points.indices(9, 1, 3, 5)));
        examples.add(value("Reduce.MAX", "of INT", in -> in.get(0).max(0), Points.indices(9, 1, 3, 5)));
        examples.add(value("Reduce.MIN", "of INT", in -> in.get(0).min(), Points.indices(9, 1, 3, 5)));
        TensorData many = Points.signed(1, 7, 411);
        examples.add(agreed("Reduce.SUM", "of many elements", in -> in.get(0).sum(1), many));
        examples.add(
                agreed("Reduce.SUM", "of many rows", in -> in.get(0).transpose().sum(0), many));
    }

    private interface Reduction {
        Tensor over(Tensor x, int... axes);
    }

    private void reduce(String op, Reduction reduction) {
        unary(op, "over all", x -> reduction.over(x), Points.signed(1, 3, 5));
        unary(op, "over the first axis", x -> reduction.over(x, 0), Points.signed(2, 3, 5));
        unary(op, "over the last axis", x -> reduction.over(x, -1), Points.signed(3, 2, 3, 5));
        unary(op, "over an inner axis", x -> reduction.over(x, 1), Points.signed(4, 2, 3, 5));
        unary(op, "over outer axes", x -> reduction.over(x, 0, 2, 3), Points.signed(5, 2, 3, 3, 2));
        unary(op, "over an axis of length 1", x -> reduction.over(x, 1), Points.signed(6, 3, 1, 2));
    }

    private void movements() {
        unary("Reshape", "to fewer axes", x -> x.reshape(2, -1), Points.signed(1, 2, 3, 5));
        unary("Reshape", "of a scalar", x -> x.reshape(1, 1), Points.signed(2));
        unary("Reshape", "to a scalar", Tensor::reshape, Points.signed(3, 1, 1, 1));
        unary("Reshape", "after a permutation", x -> x.permute(1, 0, 2).reshape(15, 2), Points.signed(4, 3, 5, 2));
        unary("Permute", "of a matrix", Tensor::transpose, Points.signed(1, 3, 5));
        unary("Permute", "around", x -> x.permute(2, 0, 1), Points.signed(2, 2, 3, 5));
        unary("Permute", "channels last", x -> x.permute(0, 2, 3, 1), Points.signed(3, 2, 3, 1, 5));
        unary("BroadcastTo", "of a scalar", x -> x.broadcastTo(2, 3), Points.signed(1));
        unary("BroadcastTo", "of an inner axis", x -> x.broadcastTo(3, 4, 2), Points.signed(2, 3, 1, 2));
        unary("BroadcastTo", "to more axes", x -> x.broadcastTo(4, 3, 2), Points.signed(3, 3, 2));
        unary("BroadcastTo", "both", x -> x.broadcastTo(2, 3, 4), Points.signed(4, 3, 1));
        unary("Flip", "of one axis", x -> x.flip(1), Points.signed(1, 3, 5));
        unary("Flip", "of all axes", x -> x.flip(), Points.signed(2, 2, 3, 5));
        unary("Flip", "of two axes", x -> x.flip(0, -1), Points.signed(3, 2, 3, 5));
        examples.add(value("Flip", "of INT", in -> in.get(0).flip(0), Points.indices(9, 1, 3, 5)));
        examples.add(value("Permute", "of BOOL", in -> in.get(0).transpose(), Points.booleans(1, 3, 5)));
        examples.add(value("Reshape", "of BOOL", in -> in.get(0).reshape(5, 3), Points.booleans(1, 3, 5)));
        examples.add(value("BroadcastTo", "of INT", in -> in.get(0).broadcastTo(4, 3, 5), Points.indices(9, 1, 3, 1)));
    }

    private void parts() {
        unary("Slice", "of the first axis", x -> x.slice(0, 1, 3), Points.signed(1, 4, 3));
        unary("Slice", "of the last axis, in steps", x -> x.slice(-1, 1, 7, 3), Points.signed(2, 3, 7));
        unary("Slice", "of two axes", x -> x.slice(1, 1, 2).slice(2, 0, 4, 2), Points.signed(3, 2, 3, 5));
        unary("Slice", "overlapping", x -> x.slice(0, 0, 3).mul(x.slice(0, 1, 4)), Points.signed(4, 4, 3));
        examples.add(value("Slice", "of INT", in -> in.get(0).slice(1, 1, 4, 2), Points.indices(9, 1, 3, 5)));
        unary("Pad", "of one axis", x -> x.pad(1, 1, 2), Points.signed(1, 3, 4));
        unary("Pad", "of two axes", x -> x.pad(2, 2, 0).pad(3, 0, 1), Points.signed(2, 2, 1, 3, 2));
        unary("Pad", "between neighbors", x -> spread(x, List.of(1, 0), List.of(2, 1), 9, 5), Points.signed(3, 3, 2));
        unary("Concat", "with itself", x -> Tensor.concat(0, x, x.square(), x), Points.signed(1, 3, 2));
        examples.add(smooth(
                "Concat",
                "of three",
                in -> Tensor.concat(1, in),
                Points.signed(1, 2, 3),
                Points.signed(2, 2, 1),
                Points.signed(3, 2, 4)));
        examples.add(smooth(
                "Concat",
                "of images",
                in -> Tensor.concat(1, in),
                Points.signed(1, 2, 3, 2, 3),
                Points.signed(2, 2, 1, 2, 3)));
        examples.add(smooth(
                "Concat",
                "stacked",
                in -> Tensor.stack(-1, in.get(0), in.get(1)),
                Points.signed(1, 2, 3),
                Points.signed(2, 2, 3)));
        examples.add(value(
                "Concat",
                "of INT",
                in -> Tensor.concat(0, in),
                Points.indices(9, 1, 2, 3),
                Points.indices(9, 2, 1, 3)));
    }

    private static Tensor spread(Tensor x, List<Integer> before, List<Integer> gap, long... to) {
        return Tensor.of(new Pad(before, gap, Shape.of(to)), x);
    }

    private void lookups() {
        gather("of rows", 0, Points.signed(1, 4, 3), Points.of(2, 0, 2, 2, 3));
        gather("of columns", 1, Points.signed(2, 3, 5), Points.indices(5, 1, 2, 3));
        gather("of an inner axis", 1, Points.signed(3, 2, 4, 3), Points.indices(4, 2, 5));
        gather("with a scalar", 0, Points.signed(4, 4, 3), Points.indices(4, 3));
        examples.add(value(
                "Gather", "of INT", in -> in.get(0).gather(0, in.get(1)), Points.of(5, 6, 7), Points.of(2, 0, 2)));
        scatter("of rows", 0, 4, Points.signed(1, 5, 3), Points.of(2, 0, 2, 2, 3));
        scatter("of columns", 1, 6, Points.signed(2, 3, 2, 2), Points.indices(6, 1, 2, 2));
        scatter("of an inner axis", 1, 4, Points.signed(3, 2, 5, 3), Points.indices(4, 2, 5));
        scatter("with a scalar", 0, 4, Points.signed(4, 3), Points.indices(4, 3));
    }

    private void orders() {
        order("along the first axis", 0, false, Points.signed(1, 5, 3));
        order("along the last axis", 1, false, Points.signed(2, 3, 5));
        order("along an inner axis, descending", 1, true, Points.signed(3, 2, 5, 3));
        order("along an axis of length 1", 1, true, Points.signed(4, 3, 1, 2));
        TensorData tied = TensorData.of(new double[] {1, 3, 3, 2, 2, 2, -1, -5, -1}, Shape.of(3, 3));
        order("of ties", 1, false, tied);
        order("of ties, descending", 1, true, tied);
        order("of ties along the first axis, descending", 0, true, tied);
        double most = Double.POSITIVE_INFINITY;
        TensorData unknown =
                TensorData.of(new double[] {1, Double.NaN, most, -most, Double.NaN, 2, most, 0}, Shape.of(2, 4));
        order("of NaN", 1, false, unknown);
        order("of NaN, descending", 1, true, unknown);
        order("of INT", 0, false, Points.indices(4, 1, 5, 3));
        order("of large INT, descending", 0, true, Points.of(123456788, 123456789, -123456789, -123456788, 0));
        order("of many elements, with ties", 1, false, Points.signed(5, 2, 1009));
    }

    private void order(String label, int axis, boolean descending, TensorData x) {
        examples.add(value("ArgSort", label, in -> Tensor.of(new ArgSort(axis, descending), in.get(0)), x));
    }

    private void gather(String label, int axis, TensorData x, TensorData indices) {
        examples.add(smooth("Gather", label, in -> in.get(0).gather(axis, in.get(1)), x, indices));
    }

    private void scatter(String label, int axis, int length, TensorData x, TensorData indices) {
        examples.add(smooth("ScatterAdd", label, in -> in.get(0).scatterAdd(axis, length, in.get(1)), x, indices));
    }

    private void unary(String op, String label, UnaryOperator<Tensor> function, TensorData x) {
        examples.add(smooth(op, label, in -> function.apply(in.get(0)), x));
    }
}
