package org.gan4j.api.data;

import org.gan4j.api.Component;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;

/**
 * Changes pictures on their way from the data to a network, without changing their shape: an augmentation, which draws
 * anew each time, or a filter, which does the same each time. A pure function of its arguments.
 */
public interface Transform extends Component {
    /**
     * A changed copy of a batch.
     *
     * @param images FLOAT [N,C,H,W] in [-1, 1]
     * @param random a stream of its own for each batch
     */
    TensorData apply(TensorData images, Philox random);

    /** Whether it draws: then it belongs to training, and pictures are evaluated without it. */
    boolean isRandom();

    /**
     * Returns the name of its random stream, {@link #name()} by default. A transform that is renamed keeps its stream, so
     * that old runs resume exactly.
     */
    default String stream() {
        return name();
    }
}
