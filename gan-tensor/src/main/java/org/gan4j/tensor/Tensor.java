package org.gan4j.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.tensor.op.Binary;
import org.gan4j.tensor.op.BroadcastTo;
import org.gan4j.tensor.op.Cast;
import org.gan4j.tensor.op.Clamp;
import org.gan4j.tensor.op.Compare;
import org.gan4j.tensor.op.Concat;
import org.gan4j.tensor.op.Constant;
import org.gan4j.tensor.op.Conv2d;
import org.gan4j.tensor.op.ConvGeometry;
import org.gan4j.tensor.op.ConvTranspose2d;
import org.gan4j.tensor.op.Flip;
import org.gan4j.tensor.op.Gather;
import org.gan4j.tensor.op.Identity;
import org.gan4j.tensor.op.InputLeaf;
import org.gan4j.tensor.op.LeakyRelu;
import org.gan4j.tensor.op.Logic;
import org.gan4j.tensor.op.MatMul;
import org.gan4j.tensor.op.Not;
import org.gan4j.tensor.op.Op;
import org.gan4j.tensor.op.Pad;
import org.gan4j.tensor.op.Permute;
import org.gan4j.tensor.op.Power;
import org.gan4j.tensor.op.Reduce;
import org.gan4j.tensor.op.Reshape;
import org.gan4j.tensor.op.ScatterAdd;
import org.gan4j.tensor.op.Slice;
import org.gan4j.tensor.op.Unary;
import org.gan4j.tensor.op.Where;
import org.gan4j.tensor.reference.ReferenceEngine;

/**
 * An immutable expression: an operation, its inputs, and the shape and element type of the result. Building an
 * expression computes nothing; {@link #evaluate()}, {@link #toFloats()} and printing do. Shapes that do not fit are
 * reported where the expression is built. {@link Gradients} differentiates expressions to any order.
 *
 * <p>Operands are broadcast as in NumPy. Mixed element types widen (INT to FLOAT to DOUBLE); a scalar constant takes
 * the other operand's type. Axes may be negative, counted from the back. Two tensors are equal if they are the same
 * object.
 */
public final class Tensor {
    private final Op op;
    private final List<Tensor> inputs;
    private final Shape shape;
    private final DType dtype;

    private Tensor(Op op, List<Tensor> inputs) {
        this.op = op;
        this.inputs = inputs;
        this.shape = op.shape(inputs);
        this.dtype = op.dtype(inputs);
    }

    // ---- creating tensors -------------------------------------------------------------------------------------

    /** Applies an operation to its inputs. Users call the methods below instead. */
    public static Tensor of(Op op, Tensor... inputs) {
        return new Tensor(op, List.of(inputs));
    }

    public static Tensor of(TensorData data) {
        return of(new Constant(data));
    }

    /**
     * Creates a FLOAT tensor. Without a shape it is a vector, or a scalar if there is one value.
     *
     * @throws ShapeException if the number of values does not match the shape
     */
    public static Tensor of(float[] values, long... shape) {
        return of(TensorData.of(values.clone(), shapeFor(values.length, shape)));
    }

    /**
     * Creates a DOUBLE tensor. Without a shape it is a vector, or a scalar if there is one value.
     *
     * @throws ShapeException if the number of values does not match the shape
     */
    public static Tensor of(double[] values, long... shape) {
        return of(TensorData.of(values.clone(), shapeFor(values.length, shape)));
    }

    /**
     * Creates an INT tensor. Without a shape it is a vector, or a scalar if there is one value.
     *
     * @throws ShapeException if the number of values does not match the shape
     */
    public static Tensor of(int[] values, long... shape) {
        return of(TensorData.of(values.clone(), shapeFor(values.length, shape)));
    }

    /**
     * Creates a BOOL tensor. Without a shape it is a vector, or a scalar if there is one value.
     *
     * @throws ShapeException if the number of values does not match the shape
     */
    public static Tensor of(boolean[] values, long... shape) {
        return of(TensorData.of(values.clone(), shapeFor(values.length, shape)));
    }

