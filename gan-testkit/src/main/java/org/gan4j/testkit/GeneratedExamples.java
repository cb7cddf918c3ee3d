package org.gan4j.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.op.ArgSort;
import org.gan4j.tensor.op.Binary;
import org.gan4j.tensor.op.Compare;
import org.gan4j.tensor.op.Conv2d;
import org.gan4j.tensor.op.Conv2dWeightGradient;
import org.gan4j.tensor.op.ConvGeometry;
import org.gan4j.tensor.op.ConvTranspose2d;
import org.gan4j.tensor.op.LeakyStep;
import org.gan4j.tensor.op.Logic;
import org.gan4j.tensor.op.MatMul;
import org.gan4j.tensor.op.Op;
import org.gan4j.tensor.op.Pad;
import org.gan4j.tensor.op.Reduce;
import org.gan4j.tensor.op.Slice;
import org.gan4j.tensor.op.Unary;

/** Examples of each op in the table, on shapes generated from a seed. */
final class GeneratedExamples {
    private interface Maker {
        OpExample make(Generated generated);
    }

    private final Map<String, Maker> makers = new TreeMap<>();

    private GeneratedExamples() {
        elementwise();
        structural();
        lookups();
        contractions();
        random();
    }

    /** Returns the tested ops: all except leaves, which have no inputs to vary. */
    static List<String> ops() {
        return List.copyOf(new GeneratedExamples().makers.keySet());
    }

    /** Returns the given number of examples of an op. */
    static Stream<OpExample> of(String op, int count) {
        Maker maker = new GeneratedExamples().makers.get(op);
        return IntStream.range(0, count).mapToObj(seed -> maker.make(new Generated(op.hashCode() * 31L + seed)));
    }

    private void elementwise() {
        for (Unary op : Unary.values()) {
            boolean positive = op == Unary.LOG || op == Unary.SQRT || op == Unary.RSQRT;
            unary("Unary." + op, positive, x -> Tensor.of(op, x));
        }
        unary("Power", true, x -> x.pow(1.5));
        unary("LeakyRelu", false, x -> x.leakyRelu(0.2));
        unary("LeakyStep", false, x -> Tensor.of(new LeakyStep(0.25), x));
        unary("Clamp", false, x -> x.clamp(-0.5, 0.75));
        unary("Cast", false, x -> x.cast(x.dtype() == DType.FLOAT ? DType.DOUBLE : DType.FLOAT));
        unary("Identity", false, x -> x.named("x"));
        unary("Not", false, x -> x.greater(0).not());
        for (Binary op : Binary.values()) {
            binary("Binary." + op, (a, b) -> arithmetic(op, a, b));
        }
        for (Compare op : Compare.values()) {
            binary("Compare." + op, (a, b) -> comparison(op, a, b));
        }
        binary("Logic." + Logic.AND, (a, b) -> a.greater(0).and(b.greater(0)));
        binary("Logic." + Logic.OR, (a, b) -> a.greater(0).or(b.greater(0)));
        binary("Where", (a, b) -> a.greater(b).where(a, b));
    }

    private static Tensor arithmetic(Binary op, Tensor a, Tensor b) {
        switch (op) {
            case ADD:
                return a.add(b);
            case SUB:
                return a.sub(b);
            case MUL:
                return a.mul(b);
            case DIV:
                return a.div(b);
            case MAXIMUM:
                return a.maximum(b);
            default:
                return a.minimum(b);
        }
    }

    private static Tensor comparison(Compare op, Tensor a, Tensor b) {
        switch (op) {
            case EQUAL:
                return a.equal(b);
            case NOT_EQUAL:
                return a.notEqual(b);
            case GREATER:
                return a.greater(b);
            default:
                return a.greaterOrEqual(b);
        }
    }

    private void unary(String op, boolean positive, Function<Tensor, Tensor> function) {
        makers.put(op, g -> {
            long[] shape = g.shape().dims();
            TensorData x = positive ? Points.positive(g.number(0, 7), shape) : Points.signed(g.number(0, 7), shape);
            return example(op, in -> function.apply(in.get(0)), x);
        });
    }

    private interface Two {
        Tensor of(Tensor a, Tensor b);
    }

