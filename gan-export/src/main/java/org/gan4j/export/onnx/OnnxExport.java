package org.gan4j.export.onnx;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gan4j.api.inference.Weights;
import org.gan4j.dsl.Gan;
import org.gan4j.provenance.Software;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;

/**
 * An export of a trained GAN as <a href="https://onnx.ai">ONNX</a>, which ONNX Runtime and other programs compute without
 * Gan4J. What is exported is exactly what inference computes, for any number of rows:
 *
 * <pre>{@code
 * OnnxExport.of(gan).write(Path.of("generator.onnx"));
 * OnnxExport.of(gan).function("critic").precision(Precision.FLOAT16).write(Path.of("critic.onnx"));
 * }</pre>
 *
 * Immutable; it reads the weights when the model is built.
 */
public final class OnnxExport {
    private final ExportSource source;
    private final FunctionTable functions;
    private final ExportedFunction chosen;
    private final Optional<Weights> weights;
    private final Precision precision;
    private final Map<String, String> notes;

    private OnnxExport(
            ExportSource source,
            FunctionTable functions,
            ExportedFunction chosen,
            Optional<Weights> weights,
            Precision precision,
            Map<String, String> notes) {
        this.source = source;
        this.functions = functions;
        this.chosen = chosen;
        this.weights = weights;
        this.precision = precision;
        this.notes = notes;
    }

    /**
     * Returns the export of a GAN. It writes the generator, or what else the application trains, unless another function is
     * chosen; with the moving average of the weights, if the GAN keeps one.
     *
     * @throws IllegalArgumentException if its application computes nothing that could be exported
     */
    public static OnnxExport of(Gan gan) {
        return of(new GanWeights(gan), FunctionTable.of(gan.plan(), gan.schema()));
    }

    /**
     * Returns the export of a function that a program defines, such as one of a network of its own.
     *
     * @param values returns the value of a variable
     */
    public static OnnxExport of(ExportedFunction function, Function<Variable, TensorData> values) {
        return of(new GivenValues(values), FunctionTable.of(function));
    }

    private static OnnxExport of(ExportSource source, FunctionTable functions) {
        ExportedFunction first = functions.first();
        return new OnnxExport(source, functions, first, Optional.empty(), Precision.FLOAT32, Map.of());
    }

    /**
     * Returns the names of the functions that can be exported: what the capabilities compute, the default first, then the
     * other networks.
     */
    public List<String> functions() {
        return functions.names();
    }

    /** Returns the function that is exported. */
    public ExportedFunction function() {
        return chosen;
    }

    /**
     * Returns an export of another function.
     *
     * @throws IllegalArgumentException if there is none of this name; the message lists those that there are
     */
    public OnnxExport function(String name) {
        return new OnnxExport(source, functions, functions.named(name), weights, precision, notes);
    }

    /** Returns an export with these weights. */
    public OnnxExport weights(Weights other) {
        return new OnnxExport(source, functions, chosen, Optional.of(other), precision, notes);
    }

    /** Returns an export that stores and computes with this precision. */
    public OnnxExport precision(Precision other) {
        return new OnnxExport(source, functions, chosen, weights, other, notes);
    }

    /** Returns an export that also says this about its origin, such as the license of its data. */
    public OnnxExport noting(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(notes);
        more.put(key, value);
        return new OnnxExport(source, functions, chosen, weights, precision, more);
    }

    /**
     * Builds the model.
     *
     * @throws IllegalArgumentException if an op of the function has no form in ONNX, in which case the message names the op
     *     and its layer; if the file would be larger than 2 GB; if {@link Weights#EMA} is chosen and this GAN keeps no
     *     moving average of the networks used; or if a weight is too large for 16 bits
     * @throws IllegalStateException if the GAN is closed
     */
    public OnnxModel model() {
        if (chosen.anySize()) {
            try {
                return model(chosen.openSides());
            } catch (IllegalArgumentException fixed) {
                // its sides stay those of training
            }
        }
        return model(chosen);
    }

    private OnnxModel model(ExportedFunction function) {
        Weights used = source.weights(function, weights);
        ModelBuilder builder = new ModelBuilder(function, source.parameters(used), precision);
        builder.requireFits();
        List<Variable> variables = builder.variables();
        Map<String, String> metadata = new LinkedHashMap<>(source.origin(function, builder.output(), used));
        builder.multiple()
                .ifPresent(multiple ->
                        metadata.put("gan4j.input.sides", "height and width must be multiples of " + multiple));
        int pack = function.inputs().stream().mapToInt(ModelInput::pack).max().orElse(1);
        if (pack > 1) {
            metadata.put("gan4j.input.batch", "the number of rows must be a multiple of " + pack);
        }
        metadata.putAll(notes);
        return builder.built(
                source.values(variables), metadata, source.document(function), Software.VERSION.orElse(""));
    }

    /**
     * Builds the model and writes or replaces a file.
     *
     * @param file a name that ends in .onnx
     * @throws IllegalArgumentException as {@link #model} and {@link OnnxModel#write}
     * @throws org.gan4j.tensor.io.StorageException if there is no room for it; the file is then unchanged
     * @throws java.io.UncheckedIOException if writing fails otherwise; the file is then unchanged
     * @throws IllegalStateException if the GAN is closed
     */
    public OnnxModel write(Path file) {
        OnnxModel.requireName(file);
        OnnxModel model = model();
        model.write(file);
        return model;
    }

    @Override
    public String toString() {
        return "export of the function " + chosen.name() + " of " + functions() + ", " + precision
                + weights.map(each -> ", weights " + each).orElse("");
    }
}
