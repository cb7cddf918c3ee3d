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

/** The initial weights of the peer's networks. */
public final class PeerWeights {
    private final List<Network> ours;

    private PeerWeights(List<Network> ours) {
        this.ours = ours;
    }

    /** Returns the weights of the networks of Gan4J's plan. */
    public static PeerWeights of(Plan plan) {
        return new PeerWeights(plan.networks());
    }

    /** Returns libtorch's own initial weights. */
    public static PeerWeights own() {
        return new PeerWeights(List.of());
    }

    /**
     * Copies the weights of the network with the given name into a network of the peer, parameter by parameter in
     * order.
     *
     * @return the peer's network
     * @throws IllegalArgumentException if the networks differ in the number or in the shapes of their parameters
     */
    public <N extends PeerNetwork> N given(String name, N peer) {
        ours.stream().filter(network -> network.name().equals(name)).forEach(network -> copy(network, peer));
        return peer;
    }

    /** Copies in a scope, which keeps values alive whose vector or tensor has been collected. */
    @SuppressWarnings("try") // scope and guard only need to be closed
    private static void copy(Network ours, PeerNetwork peer) {
        List<Variable> from = ours.parameters();
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            TensorVector to = peer.parameters();
            if (to.size() != from.size()) {
                throw new IllegalArgumentException(
                        ours.name() + " has " + from.size() + " parameters, but the peer's network has " + to.size());
            }
            for (int i = 0; i < from.size(); i++) {
                copy(from.get(i).name(), peer.arranged(i, values(from.get(i))), to.get(i));
            }
        }
    }

    private static Tensor values(Variable ours) {
        long[] shape = ours.shape().dims();
        Tensor values = InjectedRandoms.of(ours.initial().toFloats(), shape);
        return shape.length == 2 ? values.t() : values; // linear layers are [in, out] in Gan4J, [out, in] in PyTorch
    }

    private static void copy(String name, Tensor values, Tensor to) {
        if (!Arrays.equals(values.sizes().vec().get(), to.sizes().vec().get())) {
            throw new IllegalArgumentException("the peer's parameter for " + name + " has the shape "
                    + Arrays.toString(to.sizes().vec().get()) + ", expected "
                    + Arrays.toString(values.sizes().vec().get()));
        }
        to.copy_(values);
    }
}