    private static Shape shapeFor(int length, long... shape) {
        return shape.length == 0 && length != 1 ? Shape.of(length) : Shape.of(shape);
    }

    /**
     * Creates a scalar constant. It is DOUBLE on its own; combined with another tensor it takes the type of that
     * tensor.
     */
    public static Tensor scalar(double value) {
        return of(new double[] {value});
    }

    public static Tensor zeros(long... shape) {
        return full(0, shape);
    }

    public static Tensor ones(long... shape) {
        return full(1, shape);
    }

    /** Creates a FLOAT tensor with the same value everywhere. */
    public static Tensor full(double value, long... shape) {
        return full(DType.FLOAT, value, shape);
    }

    public static Tensor full(DType dtype, double value, long... shape) {
        TensorData one = TensorData.of(dtype, new double[] {value}, Shape.scalar());
        return of(one).broadcastTo(shape);
    }

    public Tensor zerosLike() {
        return full(dtype, 0, shape.dims());
    }

    /** Creates the INT vector 0, 1, ..., n - 1. */
    public static Tensor arange(int n) {
        return of(TensorData.of(IntStream.range(0, n).toArray(), Shape.of(n)));
    }

    /**
     * Returns FLOAT rows with a 1 at each INT label and 0 elsewhere, along a new last axis. A label out of range gives
     * all zeros.
     */
    public static Tensor oneHot(Tensor labels, int classes) {
        return labels.reshape(append(labels.shape, 1)).equal(arange(classes)).cast(DType.FLOAT);
    }

    /** Creates an input: a value that is fed under this name at each run. */
    public static Tensor input(String name, DType dtype, long... shape) {
        return of(new InputLeaf(name, dtype, Shape.of(shape)));
    }

    /** Draws uniform numbers on [0, 1). */
    public static Tensor uniform(RandomKey key, long... shape) {
        return key.uniform(shape);
    }

    /** Draws standard normal numbers. */
    public static Tensor normal(RandomKey key, long... shape) {
        return key.normal(shape);
    }

    /** Draws 1 with the given probability, else 0. */
    public static Tensor bernoulli(RandomKey key, double probability, long... shape) {
        return key.bernoulli(probability, shape);
    }

    // ---- properties -------------------------------------------------------------------------------------------

    public Op op() {
        return op;
    }

    public List<Tensor> inputs() {
        return inputs;
    }

    public Shape shape() {
        return shape;
    }

    public DType dtype() {
        return dtype;
    }

    // ---- arithmetic -------------------------------------------------------------------------------------------

    public Tensor add(Tensor other) {
        return binary(Binary.ADD, other);
    }

    public Tensor add(double other) {
        return add(like(other));
    }

    public Tensor sub(Tensor other) {
        return binary(Binary.SUB, other);
    }

    public Tensor sub(double other) {
        return sub(like(other));
    }

    public Tensor mul(Tensor other) {
        if (other.isOne() && other.dtype == dtype && other.shape.stretchesTo(shape)) {
            return this; // common: the gradient of a sum starts with ones
        }
        return isOne() && other.dtype == dtype && shape.stretchesTo(other.shape) ? other : binary(Binary.MUL, other);
    }

    public Tensor mul(double other) {
        return other == 1 && dtype.isFloating() ? this : mul(like(other));
    }

    /** Divides; between INT tensors it truncates, as in Java. */
    public Tensor div(Tensor other) {
        return binary(Binary.DIV, other);
    }

    public Tensor div(double other) {
        return div(like(other));
    }

    /** Returns {@code other - this}. */
    public Tensor rsub(Tensor other) {
        return other.sub(this);
    }

    public Tensor rsub(double other) {
        return like(other).sub(this);
    }

