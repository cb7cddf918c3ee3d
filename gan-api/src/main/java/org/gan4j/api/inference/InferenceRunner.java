package org.gan4j.api.inference;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/** Runs networks for inference over any number of rows, a padded batch at a time. Safe for use by several threads. */
public interface InferenceRunner {
    /**
     * Writes down what is to be computed; it is compiled when it is first run.
     *
     * @param inputs what each row has
     * @param output makes [N, ...] from a batch of each input, by name. Networks are applied with {@link
     *     ForwardPass#inference()}, so that rows do not influence each other
     */
    Prepared prepare(List<Field> inputs, Function<Map<String, Tensor>, Tensor> output);

    /** A function of rows. */
    interface Prepared {
        /** The shape of what one row gives. */
        Shape output();

        /** What all rows give, [N, ...], from one [N, ...] for each input. */
        TensorData run(Map<String, TensorData> rows);
    }
}
