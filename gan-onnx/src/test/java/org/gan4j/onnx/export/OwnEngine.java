package org.gan4j.onnx.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.api.network.Parameters;
import org.gan4j.export.onnx.ExportedFunction;
import org.gan4j.export.onnx.ModelInput;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;

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
        Map<String, TensorData> fed = new LinkedHashMap<>();
        for (ModelInput input : function.inputs()) {
            Shape shape = input.shape().with(0, rows);
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