    /** Returns {@code other / this}. */
    public Tensor rdiv(Tensor other) {
        return other.div(this);
    }

    public Tensor rdiv(double other) {
        return like(other).div(this);
    }

    public Tensor maximum(Tensor other) {
        return binary(Binary.MAXIMUM, other);
    }

    public Tensor maximum(double other) {
        return maximum(like(other));
    }

    public Tensor minimum(Tensor other) {
        return binary(Binary.MINIMUM, other);
    }

    public Tensor minimum(double other) {
        return minimum(like(other));
    }

    /**
     * Limits each element to the range from {@code low} to {@code high}.
     *
     * @throws ShapeException if {@code low} exceeds {@code high}
     */
    public Tensor clamp(double low, double high) {
        return of(new Clamp(low, high), this);
    }

    public Tensor neg() {
        return of(Unary.NEG, this);
    }

    public Tensor exp() {
        return of(Unary.EXP, this);
    }

    public Tensor log() {
        return of(Unary.LOG, this);
    }

    public Tensor sqrt() {
        return of(Unary.SQRT, this);
    }

    /** Returns one over the square root. */
    public Tensor rsqrt() {
        return of(Unary.RSQRT, this);
    }

    public Tensor square() {
        return of(Unary.SQUARE, this);
    }

    public Tensor abs() {
        return of(Unary.ABS, this);
    }

    /** Returns the sign of each element: -1, 0 or 1. */
    public Tensor sign() {
        return of(Unary.SIGN, this);
    }

    public Tensor pow(double exponent) {
        if (exponent == 0) {
            return full(dtype, 1, shape.dims());
        }
        if (exponent == 1) {
            return this;
        }
        return exponent == 2 ? square() : of(new Power(exponent), this);
    }

    public Tensor sin() {
        return of(Unary.SIN, this);
    }

    public Tensor cos() {
        return of(Unary.COS, this);
    }

    public Tensor floor() {
        return of(Unary.FLOOR, this);
    }

    public Tensor tanh() {
        return of(Unary.TANH, this);
    }

    /** Returns 1 / (1 + exp(-x)). */
    public Tensor sigmoid() {
        return of(Unary.SIGMOID, this);
    }

    /** Returns log(1 + exp(x)), without overflow. */
    public Tensor softplus() {
        return of(Unary.SOFTPLUS, this);
    }

    /** Returns the error function, 2/√π ∫₀ˣ exp(-t²) dt. */
    public Tensor erf() {
        return of(Unary.ERF, this);
    }

    public Tensor relu() {
        return leakyRelu(0);
    }

    /** Returns x where positive, else {@code slope · x}. */
    public Tensor leakyRelu(double slope) {
        return of(new LeakyRelu(slope), this);
    }

    // ---- comparisons ------------------------------------------------------------------------------------------

    public Tensor equal(Tensor other) {
        return binary(Compare.EQUAL, other);
    }

    public Tensor equal(double other) {
        return equal(like(other));
    }

    public Tensor notEqual(Tensor other) {
        return binary(Compare.NOT_EQUAL, other);
    }

    public Tensor notEqual(double other) {
        return notEqual(like(other));
    }

    public Tensor greater(Tensor other) {
        return binary(Compare.GREATER, other);
    }

    public Tensor greater(double other) {
        return greater(like(other));
    }

    public Tensor greaterOrEqual(Tensor other) {
        return binary(Compare.GREATER_OR_EQUAL, other);
    }

    public Tensor greaterOrEqual(double other) {
        return greaterOrEqual(like(other));
    }

    public Tensor less(Tensor other) {
        return other.greater(this);
    }

    public Tensor less(double other) {
        return like(other).greater(this);
    }

    public Tensor lessOrEqual(Tensor other) {
        return other.greaterOrEqual(this);
    }

    public Tensor lessOrEqual(double other) {
        return like(other).greaterOrEqual(this);
    }

