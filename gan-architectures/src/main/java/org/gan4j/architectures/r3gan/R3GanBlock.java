package org.gan4j.architectures.r3gan;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.GroupedConvolution;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.PointwiseConvolution;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * R3GAN's residual block (section 3.3 of the paper), for images [N,C,H,W]:
 *
 * <pre>
 * x + W₃ f(b₂ + W₂ * f(b₁ + W₁ x))
 * </pre>
 *
 * with the leaky ReLU f (0.2). W₁ and W₃ are 1×1 convolutions to E·C channels and back, W₂ is a 3×3 convolution in groups.
 * As in <a href="https://arxiv.org/abs/1901.09321">Fixup</a>, W₃ begins at 0, and the deviation of W₁ and W₂ is that of He
 * et al. divided by the fourth root of the number of blocks in the network: the network begins as nearly the identity.
 *
 * <p>Spectral normalization leaves W₃ as it is, since nothing can be divided by a norm of 0.
 */
final class R3GanBlock implements Layer {
    private static final int KERNEL = 3;
    /** 1 / (2 m - 2) for the m = 3 linear maps of a branch. */
    private static final double FIXUP = 0.25;

    private final Layer branch;

    /**
     * Creates the block.
     *
     * @param expansion E, the factor by which it widens its channels
     * @param groups the number of groups of channels of the 3×3 convolution, the "cardinality"
     * @param blocks the number of all blocks of the network
     */
    R3GanBlock(VariableScope scope, int channels, int expansion, int groups, int blocks) {
        int expanded = channels * expansion;
        Layer active = Activation.LEAKY_RELU.layer();
        double gain = Activation.LEAKY_RELU.gain() * Math.pow(blocks, -FIXUP);
        int fanIn = expanded / groups * KERNEL * KERNEL;
        this.branch = Layer.chain(
                "branch",
                List.of(
                        PointwiseConvolution.of(
                                scope.child("expand"),
                                channels,
                                expanded,
                                Initialization.byFanIn(channels, gain),
                                true),
                        active,
                        new GroupedConvolution(
                                scope.child("spatial"), expanded, groups, KERNEL, Initialization.byFanIn(fanIn, gain)),
                        active,
                        PointwiseConvolution.zero(scope.child("project"), expanded, channels)));
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        return x.add(branch.apply(parameters, pass, x));
    }

    @Override
    public List<Variable> parameters() {
        return branch.parameters();
    }

    @Override
    public String kind() {
        return "residual block";
    }
}
