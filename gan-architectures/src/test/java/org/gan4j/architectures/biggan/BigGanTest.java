package org.gan4j.architectures.biggan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.ModulatedBatchNorm;
import org.gan4j.architectures.layers.ResidualBlock;
import org.gan4j.architectures.spectral.SpectralNorm;
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

/** BigGAN against PyTorch's numbers (make_biggan_oracles.py in gan-testkit). */
class BigGanTest {
    private static final Field CLASS = new Field(Field.LABEL, DType.INT, Shape.scalar());

    private static NetworkSpec generated(int latent, int classes, long... sample) {
        NetworkSpec spec = NetworkSpec.generator(VariableScope.of("g", 3), latent, Shape.of(sample));
        return classes == 0 ? spec : spec.classes(classes).with(CLASS);
    }

    private static NetworkSpec judged(long... sample) {
        return NetworkSpec.critic(VariableScope.of("d", 3), Shape.of(sample));
    }

    private static Layer block(String name) {
        VariableScope scope = VariableScope.of("block", 1);
        switch (name) {
            case "up":
                return ResidualBlock.modulated(scope, 2, 1, 3, Activation.SILU);
            case "down":
                return ResidualBlock.widening(scope, 1, 2, true, Activation.SILU);
            default:
                return ResidualBlock.widening(scope, 1, 2, false, Activation.SILU);
        }
    }

    private static final Map<String, String> ORACLES = Map.ofEntries(
            Map.entry("norm1/gain", "a1"),
            Map.entry("norm1/shift", "s1"),
            Map.entry("conv1/weight", "w1"),
            Map.entry("conv1/bias", "b1"),
            Map.entry("norm2/gain", "a2"),
            Map.entry("norm2/shift", "s2"),
            Map.entry("conv2/weight", "w2"),
            Map.entry("conv2/bias", "b2"),
            Map.entry("shortcut/weight", "ws"),
            Map.entry("shortcut/bias", "bs"));

    static Stream<OracleCase> known() {
        return Oracle.read("biggan").cases().stream();
    }

    @ParameterizedTest
    @MethodSource("known")
    void blocksAgreeWithPyTorch(OracleCase known) {
        Layer block = block(known.name());
        Map<Variable, Tensor> values = new HashMap<>();
        List<String> names = new ArrayList<>(List.of("x"));
        List<Tensor> xs = new ArrayList<>(List.of(known.input("x")));
        Map<String, Tensor> conditions = new HashMap<>();
        if (known.inputs().contains("v")) {
            names.add("v");
            xs.add(known.input("v"));
            conditions.put(ModulatedBatchNorm.VECTOR, xs.get(1));
        }
        for (Variable variable : block.parameters()) {
            String name = ORACLES.get(variable.name().substring("block/".length()));
            assertThat(known.input(name).shape()).as(name).isEqualTo(variable.shape());
            names.add(name);
            xs.add(known.input(name));
            values.put(variable, xs.get(xs.size() - 1));
        }
        Tensor y =
                block.apply(Parameters.replacing(values), ForwardPass.training(RandomKey.of(1)), xs.get(0), conditions);
        known.requireExpected("y", y.evaluate(), 1e-11);
        List<Tensor> first = Gradients.of(y.mul(known.input("c")).sum(), xs);
        Tensor squares = first.stream()
                .map(one -> one.square().sum())
                .reduce(Tensor::add)
                .orElseThrow();
        List<Tensor> second = Gradients.of(squares, xs);
        for (int i = 0; i < xs.size(); i++) {
            if (!names.get(i).equals("b1") || conditions.isEmpty()) { // batch normalization removes a bias before it
                known.requireExpected("grad_" + names.get(i), first.get(i).evaluate(), 1e-10);
                known.requireExpected("grad2_" + names.get(i), second.get(i).evaluate(), 1e-9);
            }
        }
    }

