package org.gan4j.architectures.dirac;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.junit.jupiter.api.Test;

class DiracTest {
    private static final VariableScope SCOPE = VariableScope.of("dirac", 1);

    private static Tensor apply(Network network, Tensor x) {
        return network.apply(Variable::initial, ForwardPass.training(RandomKey.of(1)), Inputs.of(x))
                .value();
    }

    @Test
    void theGeneratorIsItsParameterWhateverTheLatents() {
        Network generator = Dirac.generator().initial(0.5).build(NetworkSpec.generator(SCOPE, 1, Shape.of(1)));
        assertThat(generator.parameterCount()).isEqualTo(1);
        Tensor samples = apply(generator, Tensor.of(new float[] {3, -2, 7}, 3, 1));
        assertThat(samples.shape()).isEqualTo(Shape.of(3, 1));
        assertThat(samples.toDoubles()).containsOnly(0.5);
        Tensor theta = generator.parameters().get(0).initial();
        assertThat(theta.shape()).isEqualTo(Shape.of(1));
    }

    @Test
    void samplesMayHaveAnyShape() {
        NetworkSpec spec = NetworkSpec.generator(SCOPE, 4, Shape.of(2, 3, 5));
        assertThat(Dirac.generator().problems(spec)).isEmpty();
        Tensor samples = apply(Dirac.generator().build(spec), Tensor.zeros(6, 4));
        assertThat(samples.shape()).isEqualTo(Shape.of(6, 2, 3, 5));
        assertThat(samples.toDoubles()).containsOnly(1);
        Network critic = Dirac.critic().initial(2).build(NetworkSpec.critic(SCOPE, Shape.of(2, 3, 5)));
        assertThat(apply(critic, samples).toDoubles()).hasSize(6).containsOnly(60);
    }

    @Test
    void theCriticIsLinearWithoutABias() {
        Network critic = Dirac.critic().initial(-3).build(NetworkSpec.critic(SCOPE, Shape.of(1)));
        assertThat(critic.parameterCount()).isEqualTo(1);
        assertThat(critic.parameters()).allMatch(Variable::isWeight);
        assertThat(critic.mixesSamples()).isFalse();
        Tensor x = Tensor.of(new float[] {2, 0, -1}, 3, 1);
        Tensor scores = apply(critic, x);
        assertThat(scores.toDoubles()).containsExactly(-6, 0, 3);
        assertThat(Gradients.of(scores.sum(), x).toDoubles()).containsOnly(-3);
        Network packed = Packing.of(Dirac.critic(), 3).build(NetworkSpec.critic(SCOPE, Shape.of(1)));
        assertThat(apply(packed, x).toDoubles()).containsExactly(1);
    }

    @Test
    void sayWhatDoesNotFit() {
        NetworkSpec generated = NetworkSpec.generator(SCOPE, 1, Shape.of(1));
        Field label = new Field(Field.LABEL, DType.INT, Shape.scalar());
        assertThat(Dirac.generator().problems(generated.with(label)))
                .singleElement()
                .asString()
                .contains("would ignore the condition label");
        assertThat(Dirac.critic()
                        .problems(NetworkSpec.critic(SCOPE, Shape.of(1)).with(label)))
                .singleElement()
                .asString()
                .contains("the linear critic would ignore");
        assertThat(Dirac.critic().problems(NetworkSpec.critic(SCOPE, Shape.of(0, 2))))
                .singleElement()
                .asString()
                .contains("samples without numbers");
    }
}
