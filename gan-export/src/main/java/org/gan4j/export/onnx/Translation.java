package org.gan4j.export.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gan4j.export.onnx.TracedGraph.Node;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.op.BinaryOp;
import org.gan4j.tensor.op.BroadcastTo;
import org.gan4j.tensor.op.Constant;
import org.gan4j.tensor.op.ContractionOp;
import org.gan4j.tensor.op.InputLeaf;
import org.gan4j.tensor.op.Op;
import org.gan4j.tensor.op.RandomNumbers;
import org.gan4j.tensor.op.StructuralOp;
import org.gan4j.tensor.op.UnaryOp;
import org.gan4j.tensor.op.VariableLeaf;

/** The translation of a traced function into nodes of ONNX. */
final class Translation {
    private final TracedGraph traced;
    private final GraphBuilder graph;
    private final SizeNodes sizes;
    private final Function<VariableLeaf, String> variables;
    private final Map<String, String> inputs;
    private final List<Value> values = new ArrayList<>();
    private final Map<Integer, Value> stretched = new HashMap<>();
    private final ElementwiseNodes elementwise;
    private final StructuralNodes structural;
    private final ContractionNodes contractions;
    private final ResizingNodes resizing;

    /**
     * Creates the translation of a function.
     *
     * @param variables adds a variable to the graph, and returns its name there
     * @param inputs the values of the inputs in the precision of the graph, by the names of the inputs
     */
    Translation(
            TracedGraph traced,
            GraphBuilder graph,
            SizeNodes sizes,
            Function<VariableLeaf, String> variables,
            Map<String, String> inputs) {
        this.traced = traced;
        this.graph = graph;
        this.sizes = sizes;
        this.variables = variables;
        this.inputs = inputs;
        this.elementwise = new ElementwiseNodes(this);
        this.structural = new StructuralNodes(this);
        this.contractions = new ContractionNodes(this);
        this.resizing = new ResizingNodes(this);
    }

    GraphBuilder graph() {
        return graph;
    }

    SizeNodes sizes() {
        return sizes;
    }

    ResizingNodes resizing() {
        return resizing;
    }

    /** Returns a value with other lengths of its axes. */
    Value reshaped(Value value, List<Extent> dims) {
        return new Value(structural.reshaped(value, dims), dims);
    }

    Node node(int place) {
        return traced.nodes().get(place);
    }

    /**
     * Adds the nodes, and returns the name of the result.
     *
     * @throws IllegalArgumentException if an op cannot be translated; the message names the op and its layer
     */
    String result() {
        int last = traced.nodes().size() - 1;
        for (int place = 0; place <= last; place++) {
            Node node = node(place);
            graph.scope(node.layer());
            if (node.op() instanceof VariableLeaf variable) {
                values.add(new Value(variables.apply(variable), node.dims()));
                continue;
            }
            try {
                values.add(translated(place, node));
            } catch (IllegalArgumentException problem) {
                throw new IllegalArgumentException(
                        "ONNX has no form of " + node.place() + ": " + problem.getMessage(), problem);
            }
        }
        return whole(last).name();
    }

    private Value translated(int place, Node node) {
        Op op = node.op();
        if (op instanceof InputLeaf input) {
            return new Value(inputs.get(input.name()), node.dims());
        }
        if (op instanceof Constant constant) {
            return constant(node, constant.data());
        }
        if (op instanceof RandomNumbers) {
            return drawn(node);
        }
        if (op instanceof BroadcastTo) {
            return compact(node.inputs().get(0)); // stretched where it must be
        }
        if (op instanceof UnaryOp unary) {
            return elementwise.unary(unary, node);
        }
        if (op instanceof BinaryOp binary) {
            return elementwise.binary(binary, node);
        }
        if (op instanceof ContractionOp contraction) {
            return new Value(contractions.of(contraction, node), node.dims());
        }
        return structural.of((StructuralOp) op, node);
    }

    /** Returns a constant; null if it differs between the traces, so that a node may use it only if it knows why. */
    private Value constant(Node node, TensorData data) {
        boolean same =
                node.at().stream().allMatch(at -> ((Constant) at.op()).data().equals(data));
        return same ? new Value(graph.constant(data), node.dims()) : null;
    }

    /** Returns random numbers that are drawn once, such as fixed noise, as a constant. */
    private Value drawn(Node node) {
        boolean once = node.first().inputs().get(0).op() instanceof Constant;
        if (!once || !Extent.areFixed(node.dims())) {
            throw new IllegalArgumentException("it draws new random numbers in each call: pass them as an input");
        }
        return new Value(graph.constant(node.first().evaluate()), node.dims());
    }

    /** Returns the value of a node, whose axes may be shorter if stretching them gives the tensor. */
    Value compact(int place) {
        return values.get(place);
    }

    /**
     * Returns the value of a node, for an op that stretches its operands.
     *
     * @throws IllegalArgumentException if it is a constant that depends on the size of the inputs
     */
    Value operand(int place) {
        Value value = values.get(place);
        if (value == null) {
            throw new IllegalArgumentException("a constant that it uses depends on the size of the inputs");
        }
        return value;
    }

    /** Returns the value of a node with all its elements. */
    Value whole(int place) {
        Value value = operand(place);
        List<Extent> dims = node(place).dims();
        if (value.dims().equals(dims)) {
            return value;
        }
        return stretched.computeIfAbsent(
                place,
                any -> new Value(
                        graph.node("Expand", List.of(value.name(), sizes.vector(stretching(value.dims(), dims)))),
                        dims));
    }

    /** Returns what a shape is stretched by: 1 at the axes that keep their lengths. */
    private static List<Extent> stretching(List<Extent> from, List<Extent> to) {
        List<Extent> by = new ArrayList<>(to);
        int leading = to.size() - from.size();
        for (int axis = 0; axis < from.size(); axis++) {
            if (from.get(axis).equals(to.get(leading + axis))) {
                by.set(leading + axis, Extent.fixed(1, from.get(axis).at().size()));
            }
        }
        return by;
    }

    /** Returns a scalar of an element type. */
    String scalar(DType dtype, double value) {
        return graph.constant(TensorData.of(dtype, new double[] {value}, Shape.scalar()));
    }

    String cast(String value, DType to) {
        return graph.node(
                "Cast", List.of(value), Attributes.of("to", graph.stored().type(to)));
    }
}
