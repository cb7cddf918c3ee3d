package org.gan4j.tensor.reference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.op.ArgSort;
import org.gan4j.tensor.op.BroadcastTo;
import org.gan4j.tensor.op.Concat;
import org.gan4j.tensor.op.Flip;
import org.gan4j.tensor.op.Gather;
import org.gan4j.tensor.op.Pad;
import org.gan4j.tensor.op.Permute;
import org.gan4j.tensor.op.Reduce;
import org.gan4j.tensor.op.Reshape;
import org.gan4j.tensor.op.ScatterAdd;
import org.gan4j.tensor.op.Slice;
import org.gan4j.tensor.op.StructuralOp;

/** Movement and reduction, one element at a time; each op maps the elements of one side to those of the other. */
final class StructuralKernels {
    private StructuralKernels() {}

    static double[] compute(StructuralOp op, List<Operand> inputs, Shape shape) {
        Operand x = inputs.get(0);
        if (op instanceof Reshape) {
            return x.values().clone();
        }
        if (op instanceof Reduce reduce) {
            return reduce(reduce, x, shape);
        }
        if (op instanceof BroadcastTo) {
            return pull(x, shape, at -> broadcastSource(at, x.shape(), shape));
        }
        if (op instanceof Permute permute) {
            return pull(x, shape, at -> {
                int source = 0;
                for (int axis = 0; axis < shape.rank(); axis++) {
                    source += index(at, shape, axis)
                            * x.shape().stride(permute.order().get(axis));
                }
                return source;
            });
        }
        if (op instanceof Slice slice) {
            return pull(x, shape, at -> spread(at, shape, x.shape(), slice.begin(), slice.step(), 0));
        }
        if (op instanceof Flip flip) {
            return pull(x, shape, at -> {
                int source = 0;
                for (int axis = 0; axis < shape.rank(); axis++) {
                    int i = index(at, shape, axis);
                    int from = flip.axes().contains(axis) ? shape.dim(axis) - 1 - i : i;
                    source += from * shape.stride(axis);
                }
                return source;
            });
        }
        if (op instanceof Pad pad) {
            double[] y = new double[shape.size()];
            for (int at = 0; at < x.values().length; at++) {
                y[spread(at, x.shape(), shape, pad.before(), pad.gap(), 1)] = x.values()[at];
            }
            return y;
        }
        if (op instanceof Concat concat) {
            return concat(concat.axis(), inputs, shape);
        }
        if (op instanceof Gather gather) {
            return gather(gather.axis(), x, inputs.get(1), shape);
        }
        if (op instanceof ArgSort sort) {
            return argSort(sort, x);
        }
        return scatterAdd((ScatterAdd) op, x, inputs.get(1), shape);
    }

    /** Copies one element of the input to each element of the result. */
    private static double[] pull(Operand x, Shape shape, IntUnaryOperator source) {
        double[] y = new double[shape.size()];
        for (int at = 0; at < y.length; at++) {
            y[at] = x.values()[source.applyAsInt(at)];
        }
        return y;
    }

    private static int index(int at, Shape shape, int axis) {
        return at / shape.stride(axis) % shape.dim(axis);
    }

    private static int broadcastSource(int at, Shape from, Shape to) {
        int leading = to.rank() - from.rank();
        int source = 0;
        for (int axis = 0; axis < from.rank(); axis++) {
            int i = from.dim(axis) == 1 ? 0 : index(at, to, axis + leading);
            source += i * from.stride(axis);
        }
        return source;
    }

    /** The position of element {@code at} of the small tensor in the large one. */
    private static int spread(int at, Shape small, Shape large, List<Integer> begin, List<Integer> step, int plus) {
        int place = 0;
        for (int axis = 0; axis < small.rank(); axis++) {
            place += (begin.get(axis) + index(at, small, axis) * (step.get(axis) + plus)) * large.stride(axis);
        }
        return place;
    }

    private static double[] reduce(Reduce op, Operand x, Shape shape) {
        double[] y = new double[shape.size()];
        boolean max = op.kind() == Reduce.Kind.MAX;
        if (op.kind() != Reduce.Kind.SUM) {
            Arrays.fill(y, max ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        for (int at = 0; at < x.values().length; at++) {
            int place = broadcastSource(at, shape, x.shape());
            double value = x.values()[at];
            if (op.kind() == Reduce.Kind.SUM) {
                y[place] += value;
            } else {
                y[place] = max ? Math.max(y[place], value) : Math.min(y[place], value);
            }
        }
        return y;
    }

    private static double[] concat(int axis, List<Operand> inputs, Shape shape) {
        double[] y = new double[shape.size()];
        int begin = 0;
        for (Operand input : inputs) {
            for (int at = 0; at < input.values().length; at++) {
                int place = begin * shape.stride(axis);
                for (int i = 0; i < shape.rank(); i++) {
                    place += index(at, input.shape(), i) * shape.stride(i);
                }
                y[place] = input.values()[at];
            }
            begin += input.shape().dim(axis);
        }
        return y;
    }

    /** x as [outer, length, inner], the result as [outer, indices, inner]. */
    private static double[] gather(int axis, Operand x, Operand indices, Shape shape) {
        double[] y = new double[shape.size()];
        int length = x.shape().dim(axis);
        int inner = innerSize(x.shape(), axis);
        int count = indices.values().length;
        for (int at = 0; at < y.length; at++) {
            int outer = at / inner / count;
            int place = checked(indices.values()[at / inner % count], length);
            y[at] = x.values()[(outer * length + place) * inner + at % inner];
        }
        return y;
    }

    private static double[] argSort(ArgSort op, Operand x) {
        double[] y = new double[x.values().length];
        int length = x.shape().dim(op.axis());
        int inner = innerSize(x.shape(), op.axis());
        for (int line = 0; line * length < y.length; line++) {
            int start = line / inner * length * inner + line % inner;
            // + 0.0 turns minus zero into zero: they are equal, so they keep their order
            Comparator<Integer> bySize = Comparator.comparingDouble(i -> x.values()[start + i * inner] + 0.0);
            int[] order = IntStream.range(0, length)
                    .boxed()
                    .sorted(op.descending() ? bySize.reversed() : bySize)
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int i = 0; i < length; i++) {
                y[start + i * inner] = order[i];
            }
        }
        return y;
    }

    private static double[] scatterAdd(ScatterAdd op, Operand x, Operand indices, Shape shape) {
        double[] y = new double[shape.size()];
        int inner = innerSize(shape, op.axis());
        int count = indices.values().length;
        for (int at = 0; at < x.values().length; at++) {
            int outer = at / inner / count;
            int place = checked(indices.values()[at / inner % count], op.length());
            y[(outer * op.length() + place) * inner + at % inner] += x.values()[at];
        }
        return y;
    }

    private static int innerSize(Shape shape, int axis) {
        int inner = 1;
        for (int i = axis + 1; i < shape.rank(); i++) {
            inner *= shape.dim(i);
        }
        return inner;
    }

    private static int checked(double index, int length) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException("index " + (int) index + " is not within 0 to " + (length - 1));
        }
        return (int) index;
    }
}
