package org.gan4j.onnx.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gan4j.api.network.Parameters;
import org.gan4j.export.onnx.ExportedFunction;
import org.gan4j.export.onnx.ModelInput;
import org.gan4j.export.onnx.OnnxModel;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Traversal;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.tensor.op.VariableLeaf;

/** What this library computes. */
final class OwnEngine {
    private OwnEngine() {}

    /**
     * Returns a value that no variable begins with: running means and biases that are not zero, running variances and
     * scales that are not one.
     */
    static TensorData unusual(Variable variable) {
        RandomKey random = RandomKey.of(3).child(variable.name());
        long[] shape = variable.shape().dims();
        Tensor changed = variable.initial().mul(random.uniform(shape).mul(0.5).add(0.75));
        Tensor moved = variable.isWeight()
                ? changed
                : changed.add(random.child("shift").uniform(shape).mul(0.2));
        return moved.cast(variable.dtype()).evaluate();
    }

    /** Returns inputs of this many rows: numbers from -1 to 1, and labels of each class in turn. */
    static Map<String, TensorData> inputs(ExportedFunction function, int rows, int classes) {
        return inputs(function.inputs(), rows, Optional.empty(), classes);
    }

    /** Returns inputs whose images, if they may have any size, are wide ones of another size than usual. */
    static Map<String, TensorData> wide(OnnxModel model, int rows, int classes) {
        boolean multiples = model.metadata().containsKey("gan4j.input.sides");
        UnaryOperator<Shape> wider = shape -> multiples
                ? shape.with(3, 2L * shape.dim(3))
                : shape.with(2, shape.dim(2) - 1).with(3, shape.dim(3) + 5);
        return inputs(model.inputs(), rows, Optional.of(wider), classes);
    }

    private static Map<String, TensorData> inputs(
            List<ModelInput> inputs, int rows, Optional<UnaryOperator<Shape>> resized, int classes) {
        Map<String, TensorData> fed = new LinkedHashMap<>();
        for (ModelInput input : inputs) {
            Shape shape = input.shape().with(0, rows);
            if (input.open().size() > 1) {
                shape = resized.orElse(UnaryOperator.identity()).apply(shape);
            }
            double[] values = new double[shape.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = input.dtype() == DType.INT
                        ? i % classes
                        : Math.sin(1.7 * i + input.name().length());
            }
            fed.put(input.name(), TensorData.of(input.dtype(), values, shape));
        }
        return fed;
    }

    /** Returns expressions of inputs of this many rows. */
    static Map<String, Tensor> traced(ExportedFunction function, int rows) {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        inputs(function, rows, 1)
                .forEach((name, data) -> inputs.put(
                        name, Tensor.input(name, data.dtype(), data.shape().dims())));
        return inputs;
    }

    /** Returns the variables that a function reads. */
    static List<Variable> read(ExportedFunction function, int rows, Parameters parameters) {
        Tensor output = function.body().apply(parameters, traced(function, rows));
        return Traversal.order(List.of(output)).stream()
                .filter(node -> node.op() instanceof VariableLeaf)
                .map(node -> ((VariableLeaf) node.op()).variable())
                .toList();
    }

    static TensorData run(Session session, ExportedFunction function, Map<String, TensorData> fed) {
        return run(session, function, Parameters.variables(), fed);
    }

    static TensorData run(
            Session session, ExportedFunction function, Parameters parameters, Map<String, TensorData> fed) {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        fed.forEach((name, data) ->
                inputs.put(name, Tensor.input(name, data.dtype(), data.shape().dims())));
        Graph graph = Graph.of(
                Stage.named("function").output("output", function.body().apply(parameters, inputs)));
        Map<String, TensorData> used = new LinkedHashMap<>(fed);
        used.keySet().retainAll(graph.inputs());
        try (Program program = session.compile(graph)) {
            return program.run(used).get("output");
        }
    }
}
