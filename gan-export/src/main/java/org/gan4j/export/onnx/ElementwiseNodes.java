package org.gan4j.export.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gan4j.export.onnx.TracedGraph.Node;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.op.Binary;
import org.gan4j.tensor.op.BinaryOp;
import org.gan4j.tensor.op.BroadcastTo;
import org.gan4j.tensor.op.Cast;
import org.gan4j.tensor.op.Clamp;
import org.gan4j.tensor.op.Compare;
import org.gan4j.tensor.op.Constant;
import org.gan4j.tensor.op.Identity;
import org.gan4j.tensor.op.LeakyRelu;
import org.gan4j.tensor.op.LeakyStep;
import org.gan4j.tensor.op.Logic;
import org.gan4j.tensor.op.Not;
import org.gan4j.tensor.op.Power;
import org.gan4j.tensor.op.Reduce;
import org.gan4j.tensor.op.Unary;
import org.gan4j.tensor.op.UnaryOp;

/** The nodes of elementwise ops, which stretch their operands as NumPy does. */
final class ElementwiseNodes {
    private final Translation translation;
    private final GraphBuilder graph;

    ElementwiseNodes(Translation translation) {
        this.translation = translation;
        this.graph = translation.graph();
    }

    Value unary(UnaryOp op, Node node) {
        Value x = translation.compact(node.inputs().get(0));
        if (op instanceof Identity) {
            return x;
        }
        x = translation.operand(node.inputs().get(0));
        return new Value(unary(op, x.name(), node.first().dtype()), x.dims());
    }

    private String unary(UnaryOp op, String x, DType dtype) {
        if (op instanceof Unary function) {
            return function(function, x);
        }
        if (op instanceof Power power) {
            return graph.node("Pow", List.of(x, translation.scalar(dtype, power.exponent())));
        }
        if (op instanceof LeakyRelu relu) {
            return relu.slope() == 0
                    ? graph.node("Relu", List.of(x))
                    : graph.node("LeakyRelu", List.of(x), Attributes.of("alpha", (float) relu.slope()));
        }
        if (op instanceof LeakyStep step) {
            String positive = graph.node("Greater", List.of(x, translation.scalar(dtype, 0)));
            String slope = graph.node(
                    "Where", List.of(positive, translation.scalar(dtype, 1), translation.scalar(dtype, step.slope())));
            return graph.node("Where", List.of(graph.node("IsNaN", List.of(x)), x, slope));
        }
        if (op instanceof Clamp clamp) {
            return graph.node(
                    "Clip",
                    List.of(x, translation.scalar(dtype, clamp.low()), translation.scalar(dtype, clamp.high())));
        }
        if (op instanceof Not) {
            return graph.node("Not", List.of(x));
        }
        return translation.cast(x, ((Cast) op).to());
    }

    private String function(Unary function, String x) {
        return switch (function) {
            case RSQRT -> graph.node("Reciprocal", List.of(graph.node("Sqrt", List.of(x))));
            case SQUARE -> graph.node("Mul", List.of(x, x));
            case NEG, EXP, LOG, SQRT, ABS, SIGN, SIN, COS, FLOOR, TANH, SIGMOID, SOFTPLUS, ERF ->
                graph.node(titled(function.name()), List.of(x));
        };
    }

    private static String titled(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    Value binary(BinaryOp op, Node node) {
        if (isMean(op, node)) {
            return mean(node);
        }
        List<Value> operands = new ArrayList<>();
        for (int input : node.inputs()) {
            operands.add(translation.operand(input));
        }
        List<Extent> dims = operands.stream().map(Value::dims).reduce(List.of(), Extent::broadcast);
        List<String> names = operands.stream().map(Value::name).toList();
        return new Value(binary(op, names, node.first().inputs()), dims);
    }

    private String binary(BinaryOp op, List<String> names, List<Tensor> inputs) {
        if (op instanceof Binary arithmetic) {
            return graph.node(
                    switch (arithmetic) {
                        case ADD, SUB, MUL, DIV -> titled(arithmetic.name());
                        case MAXIMUM -> "Max";
                        case MINIMUM -> "Min";
                    },
                    names);
        }
        if (op instanceof Compare compare) {
            return compared(compare, inputs.get(0).dtype() == DType.BOOL ? numbers(names) : names);
        }
        if (op instanceof Logic logic) {
            return graph.node(titled(logic.name()), names);
        }
        if (inputs.get(1).dtype() == DType.BOOL) { // Where selects among numbers
            String selected = graph.node("Where", numbers(names, 1));
            return translation.cast(selected, DType.BOOL);
        }
        return graph.node("Where", names);
    }

    private String compared(Compare compare, List<String> names) {
        return switch (compare) {
            case EQUAL -> graph.node("Equal", names);
            case NOT_EQUAL -> graph.node("Not", List.of(graph.node("Equal", names)));
            case GREATER -> graph.node("Greater", names);
            case GREATER_OR_EQUAL -> graph.node("GreaterOrEqual", names);
        };
    }

    private List<String> numbers(List<String> booleans) {
        return numbers(booleans, 0);
    }

    private List<String> numbers(List<String> values, int from) {
        List<String> numbers = new ArrayList<>(values);
        for (int i = from; i < values.size(); i++) {
            numbers.set(i, translation.cast(values.get(i), DType.INT));
        }
        return numbers;
    }

    /** Returns whether this divides a sum by the number of its terms, in every trace. */
    private static boolean isMean(BinaryOp op, Node node) {
        return op == Binary.DIV && node.at().stream().allMatch(ElementwiseNodes::isMean);
    }

    private static boolean isMean(Tensor division) {
        Tensor sum = division.inputs().get(0);
        Tensor count = division.inputs().get(1);
        count = count.op() instanceof BroadcastTo ? count.inputs().get(0) : count;
        if (!(sum.op() instanceof Reduce reduce)
                || reduce.kind() != Reduce.Kind.SUM
                || !sum.dtype().isFloating()
                || !(count.op() instanceof Constant constant)
                || constant.data().shape().size() != 1) {
            return false;
        }
        Shape summed = sum.inputs().get(0).shape();
        return constant.data().item()
                == (double) (float) (summed.size() / Math.max(1, sum.shape().size()));
    }

    private Value mean(Node node) {
        Node sum = translation.node(node.inputs().get(0));
        Reduce reduce = (Reduce) sum.op();
        Value x = translation.whole(sum.inputs().get(0));
        String mean = graph.node(
                "ReduceMean", List.of(x.name()), Attributes.of("axes", reduce.axes()), Attributes.of("keepdims", 1));
        return new Value(mean, node.dims());
    }
}
