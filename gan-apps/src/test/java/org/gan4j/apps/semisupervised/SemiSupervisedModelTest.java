package org.gan4j.apps.semisupervised;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.game.Objective.Term;
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
import org.gan4j.apps.labels.CriticClassifier;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares both players' objectives and gradients with PyTorch's (make_semi_supervised_oracles.py in gan-testkit). */
class SemiSupervisedModelTest {
    private static final int CLASSES = 3;
    private static final int FEATURES = 5;

    static List<OracleCase> cases() {
        return Oracle.read("semi-supervised").cases();
    }

    private static Tensor sum(List<Term> terms) {
        return terms.stream().map(Term::value).reduce(Tensor::add).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void playersMinimizeWhatThePaperSays(OracleCase known) {
        double tolerance = known.name().equals("large") ? 1e-4 : 1e-5; // floats, and sums of hundreds
        Tensor fake = known.input("fake", DType.FLOAT);
        Map<String, Tensor> own = new LinkedHashMap<>();
        List.of("a", "w", "b").forEach(name -> own.put(name, known.input(name, DType.FLOAT)));

        VariableScope scope = VariableScope.of("critic", 1);
        Variable a = scope.filled("a", 0, own.get("a").shape().dims());
        ClassLogits logits = ClassLogits.in(scope.child("classes"), FEATURES, CLASSES);
        Parameters values = Parameters.replacing(
                Map.of(a, own.get("a"), logits.weight(), own.get("w"), logits.bias(), own.get("b")));
        Network critic = new StubNetwork("critic", List.of(a), (parameters, x) -> {
            Tensor features = x.reshape(4, -1).matmul(parameters.get(a)).tanh();
            return Outputs.of(features.sum(1)).with(Outputs.FEATURES, features);
        });
        Network generator = new StubNetwork("generator", List.of(), (parameters, x) -> Outputs.of(fake));
        CriticClassifier classifier = new CriticClassifier(critic, logits);
        SemiSupervisedModel model = new SemiSupervisedModel(generator, LatentSpace.normal(3), classifier);
        UpdateContext update = new GivenUpdate(known, values);

        Tensor criticLoss = sum(new AdversarialPlayers(BareComponents.nonSaturating(), model)
                .critic(List.of(critic, logits))
                .objective()
                .terms(update));
        Tensor generatorLoss = sum(new AdversarialPlayers(BareComponents.nonSaturating(), model)
                .generator(List.of(generator), List.of(critic, logits))
                .objective()
                .terms(update));
        known.requireExpected("critic", criticLoss.evaluate(), tolerance);
        known.requireExpected(
                "classes",
                SemiSupervisedModel.classes(update, classifier).value().evaluate(),
                tolerance);
        known.requireExpected("generator", generatorLoss.evaluate(), tolerance);
        known.requireExpected(
                "generator.fake", Gradients.of(generatorLoss, fake).evaluate(), tolerance);
        List<Tensor> gradients = Gradients.of(criticLoss, new ArrayList<>(own.values()));
        int i = 0;
        for (String name : own.keySet()) {
            known.requireExpected("critic." + name, gradients.get(i++).evaluate(), tolerance);
        }
        assertThat(known.expected()).hasSize(4 + own.size());
    }
}
