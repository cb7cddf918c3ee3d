package org.gan4j.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.gan4j.api.data.Field;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class NetworkSpecTest {
    private static final VariableScope SCOPE = VariableScope.of("net", 1);
    private static final Shape IMAGE = Shape.of(3, 8, 8);
    private static final Field LABEL = new Field(Field.LABEL, DType.INT, Shape.scalar());

    @Test
    void aGeneratorReadsLatentsAndGivesSamples() {
        NetworkSpec spec = NetworkSpec.generator(SCOPE, 5, IMAGE);
        assertThat(spec.inputs()).containsExactly(new Field("latents", DType.FLOAT, Shape.of(5)));
        assertThat(spec.latents()).hasValue(5);
        assertThat(spec.output()).isEqualTo(IMAGE);
        assertThat(spec.independentSamples()).isFalse();
        assertThat(spec.classes()).isZero();
    }

    @Test
    void aCriticReadsSamplesAndGivesScores() {
        NetworkSpec spec = NetworkSpec.critic(SCOPE, IMAGE).independent(true);
        assertThat(spec.input()).isEqualTo(new Field("image", DType.FLOAT, IMAGE));
        assertThat(spec.latents()).isEmpty();
        assertThat(spec.output()).isEqualTo(Shape.scalar());
        assertThat(spec.independentSamples()).isTrue();
    }

    @Test
    void conditionsFollowTheMainInput() {
        NetworkSpec spec =
                NetworkSpec.generator(SCOPE, 5, IMAGE).with(LABEL).classes(10).latents(15);
        assertThat(spec.conditions()).containsExactly(LABEL);
        assertThat(spec.latents()).hasValue(15);
        assertThat(spec.classes()).isEqualTo(10);
    }

    @Test
    void inputsHaveDifferentNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkSpec.of(SCOPE, LABEL, IMAGE).with(LABEL))
                .withMessage("the network net has two inputs named label: rename one of them");
    }

    @Test
    void generatorsFromLatentsAndFromSamplesSayWhichInputTheyLack() {
        NetworkSpec fromLatents = NetworkSpec.generator(SCOPE, 5, IMAGE);
        NetworkSpec fromImages = NetworkSpec.of(SCOPE, new Field("sketch", DType.FLOAT, IMAGE), IMAGE);
        assertThat(InputCheck.latents("the MLP", fromLatents)).isEmpty();
        assertThat(InputCheck.samples("the U-Net", fromImages)).isEmpty();
        assertThat(InputCheck.latents("the MLP", fromImages))
                .containsExactly("the MLP generates from a vector of latents, but its main input is sketch [3, 8, 8]:"
                        + " choose a generator that reads sketch, or an application that gives it latents");
        assertThat(InputCheck.samples("the U-Net", fromLatents))
                .containsExactly("the U-Net generates from samples, but its main input is latents [5]: choose a"
                        + " generator that reads latents, such as dcgan, or an application that gives it samples");
    }

    @Test
    void aConditionThatANetworkIgnoresIsAProblem() {
        NetworkSpec spec = NetworkSpec.generator(SCOPE, 5, IMAGE).with(LABEL);
        assertThat(InputCheck.latents("the MLP", spec, Field.LABEL)).isEmpty();
        assertThat(InputCheck.latents("the MLP", spec))
                .containsExactly("the MLP would ignore the condition label []: choose an architecture that reads it");
    }
}
