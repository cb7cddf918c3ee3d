package org.gan4j.architectures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.dcgan.DcganCritic;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.BatchFeatures;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.mlp.MlpCritic;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.architectures.spectral.SpectralNorm;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class BatchFeaturesOfCriticsTest {
    private static final NetworkSpec SPEC = NetworkSpec.critic(VariableScope.of("critic", 3), Shape.of(1, 8, 8));
    private static final DcganCritic DCGAN = Dcgan.critic().width(2);
    private static final MlpCritic MLP = Mlp.critic().width(5);

    private static Shape scores(Network network) {
        return network.apply(
                        Parameters.variables(),
                        ForwardPass.training(RandomKey.of(1)),
                        Inputs.of(Tensor.zeros(8, 1, 8, 8)))
                .value()
                .shape();
    }

    @Test
    void addFeaturesBeforeTheScore() {
        long dcgan = DCGAN.build(SPEC).parameterCount();
        long mlp = MLP.build(SPEC).parameterCount();
        Network dcganStddev = DCGAN.batchFeatures(BatchFeatures.STDDEV).build(SPEC);
        assertThat(dcganStddev.parameterCount()).isEqualTo(dcgan + 1);
        assertThat(scores(dcganStddev)).isEqualTo(Shape.of(8));
        // 2·2·4 features, 100 kernels of 5 numbers, 100 weights of the score
        Network discriminating =
                DCGAN.batchFeatures(BatchFeatures.DISCRIMINATION).build(SPEC);
        assertThat(discriminating.parameterCount()).isEqualTo(dcgan + 16 * 500 + 100);
        assertThat(scores(discriminating)).isEqualTo(Shape.of(8));
        assertThat(scores(MLP.batchFeatures(BatchFeatures.STDDEV).build(SPEC))).isEqualTo(Shape.of(8));
        Network discriminatingMlp =
                MLP.batchFeatures(BatchFeatures.DISCRIMINATION).build(SPEC);
        assertThat(discriminatingMlp.parameterCount()).isEqualTo(mlp + 5 * 500 + 100);
        assertThat(scores(discriminatingMlp)).isEqualTo(Shape.of(8));
    }

    @Test
    void underAPenaltyTheStandardDeviationIsAllowedAlsoInsideOtherCritics() {
        NetworkSpec penalty = SPEC.independent(true);
        for (CriticArchitecture critic : List.of(
                DCGAN.batchFeatures(BatchFeatures.STDDEV),
                MLP.batchFeatures(BatchFeatures.STDDEV),
                SpectralNorm.critic(DCGAN.batchFeatures(BatchFeatures.STDDEV)),
                Packing.of(DCGAN.batchFeatures(BatchFeatures.STDDEV), 2))) {
            assertThat(critic.problems(penalty)).isEmpty();
            Network built = critic.build(penalty);
            assertThat(built.mixesSamples()).isTrue();
            assertThat(built.allowsInputGradients()).isTrue();
        }
        assertThat(SpectralNorm.critic(DCGAN.normalization(Normalization.BATCH))
                        .build(SPEC)
                        .allowsInputGradients())
                .isFalse();
        assertThat(DCGAN.batchFeatures(BatchFeatures.DISCRIMINATION).problems(penalty))
                .singleElement()
                .asString()
                .contains("DCGAN's critic", "choose STDDEV");
        assertThat(MLP.batchFeatures(BatchFeatures.DISCRIMINATION).problems(penalty))
                .singleElement()
                .asString()
                .contains("the MLP critic", "choose STDDEV");
    }

    @Test
    void runsWithoutTheSettingHaveNone() {
        assertThat(new DcganCritic(2, 0, 0, Activation.AUTO, Normalization.AUTO, null, 0))
                .isEqualTo(DCGAN);
        assertThat(new MlpCritic(3, 5, Activation.AUTO, 1, 0, Normalization.NONE, null))
                .isEqualTo(MLP);
        assertThat(DCGAN.batchFeatures()).isEqualTo(BatchFeatures.NONE);
    }
}