    /** Tables 4 to 6 with 1,000 classes, but for the critic's class embedding, which the application adds. */
    @ParameterizedTest
    @CsvSource({"128,120,70433988,87982370", "256,140,82235844,99225890", "512,128,82296804,99401282"})
    void hasThePapersParameters(int size, int latent, long generator, long critic) {
        BigGanGenerator big = BigGan.generator().latent(latent).width(96);
        NetworkSpec spec = generated(latent, 1000, 3, size, size);
        assertThat(big.problems(spec)).isEmpty();
        assertThat(big.build(spec).parameterCount()).isEqualTo(generator);
        long classes = 1000 * 16 * 96;
        assertThat(BigGan.critic().width(96).build(judged(3, size, size)).parameterCount())
                .isEqualTo(critic - classes);
    }

    @ParameterizedTest
    @CsvSource({"1,28,28", "3,32,32", "3,64,64", "3,48,32", "1,8,8", "2,4,4", "1,2,2", "1,96,64"})
    void fitsAnyEvenSize(int channels, int height, int width) {
        NetworkSpec spec = generated(60, 3, channels, height, width);
        BigGanGenerator generator = BigGan.generator().latent(60).width(2).embedding(4);
        BigGanCritic critic = BigGan.critic().width(2);
        assertThat(generator.problems(spec)).isEmpty();
        assertThat(critic.problems(judged(channels, height, width))).isEmpty();
        Inputs inputs = Inputs.of(Tensor.zeros(5, 60)).with(Field.LABEL, Tensor.of(new int[] {0, 1, 2, 0, 1}, 5));
        ForwardPass pass = ForwardPass.training(RandomKey.of(1));
        Tensor made = generator
                .build(spec)
                .apply(Parameters.variables(), pass, inputs)
                .value();
        assertThat(made.shape()).isEqualTo(Shape.of(5, channels, height, width));
        Outputs scored =
                critic.build(judged(channels, height, width)).apply(Parameters.variables(), pass, Inputs.of(made));
        assertThat(scored.value().shape()).isEqualTo(Shape.of(5));
        assertThat(scored.head(Outputs.FEATURES).shape().rank()).isEqualTo(4);
    }

    @Test
    void theClassChangesTheSampleAndEachChunkABlock() {
        NetworkSpec spec = generated(6, 2, 1, 8, 8);
        Network network = BigGan.generator().latent(6).width(2).embedding(3).build(spec);
        Tensor x = RandomKey.of(4).normal(1, 6);
        float[] first = made(network, x, 0);
        assertThat(made(network, x, 1)).isNotEqualTo(first);
        for (int i = 0; i < 6; i++) {
            float[] moved = new float[6];
            moved[i] = 1;
            assertThat(made(network, x.add(Tensor.of(moved, 1, 6)), 0))
                    .as("latent " + i)
                    .isNotEqualTo(first);
        }
    }

    private static float[] made(Network network, Tensor x, int label) {
        Inputs inputs = Inputs.of(x).with(Field.LABEL, Tensor.of(new int[] {label}, 1));
        return network.apply(Variable::initial, ForwardPass.inference(), inputs)
                .value()
                .toFloats();
    }

    @Test
    void withoutLabelsTheLatentsAloneModulateTheBlocks() {
        Network network = BigGan.generator().latent(6).width(2).build(generated(6, 0, 1, 8, 8));
        assertThat(network.parameters()).noneMatch(each -> each.name().endsWith("embedding"));
        assertThat(network.apply(Variable::initial, ForwardPass.inference(), Inputs.of(Tensor.ones(2, 6)))
                        .value()
                        .shape())
                .isEqualTo(Shape.of(2, 1, 8, 8));
    }

    @Test
    void whatIsAppendedToTheLatentsModulatesAllBlocks() {
        Network network = BigGan.generator().latent(6).width(2).build(generated(6 + 3, 0, 1, 8, 8));
        // one chunk of 3 latents and 3 further numbers
        assertThat(network.parameters())
                .filteredOn(each -> each.name().equals("g/block1/norm1/gain"))
                .singleElement()
                .satisfies(gain -> assertThat(gain.shape()).isEqualTo(Shape.of(6, 8)));
    }

