package org.gan4j.architectures.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PatchTest {
    private static NetworkSpec spec(long... sample) {
        return NetworkSpec.critic(VariableScope.of("critic", 3), Shape.of(sample));
    }

    static Stream<OracleCase> known() {
        return Oracle.read("wrappers").cases().stream()
                .filter(known -> known.name().startsWith("patch"));
    }

    @ParameterizedTest
    @MethodSource("known")
    void agreesWithPyTorch(OracleCase known) {
        Tensor x = known.input("x", DType.FLOAT);
        Network critic = Patch.critic()
                .layers(known.wholeSetting("layers"))
                .width(2)
                .maxWidth(4)
                .normalization(Normalization.valueOf(known.text("normalization").toUpperCase(Locale.ROOT)))
                .build(spec(x.shape().without(0).dims()));
        Map<Variable, Tensor> values = new HashMap<>();
        for (Variable variable : critic.parameters()) {
            Tensor given = known.input(variable.name().substring("critic/".length()), DType.FLOAT);
            values.put(variable, given.reshape(variable.shape().dims()));
        }
        assertThat(values).hasSize(known.inputs().size() - 1);
        Tensor scores = critic.apply(Parameters.replacing(values), ForwardPass.training(RandomKey.of(1)), Inputs.of(x))
                .value();
        known.requireExpected("scores", scores.evaluate(), 1e-5);
    }

    /** The paper's 16×16 and 70×70 patches (section 4.4 and appendix 6.1.2 of arXiv:1611.07004). */
    @ParameterizedTest
    @CsvSource({"1,16", "2,34", "3,70"})
    void eachScoreDependsOnAPatchOfThisSize(int layers, int pixels) {
        PatchCritic critic = Patch.critic().layers(layers);
        assertThat(critic.receptiveField()).isEqualTo(pixels);
        int size = 4 * pixels / 3 - 4 * pixels / 3 % (1 << layers);
        Network network = critic.width(1)
                .maxWidth(1)
                .normalization(Normalization.NONE)
                .activation(Activation.NONE)
                .build(spec(1, size, size));
        Tensor image = Tensor.ones(1, 1, size, size).named("image");
        // weights of one, so that no pixel's influence cancels
        Parameters ones = variable -> Tensor.ones(variable.shape().dims());
        Tensor scores =
                network.apply(ones, ForwardPass.inference(), Inputs.of(image)).value();
        int middle = scores.shape().dim(2) / 2;
        Tensor score = scores.slice(2, middle, middle + 1).slice(3, middle, middle + 1);
        Tensor rows = Gradients.of(score, image).abs().sum(0, 1, 3).greater(0).cast(DType.FLOAT);
        assertThat((int) rows.sum().evaluate().item()).isEqualTo(pixels);
    }

    @Test
    void scores256By256ImagesWithAMapOf30By30() {
        // pix2pix's critic of 6 channels, the input and the output image: 2,768,705 parameters in PyTorch's code
        Network critic = Patch.critic().build(spec(6, 256, 256));
        Outputs outputs =
                critic.apply(Parameters.variables(), ForwardPass.inference(), Inputs.of(Tensor.zeros(1, 6, 256, 256)));
        assertThat(outputs.value().shape()).isEqualTo(Shape.of(1, 1, 30, 30));
        assertThat(outputs.head(Outputs.FEATURES).shape()).isEqualTo(Shape.of(1, 512, 31, 31));
        assertThat(critic.parameterCount()).isEqualTo(2_768_705);
    }

    /** In a map of a score per patch, small images keep more than a few scores only with small patches. */
    @ParameterizedTest
    @CsvSource({"1,14", "2,6", "3,2"})
    void scores32By32ImagesWithAMapOfThisSize(int layers, int size) {
        PatchCritic critic = Patch.critic().layers(layers).width(1).normalization(Normalization.INSTANCE);
        assertThat(critic.problems(spec(3, 32, 32))).isEmpty();
        Network network = critic.build(spec(3, 32, 32));
        assertThat(network.mixesSamples()).isFalse();
        Tensor images = Tensor.input("images", DType.FLOAT, 2, 3, 32, 32);
        assertThat(network.apply(Parameters.variables(), ForwardPass.inference(), Inputs.of(images))
                        .value()
                        .shape())
                .isEqualTo(Shape.of(2, 1, size, size));
    }

    @Test
    void keepsSamplesApartUnderAPenalty() {
        assertThat(Patch.critic().resolved(spec(1, 28, 28)).normalization()).isEqualTo(Normalization.BATCH);
        NetworkSpec independent = spec(1, 28, 28).independent(true);
        assertThat(Patch.critic().resolved(independent).normalization()).isEqualTo(Normalization.LAYER);
        assertThat(Patch.critic().width(1).build(independent).mixesSamples()).isFalse();
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThat(Patch.critic().problems(spec(1, 28, 28))).isEmpty();
        assertThat(Patch.critic().problems(spec(1, 16, 20)))
                .containsExactly("PatchGAN cannot halve 16×20 images 3 times: choose from 1 to 2 layers");
        assertThat(Patch.critic().layers(2).problems(spec(1, 16, 20))).isEmpty();
        assertThat(Patch.critic().problems(spec(1, 5, 9)))
                .containsExactly("PatchGAN needs images of at least 6×6 pixels; the data are 5×9: enlarge them or"
                        + " choose another architecture");
        assertThat(Patch.critic().problems(spec(2))).singleElement().asString().contains("channels×height×width");
        assertThat(Patch.critic().width(0).problems(spec(1, 28, 28))).hasSize(1);
    }
}
