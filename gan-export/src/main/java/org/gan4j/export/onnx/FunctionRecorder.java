package org.gan4j.export.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/** A runner that computes nothing: it records the functions that a capability prepares, and answers with zeros. */
final class FunctionRecorder implements InferenceRunner {
    private static final String UNNAMED = "output";

    private final List<ExportedFunction> recorded = new ArrayList<>();

    /** Returns the functions that were prepared until now. */
    List<ExportedFunction> recorded() {
        return List.copyOf(recorded);
    }

    @Override
    public Prepared prepare(List<Field> inputs, BiFunction<Parameters, Map<String, Tensor>, Tensor> output) {
        ExportedFunction function = ExportedFunction.ofRows(UNNAMED, inputs, UNNAMED, output);
        recorded.add(function);
        return new Zeros(function);
    }

    private record Zeros(ExportedFunction function) implements Prepared {
        private Tensor traced() {
            return function.traced(
                    Parameters.variables(), OpenSizes.of(function.inputs()).usual());
        }

        @Override
        public Shape output() {
            return traced().shape().without(0);
        }

        @Override
        public TensorData run(Map<String, TensorData> rows, Weights weights) {
            int count = rows.values().iterator().next().shape().dim(0);
            Tensor whole = traced();
            Shape shape = whole.shape().with(0, count);
            return TensorData.of(whole.dtype(), new double[shape.size()], shape);
        }
    }
}