    @Test
    void spectralNormalizationAndOrthogonalityConcernTheWeightsAlone() {
        NetworkSpec spec = generated(6, 2, 1, 8, 8);
        Network network =
                SpectralNorm.generator(BigGan.generator().latent(6).width(2)).build(spec);
        assertThat(network.parameters())
                .filteredOn(each -> !each.isWeight())
                .extracting(Variable::name)
                .allMatch(name -> name.matches(".*/(embedding|bias|gamma|beta)"));
        assertThat(network.state())
                .filteredOn(each -> each.name().endsWith("/u"))
                .hasSameSizeAs(
                        network.parameters().stream().filter(Variable::isWeight).toList());
    }

    @Test
    void weightsBeginAsOrthogonalMatrices() {
        for (Variable weight : BigGan.critic().width(3).build(judged(1, 8, 8)).parameters()) {
            if (weight.isWeight()) {
                int axis = weight.outputAxis().orElseThrow();
                Tensor initial = weight.initial();
                Tensor rows = axis == 0 ? initial.reshape(initial.shape().dim(0), -1) : initial.transpose();
                boolean tall = rows.shape().dim(0) > rows.shape().dim(1);
                Tensor products = rows.matmul(rows, tall, !tall);
                int n = products.shape().dim(0);
                float[] found = products.toFloats();
                for (int i = 0; i < n * n; i++) {
                    assertThat(found[i]).as(weight.name()).isCloseTo(i % (n + 1) == 0 ? 1 : 0, within(1e-4f));
                }
            }
        }
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThat(BigGan.generator().latent(100).problems(generated(100, 0, 1, 28, 28)))
                .containsExactly(
                        "BigGAN's generator cuts the latents into 3 equal chunks for images of 28×28, but there are"
                                + " 100: choose a latent divisible by 3, such as 99");
        assertThat(BigGan.generator().width(0).problems(generated(120, 0, 1, 28, 28)))
                .hasSize(1);
        assertThat(BigGan.critic().width(0).problems(judged(1, 28, 28))).hasSize(1);
        assertThat(BigGan.critic().problems(judged(1, 27, 28)))
                .containsExactly("BigGAN needs an even height and width; the data are 27×28: resize or pad them");
        assertThat(BigGan.critic().problems(judged(2)))
                .singleElement()
                .asString()
                .contains("channels×height×width");
        assertThat(BigGan.critic().problems(judged(1, 1024, 1024)))
                .containsExactly(
                        "BigGAN has no widths for images of 1024×1024, which it would halve 8 times: resize them to"
                                + " 512×512 or less");
        assertThat(BigGan.critic().attention(28).problems(judged(1, 28, 28)))
                .singleElement()
                .asString()
                .contains("choose an attention of 14");
    }

    @Test
    void attentionStandsWhereThePaperHasIt() {
        assertThat(BigGan.generator().resolved(generated(120, 0, 3, 128, 128)).attention())
                .isEqualTo(64);
        assertThat(BigGan.critic().resolved(judged(3, 512, 512)).attention()).isEqualTo(64);
        assertThat(BigGan.critic().resolved(judged(1, 28, 28)).attention()).isEqualTo(14);
        assertThat(BigGan.critic().resolved(judged(1, 2, 2)).attention()).isZero();
    }

    @Test
    void namesEachVariableOnce() {
        Network network = BigGan.generator().latent(6).width(2).build(generated(6, 2, 1, 8, 8));
        List<String> names = network.variables().map(Variable::name).toList();
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        assertThat(names).allMatch(name -> name.startsWith("g/"));
    }

    @Test
    void aModulatedNormWithoutAVectorSaysWhatIsMissing() {
        Layer norm = new ModulatedBatchNorm(VariableScope.of("n", 1), 2, 3, 1);
        assertThatThrownBy(() -> norm.apply(Parameters.variables(), ForwardPass.inference(), Tensor.zeros(1, 2, 2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs the condition vector");
    }
}