    public Tensor and(Tensor other) {
        return binary(Logic.AND, other);
    }

    public Tensor or(Tensor other) {
        return binary(Logic.OR, other);
    }

    public Tensor not() {
        return of(new Not(), this);
    }

    /**
     * Selects elements: the first argument where this BOOL tensor is true, the second elsewhere. NaN in elements that
     * are not selected does not spread.
     */
    public Tensor where(Tensor whenTrue, Tensor whenFalse) {
        DType common = Promotion.common(whenTrue, whenFalse);
        Shape all = Shape.broadcast(shape, Shape.broadcast(whenTrue.shape, whenFalse.shape));
        return of(
                new Where(),
                broadcastTo(all),
                whenTrue.cast(common).broadcastTo(all),
                whenFalse.cast(common).broadcastTo(all));
    }

    // ---- reductions -------------------------------------------------------------------------------------------

    /** Returns the sum over the given axes, or over all axes if none is given. */
    public Tensor sum(int... axes) {
        return dropped(sumKeepDims(axes), axes);
    }

    /** Returns the sum over the given axes, which are kept with length 1. */
    public Tensor sumKeepDims(int... axes) {
        return reduce(Reduce.Kind.SUM, axes);
    }

    /**
     * Returns the mean over the given axes, or over all axes if none is given.
     *
     * @throws ShapeException if the elements are not floating-point
     */
    public Tensor mean(int... axes) {
        return dropped(meanKeepDims(axes), axes);
    }

    /**
     * Returns the mean over the given axes, which are kept with length 1.
     *
     * @throws ShapeException if the elements are not floating-point
     */
    public Tensor meanKeepDims(int... axes) {
        if (!dtype.isFloating()) {
            throw new ShapeException("mean needs floating-point numbers; this tensor is " + dtype + ": cast it");
        }
        double count = (double) shape.size()
                / Math.max(1, shape.collapsed(shape.axes(axes)).size());
        return sumKeepDims(axes).div(count);
    }

    public Tensor max(int... axes) {
        return dropped(maxKeepDims(axes), axes);
    }

    public Tensor maxKeepDims(int... axes) {
        return reduce(Reduce.Kind.MAX, axes);
    }

    public Tensor min(int... axes) {
        return dropped(minKeepDims(axes), axes);
    }

    public Tensor minKeepDims(int... axes) {
        return reduce(Reduce.Kind.MIN, axes);
    }

    public Tensor prod(int... axes) {
        return dropped(prodKeepDims(axes), axes);
    }

    /**
     * Returns the product over the given axes, which are kept with length 1. It multiplies halves, so its gradient is
     * correct where factors are zero.
     */
    public Tensor prodKeepDims(int... axes) {
        Tensor product = this;
        for (int axis : shape.axes(axes)) {
            product = Composites.product(product, axis);
        }
        return product;
    }

    /** Returns the Euclidean norm over the given axes; its gradient at zero is zero. */
    public Tensor norm(int... axes) {
        return dropped(normKeepDims(axes), axes);
    }

    public Tensor normKeepDims(int... axes) {
        return Composites.safeSqrt(square().sumKeepDims(axes));
    }

    // ---- movement ---------------------------------------------------------------------------------------------

    /**
     * Returns the same elements with another shape. One length may be -1; it is then inferred.
     *
     * @throws ShapeException if the number of elements differs, or if more than one length is -1
     */
    public Tensor reshape(long... dims) {
        Shape to = Composites.resolve(shape, dims);
        return to.equals(shape) ? this : of(new Reshape(to), this);
    }

    /** Reorders the axes: axis i of the result is axis {@code order[i]} of this tensor. */
    public Tensor permute(int... order) {
        List<Integer> axes = Arrays.stream(order).map(shape::axis).boxed().toList();
        boolean same = IntStream.range(0, axes.size()).allMatch(i -> axes.get(i) == i) && order.length == shape.rank();
        return same ? this : of(new Permute(axes), this);
    }

