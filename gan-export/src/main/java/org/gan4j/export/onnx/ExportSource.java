package org.gan4j.export.onnx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;

/** Where the weights of a function come from, and what is known about them. */
interface ExportSource {
    /**
     * Returns the weights to export a function with.
     *
     * @param asked those that were asked for; empty for the usual ones
     * @throws IllegalArgumentException if there are none of these
     */
    Weights weights(ExportedFunction function, Optional<Weights> asked);

    /** Returns the parameters that these weights select. */
    Parameters parameters(Weights weights);

    /** Returns the values of variables. */
    Map<Variable, TensorData> values(List<Variable> variables);

    /**
     * Returns what the file says about its origin.
     *
     * @param output the shape of the function's output, with any number of rows
     */
    Map<String, String> origin(ExportedFunction function, Shape output, Weights weights);

    /** Returns the description of a function in a sentence. */
    String document(ExportedFunction function);
}
