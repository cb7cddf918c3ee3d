package org.gan4j.api.inference;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/**
 * A runner that applies networks in inference mode to any number of rows, one padded batch at a time. It is
 * thread-safe.
 */
public interface InferenceRunner {
    /**
     * Prepares a function of rows. It is traced now and compiled on its first run.
     *
     * @param inputs the inputs that each row has
     * @param output builds the output [N, ...] from a batch of each input, by name. It applies networks with {@link
     *     org.gan4j.api.network.ForwardPass#inference()}, so that rows do not influence each other
     */
    Prepared prepare(List<Field> inputs, Function<Map<String, Tensor>, Tensor> output);

    /** A prepared function of rows. */
    interface Prepared {
        /** Returns the shape of the output for one row. */
        Shape output();

        /**
         * Computes the output for all rows, [N, ...].
         *
         * @param rows the inputs, [N, ...] each, by name
         * @throws IllegalArgumentException if an input is missing, or has a wrong type, shape or number of rows
         */
        TensorData run(Map<String, TensorData> rows);
    }
}