    /** Swaps the last two axes. */
    public Tensor transpose() {
        int[] order = shape.axes();
        order[shape.axis(-1)] = shape.axis(-2);
        order[shape.axis(-2)] = order.length - 1;
        return permute(order);
    }

    public Tensor broadcastTo(long... dims) {
        return broadcastTo(Shape.of(dims));
    }

    public Tensor broadcastTo(Shape to) {
        return to.equals(shape) ? this : of(new BroadcastTo(to), this);
    }

    /**
     * Returns the elements {@code from} (inclusive) to {@code to} (exclusive) along one axis.
     *
     * @throws ShapeException if the range does not fit the axis
     */
    public Tensor slice(int axis, int from, int to) {
        return slice(axis, from, to, 1);
    }

    /**
     * Returns every {@code step}-th element from {@code from} (inclusive) to {@code to} (exclusive) along one axis.
     *
     * @throws ShapeException if the range does not fit the axis, or if {@code step} is less than 1
     */
    public Tensor slice(int axis, int from, int to, int step) {
        int at = shape.axis(axis);
        if (from < 0 || to < from || to > shape.dim(at) || step < 1) {
            throw new ShapeException(
                    "slice " + from + " to " + to + " by " + step + " does not fit axis " + axis + " of " + shape);
        }
        List<Integer> begin = new ArrayList<>(Collections.nCopies(shape.rank(), 0));
        List<Integer> steps = new ArrayList<>(Collections.nCopies(shape.rank(), 1));
        begin.set(at, from);
        steps.set(at, step);
        Shape length = shape.with(at, (to - from + step - 1) / step);
        return length.equals(shape) ? this : of(new Slice(begin, steps, length), this);
    }

    /**
     * Splits an axis into parts of the given lengths.
     *
     * @throws ShapeException if the lengths do not add up to the length of the axis
     */
    public List<Tensor> split(int axis, int... lengths) {
        if (IntStream.of(lengths).sum() != shape.dim(axis)) {
            throw new ShapeException(
                    "parts " + Arrays.toString(lengths) + " do not make up axis " + axis + " of " + shape);
        }
        List<Tensor> parts = new ArrayList<>();
        int from = 0;
        for (int length : lengths) {
            parts.add(slice(axis, from, from + length));
            from += length;
        }
        return parts;
    }

    /** Adds zeros before and after the elements along one axis. */
    public Tensor pad(int axis, int before, int after) {
        int at = shape.axis(axis);
        List<Integer> starts = new ArrayList<>(Collections.nCopies(shape.rank(), 0));
        starts.set(at, before);
        List<Integer> gaps = Collections.nCopies(shape.rank(), 0);
        return of(new Pad(List.copyOf(starts), gaps, shape.with(at, (long) before + shape.dim(at) + after)), this);
    }

    /** Reverses the elements along the given axes, or along all axes if none is given. */
    public Tensor flip(int... axes) {
        return of(new Flip(Arrays.stream(shape.axes(axes)).boxed().toList()), this);
    }

    /** Selects slices along an axis by INT indices; the shape of the indices replaces that axis. */
    public Tensor gather(int axis, Tensor indices) {
        return of(new Gather(shape.axis(axis)), this, indices);
    }

    /**
     * Adds slices into zeros of the given length, at the positions that the indices name. This is the transpose of
     * {@link #gather}.
     */
    public Tensor scatterAdd(int axis, int length, Tensor indices) {
        return of(new ScatterAdd(shape.axis(axis), length), this, indices);
    }

    /**
     * Concatenates tensors along an axis.
     *
     * @throws ShapeException if there is no tensor, or if the tensors do not fit together
     */
    public static Tensor concat(int axis, Tensor... parts) {
        return concat(axis, List.of(parts));
    }