    /** Adds an op with two operands, either of which may have to be broadcast. */
    private void binary(String op, Two function) {
        makers.put(op, g -> {
            Shape wide = g.shape();
            Shape narrow = g.narrower(wide);
            TensorData a = Points.signed(1, (g.coin() ? wide : narrow).dims());
            TensorData b = Points.signed(2, (a.shape().equals(wide) ? narrow : wide).dims());
            return example(op, in -> function.of(in.get(0), in.get(1)), a, b);
        });
    }

    private void structural() {
        for (Reduce.Kind kind : Reduce.Kind.values()) {
            makers.put("Reduce." + kind, g -> {
                Shape shape = kind == Reduce.Kind.SUM ? g.shapeWithAxes() : g.filledShape();
                List<Integer> axes =
                        IntStream.of(g.someAxes(shape.rank())).boxed().toList();
                return one("Reduce." + kind, shape, x -> Tensor.of(new Reduce(kind, axes), x));
            });
        }
        makers.put("Reshape", g -> {
            Shape shape = g.shapeWithAxes();
            int merged = g.number(0, shape.rank() - 1);
            long[] dims = shape.without(merged).dims();
            long[] to = Arrays.copyOf(dims, dims.length + 1);
            to[dims.length] = shape.dim(merged);
            return one("Reshape", shape, x -> x.reshape(1, shape.size()).reshape(to));
        });
        makers.put("Permute", g -> {
            Shape shape = g.shape(g.number(2, 5));
            int[] order = g.order(shape.rank());
            return one("Permute", shape, x -> x.permute(order).square().permute(order));
        });
        makers.put("BroadcastTo", g -> {
            Shape wide = g.shape();
            return one("BroadcastTo", g.narrower(wide), x -> x.broadcastTo(wide).square());
        });
        makers.put("Flip", g -> {
            Shape shape = g.shapeWithAxes();
            int[] axes = g.someAxes(shape.rank());
            return one("Flip", shape, x -> x.flip(axes));
        });
        makers.put("Slice", this::slice);
        makers.put("Pad", this::pad);
        makers.put("Concat", this::concat);
    }

    private OpExample slice(Generated g) {
        Shape shape = g.shapeWithAxes();
        List<Integer> begin = new ArrayList<>();
        List<Integer> step = new ArrayList<>();
        long[] length = new long[shape.rank()];
        for (int axis = 0; axis < shape.rank(); axis++) {
            begin.add(g.number(0, shape.dim(axis)));
            step.add(g.number(1, 3));
            length[axis] = g.number(0, (shape.dim(axis) - begin.get(axis) + step.get(axis) - 1) / step.get(axis));
        }
        return one("Slice", shape, x -> Tensor.of(new Slice(begin, step, Shape.of(length)), x));
    }

    private OpExample pad(Generated g) {
        Shape shape = g.shapeWithAxes();
        List<Integer> before = new ArrayList<>();
        List<Integer> gap = new ArrayList<>();
        long[] to = new long[shape.rank()];
        for (int axis = 0; axis < shape.rank(); axis++) {
            before.add(g.number(0, 2));
            gap.add(g.number(0, 1));
            to[axis] = before.get(axis) + Math.max(0, (shape.dim(axis) - 1) * (gap.get(axis) + 1) + 1) + g.number(0, 2);
        }
        return one("Pad", shape, x -> Tensor.of(new Pad(before, gap, Shape.of(to)), x));
    }

    private OpExample concat(Generated g) {
        Shape shape = g.shapeWithAxes();
        int axis = g.number(0, shape.rank() - 1);
        TensorData[] parts = IntStream.rangeClosed(0, g.number(1, 3))
                .mapToObj(i -> Points.signed(i, shape.with(axis, g.number(0, 4)).dims()))
                .toArray(TensorData[]::new);
        return example("Concat", in -> Tensor.concat(axis, in), parts);
    }

