package org.gan4j.architectures.unet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.ShapeCheck;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.architectures.spectral.SpectralNorm;
import org.gan4j.architectures.srresnet.SrganOracle;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.GradientCheck;
import org.junit.jupiter.api.Test;

class UNetTest {
    private static final UNetCritic SMALL = UNet.critic().width(1);

    private static NetworkSpec spec(long... image) {
        return NetworkSpec.critic(VariableScope.of("network", 3), Shape.of(image));
    }

    private static Outputs apply(Network network, Tensor x) {
        return network.apply(Parameters.variables(), ForwardPass.training(RandomKey.of(1)), Inputs.of(x));
    }

    @Test
    void agreesWithPyTorch() {
        SrganOracle.requireAgreement("unet", SMALL.build(spec(2, 8, 16)));
    }

    /** As torch.nn counts them in make_srgan_oracles.py, and as Real-ESRGAN's implementation has them. */
    @Test
    void hasThePapersParameters() {
        assertThat(UNet.critic().build(spec(3, 64, 64)).parameterCount()).isEqualTo(4_376_897);
    }

    @Test
    void scoresEachPixel() {
        NetworkSpec spec = spec(3, 8, 24);
        assertThat(SMALL.problems(spec)).isEmpty();
        Network network = UNet.critic().width(3).build(spec.independent(true));
        Tensor images = Tensor.input("x", DType.FLOAT, ShapeCheck.BATCH, 3, 8, 24);
        assertThat(ShapeCheck.scores(network, Inputs.of(images), 1)).isEmpty();
        Outputs scored = apply(network, images);
        assertThat(scored.value().shape()).isEqualTo(Shape.of(2, 1, 8, 24));
        assertThat(scored.head(Outputs.FEATURES).shape()).isEqualTo(Shape.of(2, 3, 8, 24));
        assertThat(network.mixesSamples()).isFalse();
    }

    @Test
    void spectralNormalizationFixesTheNormOfItsWeights() {
        NetworkSpec spec = spec(1, 8, 8);
        Network plain = SMALL.build(spec);
        Network normalized = SpectralNorm.critic(SMALL).build(spec);
        assertThat(normalized.parameters()).isEqualTo(plain.parameters());
        assertThat(normalized.state()).hasSize(2 * 10);
        Tensor x = RandomKey.of(5).normal(2, 1, 8, 8);
        double[] scores = scores(normalized, Variable::initial, x);
        assertThat(scores).hasSize(2 * 64).doesNotContain(Double.NaN);
        // the size of the weights makes no difference
        Parameters tripled =
                variable -> variable.isWeight() ? variable.initial().mul(3) : variable.initial();
        assertThat(scores(normalized, tripled, x)).containsExactly(scores, within(1e-5));
    }

    private static double[] scores(Network network, Parameters parameters, Tensor x) {
        return network.apply(parameters, ForwardPass.training(RandomKey.of(1)), Inputs.of(x))
                .value()
                .toDoubles();
    }

    @Test
    void nestsInPacking() {
        assertThat(apply(Packing.of(SMALL, 2).build(spec(1, 8, 8)), Tensor.zeros(4, 1, 8, 8))
                        .value()
                        .shape())
                .isEqualTo(Shape.of(2, 1, 8, 8));
    }

    @Test
    void itsGradientsAgreeWithFiniteDifferences() {
        Network critic = SMALL.build(spec(1, 8, 8));
        GradientCheck.of(
                        in -> apply(critic, in.get(0)).value(),
                        RandomKey.of(5).normal(1, 1, 8, 8).named("x"))
                .by(critic.parameters())
                .holds();
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThat(SMALL.problems(spec(1, 28, 32)))
                .containsExactly("the U-Net critic needs a height and width divisible by 8; the data are 28×32: resize,"
                        + " crop or pad them");
        assertThat(SMALL.problems(spec(2))).singleElement().asString().contains("channels×height×width");
        assertThat(SMALL.width(0).problems(spec(1, 8, 8))).hasSize(1);
    }
}