    /**
     * Concatenates tensors along an axis.
     *
     * @throws ShapeException if there is no tensor, or if the tensors do not fit together
     */
    public static Tensor concat(int axis, List<Tensor> parts) {
        if (parts.isEmpty()) {
            throw new ShapeException("concat needs at least one tensor");
        }
        int at = parts.get(0).shape.axis(axis);
        return parts.size() == 1 ? parts.get(0) : new Tensor(new Concat(at), List.copyOf(parts));
    }

    /**
     * Stacks tensors of equal shape along a new axis.
     *
     * @throws ShapeException if there is no tensor, or if shapes or axis do not fit
     */
    public static Tensor stack(int axis, Tensor... parts) {
        return concat(
                axis,
                Arrays.stream(parts)
                        .map(part -> part.reshape(Composites.withNewAxis(part.shape, axis)))
                        .toList());
    }

    // ---- contractions -----------------------------------------------------------------------------------------

    /** Returns the matrix product over the last two axes; leading axes are a batch and are broadcast. */
    public Tensor matmul(Tensor other) {
        return matmul(other, false, false);
    }

    /** Returns the matrix product with either matrix transposed first, without moving its elements. */
    public Tensor matmul(Tensor other, boolean transposeThis, boolean transposeOther) {
        DType common = Promotion.common(this, other);
        Tensor left = cast(common);
        Tensor right = other.cast(common);
        if (shape.rank() >= 2 && other.shape.rank() >= 2) {
            Shape batch = Shape.broadcast(shape.without(-1, -2), other.shape.without(-1, -2));
            left = left.broadcastTo(Composites.matrices(batch, shape));
            right = right.broadcastTo(Composites.matrices(batch, other.shape));
        }
        return of(new MatMul(transposeThis, transposeOther), left, right);
    }

    /** Returns the cross-correlation of images [N,C,H,W] with weights [O,C,kH,kW]. */
    public Tensor conv2d(Tensor weights, int stride, int padding) {
        return conv2d(weights, ConvGeometry.of(stride, padding));
    }

    public Tensor conv2d(Tensor weights, ConvGeometry geometry) {
        DType common = Promotion.common(this, weights);
        return of(new Conv2d(geometry), cast(common), weights.cast(common));
    }

    /**
     * Returns the transpose of conv2d, from images [N,C,H,W] with weights [C,O,kH,kW]. The height becomes
     * {@code (H-1)·stride - 2·padding + kH}, the width likewise.
     *
     * @throws ShapeException if the images or the weights do not have four axes
     */
    public Tensor convTranspose2d(Tensor weights, int stride, int padding) {
        if (shape.rank() != 4 || weights.shape.rank() != 4) {
            throw new ShapeException("convTranspose2d needs images [N,C,H,W] and weights [C,O,kH,kW]; these are "
                    + shape + " and " + weights.shape);
        }
        int height = (shape.dim(2) - 1) * stride - 2 * padding + weights.shape.dim(2);
        int width = (shape.dim(3) - 1) * stride - 2 * padding + weights.shape.dim(3);
        return convTranspose2d(weights, ConvGeometry.of(stride, padding), height, width);
    }

    /**
     * Returns the transpose of conv2d with a given height and width: those that conv2d maps to the size of this tensor.
     */
    public Tensor convTranspose2d(Tensor weights, ConvGeometry geometry, int height, int width) {
        DType common = Promotion.common(this, weights);
        return of(new ConvTranspose2d(geometry, height, width), cast(common), weights.cast(common));
    }

    // ---- composites -------------------------------------------------------------------------------------------

    /** Returns exp(x) divided by its sum along an axis. */
    public Tensor softmax(int axis) {
        return Composites.softmax(this, axis);
    }

    public Tensor logSoftmax(int axis) {
        return Composites.logSoftmax(this, axis);
    }

