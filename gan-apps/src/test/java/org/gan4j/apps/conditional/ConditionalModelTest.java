package org.gan4j.apps.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.apps.BareComponents;
import org.gan4j.apps.GivenUpdate;
import org.gan4j.apps.StubNetwork;
import org.gan4j.apps.labels.ClassLogits;
import org.gan4j.apps.labels.ClassProjection;
import org.gan4j.apps.labels.OneHots;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares both players' objectives and gradients with PyTorch's (make_conditional_oracles.py in gan-testkit). */
class ConditionalModelTest {
    private static final int CLASSES = 3;
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
    void playersMinimizeWhatThePapersSay(Conditioning kind) {
        // embedding is projection with another generator
        Conditioning formula = kind == Conditioning.EMBEDDING ? Conditioning.PROJECTION : kind;
        OracleCase known = Oracle.read("conditional").cases().stream()
                .filter(each -> each.name().equals(formula.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
        Tensor fake = known.input("fake", DType.FLOAT);
        Map<String, Tensor> own = new LinkedHashMap<>();
        known.inputs().stream()
                .filter(name -> name.length() == 1)
                .forEach(name -> own.put(name, known.input(name, DType.FLOAT)));

        VariableScope scope = VariableScope.of("critic", 1);
        Variable a = scope.filled("a", 0, own.get("a").shape().dims());
        Variable s = scope.filled("s", 0, FEATURES, 1);
        Map<Variable, Tensor> values = new LinkedHashMap<>(Map.of(a, own.get("a"), s, own.get("s")));
        Optional<Network> added = Optional.empty();
        if (kind == Conditioning.AUXILIARY) {
            ClassLogits logits = ClassLogits.in(scope.child("classes"), FEATURES, CLASSES);
            values.put(logits.weight(), own.get("w"));
            values.put(logits.bias(), own.get("b"));
            added = Optional.of(logits);
        } else if (formula == Conditioning.PROJECTION) {
            ClassProjection projection = ClassProjection.in(scope.child("classes"), Shape.of(1, FEATURES), CLASSES);
            values.put(projection.embedding(), own.get("e"));
            added = Optional.of(projection);
        }
        Network critic = new StubNetwork("critic", List.of(a, s), (parameters, x) -> {
            Tensor features = x.reshape(4, -1).matmul(parameters.get(a)).tanh();
            return Outputs.of(features.matmul(parameters.get(s)).reshape(4)).with(Outputs.FEATURES, features);
        });
        Network generator = new StubNetwork("generator", List.of(), (parameters, x) -> Outputs.of(fake));
        ConditionalModel model = new ConditionalModel(
                new ConditionalNetworks(kind, new OneHots(CLASSES), LatentSpace.normal(3), generator, critic, added));
        AdversarialPlayers pair = new AdversarialPlayers(BareComponents.nonSaturating(), model);
        UpdateContext update = new GivenUpdate(known, Parameters.replacing(values));

        Tensor criticLoss = sum(pair.critic(model.networks().critics()), update);
        Tensor generatorLoss = sum(pair.generator(List.of(generator)), update);
        known.requireExpected("critic", criticLoss.evaluate(), SINGLE);
        known.requireExpected("generator", generatorLoss.evaluate(), SINGLE);
        known.requireExpected(
                "generator.fake", Gradients.of(generatorLoss, fake).evaluate(), SINGLE);
        List<Tensor> gradients = Gradients.of(criticLoss, new ArrayList<>(own.values()));
        int i = 0;
        for (String name : own.keySet()) {
            known.requireExpected("critic." + name, gradients.get(i++).evaluate(), SINGLE);
        }
        assertThat(known.expected()).hasSize(3 + own.size());
    }
}
