package org.gan4j.export.onnx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;

/** Values of variables that a program passes. */
record GivenValues(Function<Variable, TensorData> known) implements ExportSource {
    @Override
    public Weights weights(ExportedFunction function, Optional<Weights> asked) {
        if (asked.equals(Optional.of(Weights.EMA))) {
            throw new IllegalArgumentException("the function " + function.name() + " has no moving average of its own:"
                    + " leave out the weights, and pass the averages as values");
        }
        return Weights.LATEST;
    }

    @Override
    public Parameters parameters(Weights weights) {
        return Parameters.variables();
    }

    @Override
    public Map<Variable, TensorData> values(List<Variable> variables) {
        return variables.stream().collect(Collectors.toMap(Function.identity(), known));
    }

    @Override
    public Map<String, String> origin(ExportedFunction function, Shape output, Weights weights) {
        return Map.of();
    }

    @Override
    public String document(ExportedFunction function) {
        return "The function " + function.name() + ", exported by Gan4J.";
    }
}