    /**
     * Applies batch normalization (<a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy 2015</a>): normalizes
     * each channel (axis 1) to mean 0 and variance 1 over the batch and all positions, then computes {@code gamma · x +
     * beta}.
     *
     * @param gamma one factor per channel, shape [C]
     * @param beta one shift per channel, shape [C]
     * @param epsilon added to the (biased) variance; 1e-5 is usual
     * @throws ShapeException if there are fewer than two axes
     */
    public Tensor batchNorm(Tensor gamma, Tensor beta, double epsilon) {
        return Composites.batchNorm(this, gamma, beta, epsilon);
    }

    /**
     * Applies layer normalization (<a href="https://arxiv.org/abs/1607.06450">Ba et al. 2016</a>): normalizes each
     * sample (axis 0) to mean 0 and variance 1 over all other axes, then computes {@code gamma · x + beta}.
     *
     * @param gamma factors of a shape that stretches to a sample, such as [C,1,1] or [C,H,W]
     * @param beta shifts, likewise
     * @param epsilon added to the (biased) variance; 1e-5 is usual
     * @throws ShapeException if there are fewer than two axes
     */
    public Tensor layerNorm(Tensor gamma, Tensor beta, double epsilon) {
        return Composites.layerNorm(this, gamma, beta, epsilon);
    }

    /** Returns the same value with the gradient stopped. */
    public Tensor stopGradient() {
        return of(new Identity("stopGradient", true), this);
    }

    public Tensor cast(DType to) {
        return to == dtype ? this : of(new Cast(dtype, to), this);
    }

    /** Returns the same value with a name for readers; it does not affect the computation. */
    public Tensor named(String name) {
        return of(new Identity(name, false), this);
    }

    // ---- values -----------------------------------------------------------------------------------------------

    /**
     * Computes the value with the reference engine; a {@link org.gan4j.tensor.engine.Session} is faster.
     *
     * @throws IllegalStateException if the expression uses an input or a variable, since those have values only in a
     *     session
     */
    public TensorData evaluate() {
        return ReferenceEngine.evaluate(List.of(this)).get(0);
    }

    public float[] toFloats() {
        return evaluate().toFloats();
    }

    public double[] toDoubles() {
        return evaluate().toDoubles();
    }

    /** Returns the element type, the shape and, where cheaply known, the values as data print them. Never throws. */
    @Override
    public String toString() {
        return Printing.shortened(Printing.describe(dtype, shape) + " " + ReferenceEngine.preview(this));
    }

    // ---- internals --------------------------------------------------------------------------------------------

    private Tensor binary(Op op, Tensor other) {
        DType common = Promotion.common(this, other);
        Shape all = Shape.broadcast(shape, other.shape);
        return of(op, cast(common).broadcastTo(all), other.cast(common).broadcastTo(all));
    }

    /** Returns whether this is the constant 1, stretched or not. */
    private boolean isOne() {
        Tensor source = op instanceof BroadcastTo ? inputs.get(0) : this;
        return source.shape.rank() == 0
                && source.op instanceof Constant constant
                && constant.data().get(0) == 1;
    }

    private Tensor reduce(Reduce.Kind kind, int... axes) {
        int[] over = shape.axes(axes);
        return over.length == 0
                ? this
                : of(new Reduce(kind, Arrays.stream(over).boxed().toList()), this);
    }

    private Tensor dropped(Tensor kept, int... axes) {
        return kept.reshape(shape.without(shape.axes(axes)).dims());
    }

    /** A Java number combined with an INT tensor stays INT if it is whole. */
    private Tensor like(double value) {
        boolean whole = value == (int) value;
        DType type = dtype == DType.BOOL || (dtype == DType.INT && !whole) ? DType.FLOAT : dtype;
        return of(TensorData.of(type, new double[] {value}, Shape.scalar()));
    }

    private static long[] append(Shape shape, long dim) {
        long[] dims = Arrays.copyOf(shape.dims(), shape.rank() + 1);
        dims[shape.rank()] = dim;
        return dims;
    }
}
