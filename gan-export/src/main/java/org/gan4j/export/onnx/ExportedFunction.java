package org.gan4j.export.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Tensor;

/**
 * A function that can be exported: what an {@link org.gan4j.api.inference.InferenceRunner} prepares, with the names that
 * it has in the model.
 *
 * @param name the name of the function, such as {@code generator}
 * @param inputs the inputs
 * @param outputName the name of the output
 * @param body builds the output from the parameters and the inputs by name
 * @param anySize whether its images may have any height and width; those that it does not allow stay fixed
 */
public record ExportedFunction(
        String name,
        List<ModelInput> inputs,
        String outputName,
        BiFunction<Parameters, Map<String, Tensor>, Tensor> body,
        boolean anySize) {
    public ExportedFunction {
        inputs = List.copyOf(inputs);
    }

    /** Returns a function of rows, as {@link org.gan4j.api.inference.InferenceRunner#prepare} describes it. */
    public static ExportedFunction ofRows(
            String name,
            List<Field> inputs,
            String outputName,
            BiFunction<Parameters, Map<String, Tensor>, Tensor> body) {
        return new ExportedFunction(name, inputs.stream().map(ModelInput::rows).toList(), outputName, body, false);
    }

    /** Returns a copy whose images have any height and width. */
    ExportedFunction openSides() {
        return new ExportedFunction(
                name,
                inputs.stream()
                        .map(input -> input.isImages() ? input.openSides() : input)
                        .toList(),
                outputName,
                body,
                anySize);
    }

    /** Returns a copy whose images may have any size. */
    ExportedFunction ofAnySize() {
        return new ExportedFunction(name, inputs, outputName, body, true);
    }

    ExportedFunction named(String other, String output) {
        return new ExportedFunction(other, inputs, output, body, anySize);
    }

    /** Builds the output for these lengths of the open axes. */
    Tensor traced(Parameters parameters, Map<String, Integer> lengths) {
        Map<String, Tensor> fed = new LinkedHashMap<>();
        inputs.forEach(input -> fed.put(input.name(), input.traced(lengths)));
        return body.apply(parameters, fed);
    }
}
