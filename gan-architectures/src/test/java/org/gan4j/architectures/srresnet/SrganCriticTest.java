package org.gan4j.architectures.srresnet;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.architectures.spectral.SpectralNorm;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.testkit.GradientCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SrganCriticTest {
    private static final SrganCritic SMALL = SrResNet.critic().width(1);

    private static NetworkSpec spec(long... image) {
        return NetworkSpec.critic(VariableScope.of("network", 3), Shape.of(image));
    }

    private static Outputs apply(Network network, Tensor x) {
        return network.apply(Parameters.variables(), ForwardPass.training(RandomKey.of(1)), Inputs.of(x));
    }

    @Test
    void agreesWithPyTorch() {
        SrganOracle.requireAgreement("srgan", SMALL.build(spec(2, 5, 7)));
    }

    /** As torch.nn counts them in make_srgan_oracles.py. */
    @Test
    void hasThePapersParameters() {
        assertThat(SrResNet.critic().build(spec(3, 96, 96)).parameterCount()).isEqualTo(23_563_649);
    }

    @ParameterizedTest
    @CsvSource({"3,96,96", "1,28,28", "2,1,1", "3,17,40"})
    void scoresImagesOfAnySize(int channels, int height, int width) {
        NetworkSpec spec = spec(channels, height, width);
        assertThat(SMALL.problems(spec)).isEmpty();
        Outputs scored = apply(SMALL.build(spec), Tensor.zeros(2, channels, height, width));
        assertThat(scored.value().shape()).isEqualTo(Shape.of(2));
        assertThat(scored.head(Outputs.FEATURES).shape()).isEqualTo(Shape.of(2, 16));
    }

    @Test
    void normalizesWhatTheSpecAllows() {
        NetworkSpec spec = spec(3, 24, 24);
        assertThat(SMALL.resolved(spec).normalization()).isEqualTo(Normalization.BATCH);
        assertThat(SMALL.resolved(spec.independent(true)).normalization()).isEqualTo(Normalization.LAYER);
        assertThat(SMALL.resolved(spec.normalized(true)).normalization()).isEqualTo(Normalization.NONE);
        assertThat(SMALL.build(spec).mixesSamples()).isTrue();
        assertThat(SMALL.build(spec.independent(true)).mixesSamples()).isFalse();
    }

    @Test
    void underAPenaltyItHasRightFirstAndSecondDerivatives() {
        Network critic = SMALL.width(2).build(spec(1, 6, 5).independent(true));
        GradientCheck.of(
                        in -> apply(critic, in.get(0)).value(),
                        RandomKey.of(5).normal(2, 1, 6, 5).named("x"))
                .order(2)
                .holds();
    }

    @Test
    void nestsInWrappers() {
        NetworkSpec spec = spec(1, 4, 4);
        Tensor images = Tensor.zeros(4, 1, 4, 4);
        assertThat(apply(SpectralNorm.critic(SMALL).build(spec), images).value().shape())
                .isEqualTo(Shape.of(4));
        assertThat(apply(Packing.of(SMALL, 2).build(spec), images).value().shape())
                .isEqualTo(Shape.of(2));
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThat(SMALL.problems(spec(2))).singleElement().asString().contains("channels×height×width");
        assertThat(SMALL.width(0).problems(spec(1, 8, 8))).hasSize(1);
        SrganCritic instance = SMALL.normalization(Normalization.INSTANCE);
        assertThat(instance.problems(spec(1, 16, 17))).isEmpty();
        assertThat(instance.problems(spec(1, 16, 16)))
                .singleElement()
                .asString()
                .contains("16×16 to one pixel", "choose another normalization");
    }
}
