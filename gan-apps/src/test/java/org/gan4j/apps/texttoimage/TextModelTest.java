package org.gan4j.apps.texttoimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.text.TextEncoder;
import org.gan4j.apps.BareComponents;
import org.gan4j.apps.GivenUpdate;
import org.gan4j.apps.StubNetwork;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;

/** Compares both players' objectives and gradients with PyTorch's (make_text_oracles.py in gan-testkit). */
class TextModelTest {
    private static final int FEATURES = 3;
    private static final int POSITIONS = 2;
    private static final int SIZE = 3;
    private static final int PROJECTION = 2;
    private static final double SINGLE = 1e-5;

    private final OracleCase known = Oracle.read("text-to-image").cases().get(0);
    private final Map<String, Variable> own = new LinkedHashMap<>();
    private final Map<Variable, Tensor> values = new LinkedHashMap<>();

    /** The vectors of captions that are called by their numbers. */
    private record Numbered(float[] vectors) implements TextEncoder {
        @Override
        public String name() {
            return "numbered";
        }

        @Override
        public int size() {
            return SIZE;
        }

        @Override
        public float[][] encode(List<String> texts) {
            return texts.stream()
                    .map(text -> {
                        int from = SIZE * Integer.parseInt(text);
                        return new float[] {vectors[from], vectors[from + 1], vectors[from + 2]};
                    })
                    .toArray(float[][]::new);
        }
    }

    private Variable variable(String name) {
        Tensor value = known.input(name, DType.FLOAT);
        Variable variable =
                VariableScope.of("given", 1).filled(name, 0, value.shape().dims());
        own.put(name, variable);
        values.put(variable, value);
        return variable;
    }

    private TextNetworks networks() {
        Variable g = variable("g");
        Variable a = variable("a");
        Variable s = variable("s");
        Network generator = new StubNetwork("generator", List.of(g), (parameters, x) -> {
            Tensor text = x.slice(1, 1, 1 + PROJECTION); // after one latent
            return Outputs.of(text.matmul(parameters.get(g)).tanh().reshape(-1, 2, 2, 2));
        });
        Network critic = new StubNetwork("critic", List.of(a, s), (parameters, x) -> {
            Tensor features = x.reshape(4, -1).matmul(parameters.get(a)).tanh();
            return Outputs.of(features.matmul(parameters.get(s)).reshape(4))
                    .with(Outputs.FEATURES, features.reshape(4, FEATURES, POSITIONS, 1));
        });
        return new TextNetworks(
                LatentSpace.normal(1),
                generator,
                new TextProjection("generator-text", variable("v"), variable("c")),
                critic,
                new TextMatch(
                        "critic-text",
                        new TextProjection("critic-text/projection", variable("w"), variable("b")),
                        variable("f"),
                        variable("t"),
                        variable("d"),
                        variable("o")));
    }

    private static Tensor sum(Player player, UpdateContext update) {
        return player.objective().terms(update).stream()
                .map(Term::value)
                .reduce(Tensor::add)
                .orElseThrow();
    }

    private void check(String player, Tensor total, List<String> names) {
        known.requireExpected(player, total.evaluate(), SINGLE);
        List<Tensor> by = names.stream().map(name -> values.get(own.get(name))).toList();
        List<Tensor> gradients = Gradients.of(total, by);
        for (int i = 0; i < names.size(); i++) {
            known.requireExpected(player + "." + names.get(i), gradients.get(i).evaluate(), SINGLE);
        }
    }

    private AdversarialPlayers pair(TextNetworks networks) {
        TextEncoder encoder =
                new Numbered(known.input("table", DType.FLOAT).evaluate().toFloats());
        List<String> captions = IntStream.range(0, 5).mapToObj(String::valueOf).toList();
        GanComponents components = BareComponents.nonSaturating();
        return new AdversarialPlayers(
                components,
                new TextModel(
                        TextConditional.of(encoder), networks, new CaptionTable(encoder, captions), components.loss()));
    }

    @Test
    void playersMinimizeWhatThePaperSays() {
        TextNetworks networks = networks();
        AdversarialPlayers pair = pair(networks);
        UpdateContext update = new GivenUpdate(known, Parameters.replacing(values));
        List<String> ofCritic = List.of("a", "s", "w", "b", "f", "t", "d", "o");
        List<String> ofGenerator = List.of("g", "v", "c");
        check("critic", sum(pair.critic(networks.critics()), update), ofCritic);
        check("generator", sum(pair.generator(networks.generators()), update), ofGenerator);
        assertThat(known.expected()).hasSize(2 + ofCritic.size() + ofGenerator.size());
    }

    @Test
    void theTermsAreLoggedSeparately() {
        TextNetworks networks = networks();
        AdversarialPlayers pair = pair(networks);
        UpdateContext update = new GivenUpdate(known, Parameters.replacing(values));
        assertThat(pair.critic(networks.critics()).objective().terms(update))
                .extracting(Term::name)
                .containsExactly("adversarial", "mismatched");
        assertThat(pair.generator(networks.generators()).objective().terms(update))
                .extracting(Term::name)
                .containsExactly("adversarial", "interpolated");
    }

    @Test
    void featuresWithoutPositionsAreScoredToo() {
        TextMatch match = TextMatch.in(VariableScope.of("match", 1), Shape.of(1, 6), SIZE, PROJECTION);
        Tensor scores = match.apply(
                        Variable::initial,
                        ForwardPass.inference(),
                        Inputs.of(Tensor.ones(4, 6)).with(TextMatch.TEXT, Tensor.ones(4, SIZE)))
                .value();
        assertThat(scores.shape()).isEqualTo(Shape.of(4));
        assertThat(scores.toFloats()).doesNotContain(Float.NaN);
    }
}
