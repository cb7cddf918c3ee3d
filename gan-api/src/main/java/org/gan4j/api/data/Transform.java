package org.gan4j.api.data;

import org.gan4j.api.Component;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;

/**
 * A transform of images between the data and a network, which keeps their shape. It is either a random augmentation or
 * a deterministic filter, and always a pure function of its arguments.
 */
public interface Transform extends Component {
    /**
     * Returns a transformed copy of a batch.
     *
     * @param images the images, FLOAT [N,C,H,W] in [-1, 1]
     * @param random the random stream of this batch
     */
    TensorData apply(TensorData images, Philox random);

    /** Returns whether this transform draws random numbers. If so, only training uses it; evaluation omits it. */
    boolean isRandom();

    /**
     * Returns the name of its random stream, {@link #name()} by default. A transform that is renamed keeps its stream,
     * so that old runs resume exactly.
     */
    default String stream() {
        return name();
    }
}
