package org.gan4j.bench.peer;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.gan4j.api.Network;
import org.gan4j.tensor.Variable;

/** Gives a peer's network the weights that ours starts with. */
public final class Weights {
    private Weights() {}

    /** Copies parameter by parameter, in order. */
    public static void copy(Network ours, PeerNetwork peer) {
        List<Variable> from = ours.parameters();
        TensorVector to = peer.parameters();
        if (to.size() != from.size()) {
            throw new IllegalArgumentException(
                    ours.name() + " has " + from.size() + " parameters, and the peer's has " + to.size());
        }
        try (NoGradGuard guard = new NoGradGuard()) {
            for (int i = 0; i < from.size(); i++) {
                copy(from.get(i), to.get(i));
            }
        }
    }

    private static void copy(Variable from, Tensor to) {
        long[] shape = from.shape().dims();
        Tensor values = Draws.of(from.initial().toFloats(), shape);
        if (shape.length == 2) {
            values = values.t(); // a linear layer of ours is [in, out], of PyTorch [out, in]
        }
        if (!Arrays.equals(values.sizes().vec().get(), to.sizes().vec().get())) {
            throw new IllegalArgumentException("the peer's parameter for " + from.name() + " has another shape: "
                    + Arrays.toString(to.sizes().vec().get()));
        }
        to.copy_(values);
    }
}
