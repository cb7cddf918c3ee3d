package org.gan4j.architectures.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.ShapeCheck;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.spectral.SpectralNorm;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final VariableScope SCOPE = VariableScope.of("critic", 3);
    private static final NetworkSpec IMAGES = NetworkSpec.critic(SCOPE, Shape.of(3, 8, 8));

    @Test
    void scoresOfPacksAgreeWithPyTorch() {
        OracleCase known = Oracle.read("wrappers").named("packing");
        Network critic = Packing.of(Mlp.critic().layers(1).width(5), 2).build(NetworkSpec.critic(SCOPE, Shape.of(3)));
        Map<Variable, Tensor> values = new HashMap<>();
        String[] names = {"w1", "b1", "w2", "b2"};
        for (int i = 0; i < names.length; i++) {
            values.put(critic.parameters().get(i), known.input(names[i], DType.FLOAT));
        }
        Tensor scores = critic.apply(
                        Parameters.replacing(values),
                        ForwardPass.inference(),
                        Inputs.of(known.input("real", DType.FLOAT)))
                .value();
        known.requireExpected("scores", scores.evaluate(), 1e-6);
    }

    @Test
    void joinsTheChannelsOfConsecutiveImages() {
        PackedCritic packed = Packing.of(Dcgan.critic().width(2), 2);
        Network critic = packed.build(IMAGES);
        assertThat(critic.parameters().get(0).shape()).isEqualTo(Shape.of(2, 6, 4, 4));
        Tensor images = RandomKey.of(1).normal(4, 3, 8, 8);
        Tensor joined = Tensor.concat(
                0,
                Tensor.concat(1, images.slice(0, 0, 1), images.slice(0, 1, 2)),
                Tensor.concat(1, images.slice(0, 2, 3), images.slice(0, 3, 4)));
        Network inner = packed.of().build(IMAGES.input(new Field("image", DType.FLOAT, Shape.of(6, 8, 8))));
        Outputs outputs = critic.apply(Variable::initial, ForwardPass.inference(), Inputs.of(images));
        assertThat(outputs.value().evaluate())
                .isEqualTo(inner.apply(Variable::initial, ForwardPass.inference(), Inputs.of(joined))
                        .value()
                        .evaluate());
        assertThat(outputs.head(Outputs.FEATURES).shape().dim(0)).isEqualTo(2);
    }

    @Test
    void wrappersNest() {
        PackedCritic packed =
                Packing.of(Packing.of(SpectralNorm.critic(Dcgan.critic().width(2)), 3), 2);
        assertThat(packed.samplesPerScore()).isEqualTo(6);
        assertThat(packed.problems(IMAGES)).isEmpty();
        Network critic = packed.resolved(IMAGES).build(IMAGES);
        Tensor twelve = Tensor.zeros(ShapeCheck.batch(packed), 3, 8, 8);
        assertThat(ShapeCheck.scores(critic, Inputs.of(twelve), packed.samplesPerScore()))
                .isEmpty();
        assertThat(SpectralNorm.critic(packed).samplesPerScore()).isEqualTo(6);
    }

    @Test
    void aBatchThatCannotBePackedSaysSo() {
        Network critic = Packing.of(Dcgan.critic().width(2), 2).build(IMAGES);
        Inputs three = Inputs.of(Tensor.zeros(3, 3, 8, 8));
        assertThatThrownBy(() -> critic.apply(Parameters.variables(), ForwardPass.inference(), three))
                .isInstanceOf(ShapeException.class)
                .hasMessage("the critic scores packs of 2 samples, but gets [3, 3, 8, 8]: choose a batch size divisible"
                        + " by 2");
    }

    @Test
    void aWrapperOfNoSamplesIsRefused() {
        assertThatThrownBy(() -> new Packing(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("packing needs at least 1 sample per pack, not 0; choose 2 to 4, as in the paper");
    }

    @Test
    void saysWhatDoesNotFit() {
        PackedCritic packed = Packing.of(Dcgan.critic(), 2);
        assertThat(packed.problems(IMAGES)).isEmpty();
        assertThat(packed.samples(0).problems(IMAGES))
                .containsExactly(
                        "a packed critic needs at least 1 sample per pack, not 0: choose 2 to 4, as in the paper");
        assertThat(packed.problems(IMAGES.with(new Field("label", DType.INT, Shape.scalar()))))
                .containsExactly("the packed critic would ignore the condition label []: choose an architecture that"
                        + " reads it");
        assertThat(packed.problems(NetworkSpec.critic(SCOPE, Shape.of(3, 7, 7))))
                .hasSize(1);
        assertThat(packed.problems(NetworkSpec.critic(SCOPE, Shape.scalar()))).hasSize(1);
    }
}