    private void lookups() {
        makers.put("Gather", g -> {
            Shape shape = g.filledShape();
            int axis = g.number(0, shape.rank() - 1);
            TensorData indices =
                    Points.indices(shape.dim(axis), 3, g.shape(g.number(0, 2)).dims());
            return example("Gather", in -> in.get(0).gather(axis, in.get(1)), Points.signed(1, shape.dims()), indices);
        });
        makers.put("ScatterAdd", g -> {
            Shape shape = g.shapeWithAxes();
            int axis = g.number(0, shape.rank() - 1);
            int length = g.number(1, 9);
            TensorData indices = Points.indices(length, 3, shape.dim(axis));
            return example(
                    "ScatterAdd",
                    in -> in.get(0).scatterAdd(axis, length, in.get(1)),
                    Points.signed(1, shape.dims()),
                    indices);
        });
        makers.put("ArgSort", g -> {
            Shape shape = g.shapeWithAxes();
            ArgSort op = new ArgSort(g.number(0, shape.rank() - 1), g.coin());
            return one("ArgSort", shape, x -> Tensor.of(op, x));
        });
    }

    private void contractions() {
        makers.put("MatMul", g -> {
            Shape batch = g.shape(g.number(0, 2));
            MatMul op = new MatMul(g.coin(), g.coin());
            int rows = g.length();
            int inner = g.length();
            int columns = g.length();
            long[] a = matrices(batch, op.transposeLeft() ? inner : rows, op.transposeLeft() ? rows : inner);
            long[] b = matrices(batch, op.transposeRight() ? columns : inner, op.transposeRight() ? inner : columns);
            return example(
                    "MatMul", in -> Tensor.of(op, in.get(0), in.get(1)), Points.signed(1, a), Points.signed(2, b));
        });
        makers.put("Conv2d", g -> convolution(g, "Conv2d"));
        makers.put("ConvTranspose2d", g -> convolution(g, "ConvTranspose2d"));
        makers.put("Conv2dWeightGradient", g -> convolution(g, "Conv2dWeightGradient"));
    }

    private static long[] matrices(Shape batch, int rows, int columns) {
        long[] dims = Arrays.copyOf(batch.dims(), batch.rank() + 2);
        dims[batch.rank()] = rows;
        dims[batch.rank() + 1] = columns;
        return dims;
    }

    private static OpExample convolution(Generated g, String op) {
        ConvGeometry geometry = new ConvGeometry(g.number(1, 3), g.number(1, 3), g.number(0, 2), g.number(0, 2));
        int kernelH = g.number(1, 4);
        int kernelW = g.number(1, 4);
        int height = g.number(Math.max(1, kernelH - 2 * geometry.padH()), 9);
        int width = g.number(Math.max(1, kernelW - 2 * geometry.padW()), 9);
        Shape x = Shape.of(g.number(1, 3), g.number(1, 3), height, width);
        Shape w = Shape.of(g.number(1, 4), x.dim(1), kernelH, kernelW);
        Shape y = new Conv2d(geometry).shape(List.of(Tensor.zeros(x.dims()), Tensor.zeros(w.dims())));
        Op used = op.equals("Conv2d")
                ? new Conv2d(geometry)
                : op.equals("ConvTranspose2d")
                        ? new ConvTranspose2d(geometry, height, width)
                        : new Conv2dWeightGradient(geometry, kernelH, kernelW);
        Shape first = op.equals("ConvTranspose2d") ? y : x;
        Shape second = op.equals("Conv2dWeightGradient") ? y : w;
        return example(
                op,
                in -> Tensor.of(used, in.get(0), in.get(1)),
                Points.signed(1, first.dims()),
                Points.signed(2, second.dims()));
    }

    private void random() {
        for (boolean normal : List.of(true, false)) {
            String op = "RandomNumbers." + (normal ? "NORMAL" : "UNIFORM");
            makers.put(op, g -> {
                long[] shape = g.shape().dims();
                RandomKey key = RandomKey.of(g.number(-9, 9)).child(op);
                TensorData round = TensorData.scalar(g.number(0, 1000));
                return OpExample.value(
                        op,
                        "of " + Shape.of(shape),
                        in -> normal
                                ? key.at(in.get(0)).normal(shape)
                                : key.at(in.get(0)).uniform(shape),
                        round);
            });
        }
    }

    private static OpExample one(String op, Shape shape, Function<Tensor, Tensor> function) {
        return example(op, in -> function.apply(in.get(0)), Points.signed(1, shape.dims()));
    }

    private static OpExample example(String op, Function<List<Tensor>, Tensor> function, TensorData... points) {
        List<Shape> shapes = Stream.of(points).map(TensorData::shape).toList();
        return OpExample.agreed(op, "of " + shapes, function, points);
    }
}
