package org.gan4j.architectures.refiner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefinementTest {
    private static final VariableScope SCOPE = VariableScope.of("network", 3);

    private static NetworkSpec refiner(Shape from, Shape to) {
        return NetworkSpec.of(SCOPE, new Field("other-image", DType.FLOAT, from), to);
    }

    private static NetworkSpec critic(long... sample) {
        return NetworkSpec.critic(SCOPE, Shape.of(sample));
    }

    private static Tensor apply(Network network, Parameters parameters, Tensor x) {
        return network.apply(parameters, ForwardPass.inference(), Inputs.of(x)).value();
    }

    private static void requireAgreement(String name, Network network) {
        OracleCase known = Oracle.read("refiner").named(name);
        Map<Variable, Tensor> values = new HashMap<>();
        for (Variable variable : network.parameters()) {
            Tensor value = known.input(variable.name().substring("network/".length()));
            values.put(variable, value.reshape(variable.shape().dims()));
        }
        assertThat(values).hasSize(known.inputs().size() - 1);
        Tensor y = apply(network, Parameters.replacing(values), known.input("x"));
        known.requireExpected("y", y.evaluate(), 1e-10);
    }

    /** make_refiner_oracles.py in gan-testkit writes the expected values. */
    @Test
    void bothNetworksAgreeWithPyTorch() {
        requireAgreement(
                "refiner",
                Refinement.refiner().width(2).blocks(1).build(refiner(Shape.of(2, 3, 4), Shape.of(1, 3, 4))));
        requireAgreement(
                "local", Refinement.critic().layers(3).halvings(1).width(2).build(critic(1, 5, 6)));
    }

    /** As torch.nn counts them in make_refiner_oracles.py. */
    @Test
    void bothHaveTheParametersThatPyTorchCounts() {
        Shape eye = Shape.of(1, 35, 55);
        assertThat(Refinement.refiner().build(refiner(eye, eye)).parameterCount())
                .isEqualTo(296_129);
        assertThat(Refinement.critic().build(critic(1, 35, 55)).parameterCount())
                .isEqualTo(78_721);
    }

    @Test
    void imagesOfAnySizeAreRefinedAndScored() {
        Shape digit = Shape.of(1, 8, 8);
        Network refiner = Refinement.refiner().width(2).blocks(1).build(refiner(digit, digit));
        Network critic = Refinement.critic().width(2).build(critic(1, 8, 8));
        for (int[] size : new int[][] {{8, 8}, {1, 1}, {5, 31}}) {
            Tensor x = Tensor.zeros(2, 1, size[0], size[1]);
            assertThat(apply(refiner, Parameters.variables(), x).shape()).isEqualTo(x.shape());
            Outputs outputs = critic.apply(Parameters.variables(), ForwardPass.inference(), Inputs.of(x));
            assertThat(outputs.value().shape()).isEqualTo(x.shape());
            assertThat(outputs.head(Outputs.FEATURES).shape()).isEqualTo(Shape.of(2, 2, size[0], size[1]));
        }
        assertThat(refiner.mixesSamples()).isFalse();
        assertThat(critic.mixesSamples()).isFalse();
    }

    /** Each 3×3 convolution adds two pixels, of the size that the halvings before it have made. */
    @ParameterizedTest
    @CsvSource({"1, 0, 3", "2, 0, 5", "3, 0, 7", "2, 1, 7", "3, 2, 15"})
    void eachScoreDependsOnAPatchOfThisSize(int layers, int halvings, int pixels) {
        LocalCritic critic =
                Refinement.critic().layers(layers).halvings(halvings).width(1);
        assertThat(critic.receptiveField()).isEqualTo(pixels);
        Tensor image = Tensor.ones(1, 1, 40, 40).named("image");
        // weights of one, so that no pixel's influence cancels
        Parameters ones = variable -> Tensor.ones(variable.shape().dims());
        Tensor scores = apply(critic.build(critic(1, 40, 40)), ones, image);
        int middle = scores.shape().dim(2) / 2;
        Tensor score = scores.slice(2, middle, middle + 1).slice(3, middle, middle + 1);
        Tensor rows = Gradients.of(score, image).abs().sum(0, 1, 3).greater(0).cast(DType.FLOAT);
        assertThat((int) rows.sum().evaluate().item()).isEqualTo(pixels);
    }

    @Test
    void saysWhatDoesNotFit() {
        Shape digit = Shape.of(1, 8, 8);
        assertThat(Refinement.refiner().problems(refiner(digit, Shape.of(3, 8, 8))))
                .isEmpty();
        assertThat(Refinement.refiner().problems(refiner(digit, Shape.of(1, 8, 9))))
                .containsExactly("SimGAN's refiner makes images of the size of its input, which [1, 8, 8] to [1, 8, 9]"
                        + " is not: resize one of them");
        assertThat(Refinement.refiner().problems(NetworkSpec.generator(SCOPE, 10, digit)))
                .singleElement()
                .asString()
                .contains("SimGAN's refiner generates from samples");
        assertThat(Refinement.refiner().width(0).blocks(0).problems(refiner(digit, digit)))
                .containsExactly("SimGAN's refiner needs at least one channel and one block, not 0 and 0: choose a"
                        + " width and a number of blocks of at least 1");
        assertThat(Refinement.critic().problems(critic(1, 1, 1))).isEmpty();
        assertThat(Refinement.critic().problems(critic(64)))
                .singleElement()
                .asString()
                .contains("channels×height×width");
        assertThat(Refinement.critic().halvings(4).problems(critic(1, 8, 8)))
                .singleElement()
                .asString()
                .contains("no more halvings than layers");
    }
}
