package org.gan4j.bench.peer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/** A network of the peer. */
public interface PeerNetwork {
    Tensor apply(Tensor x);

    /** What is trained, in the order of our network's parameters. */
    TensorVector parameters();

    /** How a parameter of this network keeps the values that ours has. */
    default Tensor arranged(int parameter, Tensor ours) {
        return ours;
    }
}
