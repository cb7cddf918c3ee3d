package org.gan4j.apps.superresolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.apps.BareComponents;
import org.gan4j.apps.GivenUpdate;
import org.gan4j.apps.StubNetwork;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.functions.Resampling;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares the objectives of both phases with PyTorch's (make_super_resolution_oracles.py in gan-testkit). */
class SuperResolutionModelTest {
    private static final int FEATURES = 5;
    private static final double SINGLE = 1e-5;

    private static Tensor sum(Player player, UpdateContext update) {
        return player.objective().terms(update).stream()
                .map(Term::value)
                .reduce(Tensor::add)
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void playersMinimizeWhatThePaperSays(PixelDistance pixels) {
        OracleCase known = Oracle.read("super-resolution").cases().stream()
                .filter(each -> each.name().equals(pixels.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
        Map<String, Tensor> own = new LinkedHashMap<>();
        List.of("a", "c", "s").forEach(name -> own.put(name, known.input(name, DType.FLOAT)));
        VariableScope scope = VariableScope.of("networks", 1);
        Map<Variable, Tensor> values = new LinkedHashMap<>();
        Map<String, Variable> variables = new LinkedHashMap<>();
        own.forEach((name, value) -> {
            Variable variable = scope.filled(name, 0, value.shape().dims());
            variables.put(name, variable);
            values.put(variable, value);
        });
        Network generator = new StubNetwork(
                "generator",
                List.of(variables.get("a")),
                (parameters, x) -> Outputs.of(Resampling.nearest(x, 2).mul(parameters.get(variables.get("a")))));
        Network critic = new StubNetwork("critic", List.of(variables.get("c"), variables.get("s")), (parameters, x) -> {
            Tensor features =
                    x.reshape(4, -1).matmul(parameters.get(variables.get("c"))).tanh();
            return Outputs.of(
                    features.matmul(parameters.get(variables.get("s"))).reshape(4));
        });
        SuperResolution settings = SuperResolution.srgan()
                .scale(2)
                .content(Content.PIXELS)
                .pixels(pixels)
                .weights(0.5, 1e-3, 0.25, 0.125);
        SmallImages small = new SmallImages(new Field(SmallImages.NAME, DType.FLOAT, Shape.of(3, 2, 2)), true);
        SuperResolutionModel model = new SuperResolutionModel(
                settings, new SuperResolutionNetworks(generator, critic), small, ContentLoss.of(settings));
        AdversarialPlayers pair = new AdversarialPlayers(BareComponents.nonSaturating(), model);
        UpdateContext update = new GivenUpdate(known, Parameters.replacing(values));

        Tensor first = sum(settings.pixelPlayer(model, BareComponents.nonSaturating()), update);
        known.requireExpected("first", first.evaluate(), SINGLE);
        known.requireExpected("first.a", Gradients.of(first, own.get("a")).evaluate(), SINGLE);
        Tensor generated = sum(pair.generator(List.of(generator)), update);
        known.requireExpected("generator", generated.evaluate(), SINGLE);
        known.requireExpected(
                "generator.a", Gradients.of(generated, own.get("a")).evaluate(), SINGLE);
        Tensor scored = sum(pair.critic(List.of(critic)), update);
        known.requireExpected("critic", scored.evaluate(), SINGLE);
        for (String name : List.of("c", "s")) {
            known.requireExpected(
                    "critic." + name, Gradients.of(scored, own.get(name)).evaluate(), SINGLE);
        }
        assertThat(known.expected()).hasSize(7);
    }
}
