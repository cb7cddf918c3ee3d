package org.gan4j.architectures.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.progressive.Fading;
import org.gan4j.architectures.progressive.Progressive;
import org.gan4j.architectures.progressive.ProgressiveCritic;
import org.gan4j.architectures.progressive.ProgressiveGenerator;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.functions.Resampling;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The networks of ProGAN, StyleGAN and StyleGAN2 against PyTorch's numbers (make_style_oracles.py in gan-testkit). */
class StyleTest {
    private static final Parameters INITIAL = Variable::initial;
    private static final VariableScope SCOPE = VariableScope.of("net", 3);
    private static final ProgressiveGenerator GENERATOR =
            Progressive.generator().latent(2).base(8).maxWidth(2);
    private static final ProgressiveCritic CRITIC = Progressive.critic().base(8).maxWidth(2);
    private static final StyleGenerator STYLE =
            Style.generator().latent(2).mapping(2, 2).base(8).maxWidth(2);

    private static NetworkSpec generated(int latent, long... sample) {
        return NetworkSpec.generator(SCOPE, latent, Shape.of(sample));
    }

    private static NetworkSpec judged(long... sample) {
        return NetworkSpec.critic(SCOPE, Shape.of(sample));
    }

    private static Network network(String name) {
        NetworkSpec g = generated(2, 1, 8, 8).with(Fading.field());
        NetworkSpec d = judged(1, 8, 8).with(Fading.field());
        return switch (name) {
            case "progressive-generator" -> GENERATOR.build(g);
            case "progressive-generator-filtered" -> GENERATOR.filtered(true).build(g);
            case "critic" -> CRITIC.build(d);
            case "critic-filtered" -> CRITIC.filtered(true).build(d);
            case "critic-residual" -> CRITIC.filtered(true).residual(true).build(judged(1, 8, 8));
            case "style-c" -> STYLE.constant(false).noise(false).build(g);
            case "style-d" -> STYLE.noise(false).build(g);
            case "style-e" -> STYLE.build(g);
            case "style2" ->
                STYLE.modulation(Modulation.DEMODULATED).skips(true).build(generated(2, 1, 8, 8));
            default -> throw new IllegalArgumentException(name);
        };
    }

    static Stream<OracleCase> known() {
        return Oracle.read("style").cases().stream();
    }

    @ParameterizedTest
    @MethodSource("known")
    void agreesWithPyTorch(OracleCase known) {
        Network network = network(known.name());
        Map<Variable, Tensor> values = new HashMap<>();
        List<String> names = new ArrayList<>(List.of("x"));
        List<Tensor> xs = new ArrayList<>(List.of(known.input("x")));
        Inputs inputs = Inputs.of(xs.get(0));
        if (known.inputs().contains(Fading.FADE)) {
            inputs = inputs.with(Fading.FADE, known.input(Fading.FADE));
            names.add(Fading.FADE);
            xs.add(inputs.condition(Fading.FADE));
        }
        for (Variable variable : network.variables().toList()) {
            String name = variable.name().substring("net/".length());
            if (!known.inputs().contains(name)) {
                assertThat(name).matches("mapping/mean|4x4/batch/running-stddev");
                continue;
            }
            Tensor value = known.input(name);
            assertThat(value.shape()).as(name).isEqualTo(variable.shape());
            values.put(variable, value);
            names.add(name);
            xs.add(value);
        }
        assertThat(names).hasSize(known.inputs().size() - 1).doesNotContain("c");
        // the critic's batch features are those of training; the generator's noise is fixed in inference
        ForwardPass pass =
                known.name().startsWith("critic") ? ForwardPass.training(RandomKey.of(1)) : ForwardPass.inference();
        Tensor y = network.apply(Parameters.replacing(values), pass, inputs).value();
        known.requireExpected("y", y.evaluate(), 1e-11);
        List<Tensor> first = Gradients.of(y.mul(known.input("c")).sum(), xs);
        Tensor squares = first.stream()
                .map(one -> one.square().sum())
                .reduce(Tensor::add)
                .orElseThrow();
        List<Tensor> second = Gradients.of(squares, xs);
        for (int i = 0; i < xs.size(); i++) {
            known.requireExpected("grad_" + names.get(i), first.get(i).evaluate(), 1e-9);
            known.requireExpected("grad2_" + names.get(i), second.get(i).evaluate(), 1e-8);
        }
    }

    /** As torch.nn counts them; the papers' tables have 23.1 and 26.2 million at 1024×1024. */
    @Test
    void hasThePapersNumbersOfParameters() {
        NetworkSpec g = generated(512, 3, 1024, 1024);
        NetworkSpec d = judged(3, 1024, 1024);
        assertThat(Progressive.generator().build(g).parameterCount()).isEqualTo(23_071_507);
        assertThat(Progressive.critic().build(d).parameterCount()).isEqualTo(23_077_137);
        assertThat(Style.generator().build(g).parameterCount()).isEqualTo(26_212_019);
        assertThat(Style.generator2().build(g).parameterCount()).isEqualTo(30_370_060);
        assertThat(Progressive.critic().base(32768).residual(true).build(d).parameterCount())
                .isEqualTo(29_012_513);
        NetworkSpec g256 = generated(512, 3, 256, 256);
        assertThat(Style.generator2().base(16384).build(g256).parameterCount()).isEqualTo(24_767_458);
        assertThat(Progressive.critic()
                        .base(16384)
                        .residual(true)
                        .build(judged(3, 256, 256))
                        .parameterCount())
                .isEqualTo(24_001_089);
    }

