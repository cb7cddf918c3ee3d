package org.gan4j.tensor.engine;

import java.util.Arrays;
import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.BinaryOp;
import org.gan4j.tensor.op.BroadcastTo;
import org.gan4j.tensor.op.Constant;
import org.gan4j.tensor.op.ContractionOp;
import org.gan4j.tensor.op.Flip;
import org.gan4j.tensor.op.Gather;
import org.gan4j.tensor.op.Leaf;
import org.gan4j.tensor.op.Op;
import org.gan4j.tensor.op.Permute;
import org.gan4j.tensor.op.RandomNumbers;
import org.gan4j.tensor.op.Reduce;
import org.gan4j.tensor.op.Reshape;
import org.gan4j.tensor.op.ScatterAdd;
import org.gan4j.tensor.op.Slice;
import org.gan4j.tensor.op.UnaryOp;
import org.gan4j.tensor.reference.Operand;
import org.gan4j.tensor.reference.ReferenceKernels;

/**
 * Folding of values that depend on constants alone: they are computed once, when the schedule is built, and rounded to
 * their type. A stretched constant is not materialized: engines read it by strides, which costs less than reading the
 * full tensor.
 */
final class ConstantFolding {
    /** The largest result that is folded; beyond it, memory costs more than computing again. */
    private static final int MOST_ELEMENTS = 1 << 16;
    /** The most multiplications that are folded; a constant product of large matrices is left to the engine. */
    private static final long MOST_WORK = 1L << 24;

    private final ValueTable table;

    ConstantFolding(ValueTable table) {
        this.table = table;
    }

    /** The op applied to the inputs; a constant if it can be computed now. */
    Value of(Op op, List<Value> inputs, Shape shape, DType dtype) {
        if (inputs.isEmpty() || op instanceof RandomNumbers) {
            return table.of(op, inputs, shape, dtype);
        }
        if (isStretch(op, inputs, shape)) {
            return table.of(op, inputs, shape, dtype);
        }
        if (inputs.stream().allMatch(input -> uniform(input) != null) && shape.size() > 1) {
            if (op instanceof UnaryOp || op instanceof BinaryOp) {
                return stretched(oneOf(op, inputs, dtype), shape);
            }
            if (op instanceof Reshape || op instanceof Permute || op instanceof Slice || op instanceof Flip) {
                return stretched(uniform(inputs.get(0)), shape);
            }
        }
        boolean reducible = op instanceof Reduce
                && uniform(inputs.get(0)) != null
                && fits(inputs.get(0).shape());
        if (reducible || isKnown(op, inputs, shape)) {
            return constant(op, inputs, shape, dtype);
        }
        return table.of(op, inputs, shape, dtype);
    }

    /** The one-element constant that the value consists of, stretched or not; null if there is none. */
    static Value uniform(Value value) {
        Value from = value.op() instanceof BroadcastTo ? value.inputs().get(0) : value;
        return from.op() instanceof Constant && from.shape().size() == 1 ? from : null;
    }

    private static boolean isStretch(Op op, List<Value> inputs, Shape shape) {
        return op instanceof BroadcastTo && inputs.get(0).shape().size() != shape.size();
    }

    private static boolean fits(Shape shape) {
        return shape.size() <= MOST_ELEMENTS;
    }

    /** Gathers and scatters are not folded: indices out of range are reported when the program runs. */
    private static boolean isKnown(Op op, List<Value> inputs, Shape shape) {
        return inputs.stream().allMatch(input -> input.op() instanceof Constant)
                && fits(shape)
                && !(op instanceof Gather || op instanceof ScatterAdd)
                && !(op instanceof ContractionOp && work(inputs, shape) > MOST_WORK);
    }

    /** An upper bound of the multiplications of any contraction. */
    private static long work(List<Value> inputs, Shape shape) {
        long most = shape.size();
        for (Value input : inputs) {
            most = Math.max(most, input.shape().size());
        }
        return most
                * inputs.stream().mapToLong(input -> input.shape().size()).min().orElse(0);
    }

    private Value oneOf(Op op, List<Value> inputs, DType dtype) {
        List<Value> ones = inputs.stream()
                .map(ConstantFolding::uniform)
                .map(one -> table.of(
                        new Constant(TensorData.of(
                                one.dtype(), ((Constant) one.op()).data().toDoubles(), Shape.scalar())),
                        List.of(),
                        Shape.scalar(),
                        one.dtype()))
                .toList();
        return constant(op, ones, Shape.scalar(), dtype);
    }

    private Value stretched(Value one, Shape shape) {
        return one.shape().equals(shape)
                ? one
                : table.of(new BroadcastTo(shape), List.of(scalar(one)), shape, one.dtype());
    }

    /** A scalar is the common form: equal constants become one value, and it stretches to any shape. */
    private Value scalar(Value one) {
        return one.shape().rank() == 0
                ? one
                : constant(new Reshape(Shape.scalar()), List.of(one), Shape.scalar(), one.dtype());
    }

    private Value constant(Op op, List<Value> inputs, Shape shape, DType dtype) {
        List<Operand> operands = inputs.stream()
                .map(input -> new Operand(input.shape(), elements(input)))
                .toList();
        double[] computed = ReferenceKernels.compute(op, operands, shape, dtype);
        return table.of(new Constant(TensorData.of(dtype, computed, shape)), List.of(), shape, dtype);
    }

    private static double[] elements(Value value) {
        if (value.op() instanceof Leaf) {
            return ((Constant) value.op()).data().toDoubles();
        }
        double[] same = new double[value.shape().size()];
        Arrays.fill(same, ((Constant) uniform(value).op()).data().get(0));
        return same;
    }
}
