package org.gan4j.api.inference;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/**
 * A runner that applies networks in inference mode to any number of rows, batch by batch, with the weights that a call
 * chooses. It is thread-safe.
 */
public interface InferenceRunner {
    /**
     * Prepares a function of rows. It is traced now, once more for each batch size and choice of weights, and compiled
     * when it first runs with these.
     *
     * @param inputs the inputs that each row has
     * @param output builds the output [N, ...] from the parameters and a batch of each input, by name. It applies
     *     networks to these parameters with {@link org.gan4j.api.network.ForwardPass#inference()}, so that rows do not
     *     influence each other
     */
    Prepared prepare(List<Field> inputs, BiFunction<Parameters, Map<String, Tensor>, Tensor> output);

    /** A prepared function of rows. */
    interface Prepared {
        /** Returns the shape of the output for one row. */
        Shape output();

        /**
         * Computes the output for all rows, [N, ...].
         *
         * @param rows the inputs, [N, ...] each, by name
         * @param weights the weights to use; {@link Weights#EMA} replaces every variable that has a moving average by it
         * @throws IllegalArgumentException if an input is missing, or has a wrong type, shape or number of rows, or if
         *     {@code weights} is {@link Weights#EMA} and this GAN keeps no moving average of the networks used
         */
        TensorData run(Map<String, TensorData> rows, Weights weights);
    }
}
