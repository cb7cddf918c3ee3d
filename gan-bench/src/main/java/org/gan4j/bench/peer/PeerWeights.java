package org.gan4j.bench.peer;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.gan4j.api.application.Plan;
import org.gan4j.api.network.Network;
import org.gan4j.tensor.Variable;

/** What the peer's networks start with. */
public final class PeerWeights {
    private final List<Network> ours;

    private PeerWeights(List<Network> ours) {
        this.ours = ours;
    }

    /** The same as ours. */
    public static PeerWeights of(Plan plan) {
        return new PeerWeights(plan.networks());
    }

    /** libtorch's own. */
    public static PeerWeights own() {
        return new PeerWeights(List.of());
    }

    /** A network of this name, with these weights: copied parameter by parameter, in order. */
    public <N extends PeerNetwork> N given(String name, N peer) {
        ours.stream().filter(network -> network.name().equals(name)).forEach(network -> copy(network, peer));
        return peer;
    }

    /** In a scope: what only a vector or a tensor that is gone held would be gone too. */
    @SuppressWarnings("try") // scope and guard are there to be closed
    private static void copy(Network ours, PeerNetwork peer) {
        List<Variable> from = ours.parameters();
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            TensorVector to = peer.parameters();
            if (to.size() != from.size()) {
                throw new IllegalArgumentException(
                        ours.name() + " has " + from.size() + " parameters, and the peer's has " + to.size());
            }
            for (int i = 0; i < from.size(); i++) {
                copy(from.get(i).name(), peer.arranged(i, values(from.get(i))), to.get(i));
            }
        }
    }

    private static Tensor values(Variable ours) {
        long[] shape = ours.shape().dims();
        Tensor values = InjectedRandoms.of(ours.initial().toFloats(), shape);
        return shape.length == 2 ? values.t() : values; // a linear layer of ours is [in, out], of PyTorch [out, in]
    }

    private static void copy(String name, Tensor values, Tensor to) {
        if (!Arrays.equals(values.sizes().vec().get(), to.sizes().vec().get())) {
            throw new IllegalArgumentException("the peer's parameter for " + name + " has another shape: "
                    + Arrays.toString(to.sizes().vec().get()));
        }
        to.copy_(values);
    }
}