    @Test
    void sharesTheVariablesOfSmallerSizes() {
        for (boolean isStyle : new boolean[] {false, true}) {
            NetworkSpec small = generated(2, 1, 8, 8).with(Fading.field());
            NetworkSpec large = generated(2, 1, 16, 16).with(Fading.field());
            List<Variable> before = (isStyle ? STYLE.build(small) : GENERATOR.build(small)).parameters();
            List<Variable> after = (isStyle ? STYLE.build(large) : GENERATOR.build(large)).parameters();
            assertThat(before.stream().filter(each -> !after.contains(each)).map(Variable::name))
                    .containsExactly("net/4x4/image/weight", "net/4x4/image/bias");
        }
        List<Variable> critic =
                CRITIC.build(judged(1, 8, 8).with(Fading.field())).parameters();
        List<Variable> grown =
                CRITIC.build(judged(1, 16, 16).with(Fading.field())).parameters();
        assertThat(critic.stream().filter(each -> !grown.contains(each)).map(Variable::name))
                .containsExactly("net/4x4/colors/weight", "net/4x4/colors/bias");
    }

    @Test
    void anAddedSizeBeginsAtTheOutputBefore() {
        Network small = STYLE.build(generated(2, 1, 8, 8));
        Network large = STYLE.build(generated(2, 1, 16, 16).with(Fading.field()));
        Tensor latents = RandomKey.of(4).normal(2, 2);
        Tensor before = small.apply(INITIAL, ForwardPass.inference(), Inputs.of(latents))
                .value();
        Tensor after = large.apply(
                        INITIAL, ForwardPass.inference(), Inputs.of(latents).with(Fading.FADE, Tensor.zeros(2)))
                .value();
        assertThat(after.toFloats())
                .containsExactly(Resampling.nearest(before, 2).toFloats(), within(0f));
    }

    @Test
    void truncationMovesStylesToTheirMean() {
        StyledNetwork network = STYLE.build(generated(2, 1, 8, 8));
        Variable mean = network.state().get(0);
        Parameters parameters = Parameters.replacing(Map.of(mean, Tensor.of(new float[] {1, -2}, 2)));
        Tensor w = Tensor.of(new float[] {3, 4}, 1, 2);
        assertThat(network.truncated(parameters, w, Tensor.full(0.5)).toFloats())
                .containsExactly(2, 1);
        assertThat(network.truncated(parameters, w, Tensor.full(0)).toFloats()).containsExactly(1, -2);
    }

    @Test
    void trainingFollowsTheMeanStyle() {
        StyledNetwork network = STYLE.build(generated(2, 1, 8, 8));
        ForwardPass pass = ForwardPass.training(RandomKey.of(1));
        Tensor w = network.mapped(INITIAL, pass, RandomKey.of(2).normal(8, 2));
        Tensor mean = pass.updates().get(network.state().get(0));
        assertThat(mean.toFloats()).containsExactly(w.mean(0).mul(0.005).toFloats(), within(1e-9f));
    }

    @Test
    void trainingDrawsNoiseForEachImage() {
        StyledNetwork network = STYLE.build(generated(2, 1, 8, 8));
        Parameters noisy = variable -> variable.name().endsWith("strength")
                ? Tensor.ones(variable.shape().dims())
                : variable.initial();
        Tensor same = Tensor.ones(2, 2);
        ForwardPass pass = ForwardPass.training(RandomKey.of(1));
        float[] drawn = network.apply(noisy, pass, Inputs.of(same)).value().toFloats();
        float[] fixed = network.apply(noisy, ForwardPass.inference(), Inputs.of(same))
                .value()
                .toFloats();
        assertThat(Arrays.copyOf(drawn, 64)).isNotEqualTo(Arrays.copyOfRange(drawn, 64, 128));
        assertThat(Arrays.copyOf(fixed, 64)).isEqualTo(Arrays.copyOfRange(fixed, 64, 128));
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThat(STYLE.problems(generated(2, 5)))
                .containsExactly("the style generator is for images, channels×height×width; the data have shape [5]:"
                        + " choose another architecture, such as Mlp");
        assertThat(CRITIC.problems(judged(1, 3, 8)))
                .containsExactly(
                        "the progressive critic needs images of at least 4×4 pixels; the data are 3×8: resize them");
        assertThat(GENERATOR.base(0).problems(generated(2, 1, 8, 8)))
                .containsExactly("the progressive generator needs a base and a maxWidth of at least 1, not 0 and 2:"
                        + " 16384 and 512 in the paper");
    }
}
