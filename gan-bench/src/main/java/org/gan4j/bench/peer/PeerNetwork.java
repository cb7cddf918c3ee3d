package org.gan4j.bench.peer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/** A network of the peer. */
public interface PeerNetwork {
    /** Applies the network to a batch. */
    Tensor apply(Tensor x);

    /** Returns the trainable parameters in the order of the parameters of Gan4J's network. */
    TensorVector parameters();

    /**
     * Arranges the values of a parameter of Gan4J's network as this network stores them.
     *
     * @param parameter the index of the parameter
     * @param ours the values in Gan4J's arrangement
     */
    default Tensor arranged(int parameter, Tensor ours) {
        return ours;
    }
}
