package org.gan4j.apps.refinement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.application.AdversarialPlayers;
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
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;

/** Compares the objectives of all phases with PyTorch's (make_refiner_oracles.py in gan-testkit). */
class SimGanModelTest {
    private static final double SINGLE = 1e-5;

    private final OracleCase known = Oracle.read("refiner").named("simgan");
    private final Map<String, Tensor> own = new LinkedHashMap<>();
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<Variable, Tensor> values = new LinkedHashMap<>();

    SimGanModelTest() {
        VariableScope scope = VariableScope.of("networks", 1);
        for (String name : List.of("a", "b", "c", "s")) {
            Tensor value = known.input(name, DType.FLOAT);
            own.put(name, value);
            variables.put(name, scope.filled(name, 0, value.shape().dims()));
            values.put(variables.get(name), value);
        }
    }

    private static Tensor sum(Player player, UpdateContext update) {
        return player.objective().terms(update).stream()
                .map(Term::value)
                .reduce(Tensor::add)
                .orElseThrow();
    }

    private void require(String name, Tensor objective, String... by) {
        known.requireExpected(name, objective.evaluate(), SINGLE);
        for (String letter : by) {
            known.requireExpected(
                    name + "." + letter,
                    Gradients.of(objective, own.get(letter)).evaluate(),
                    SINGLE);
        }
    }

    @Test
    void playersMinimizeWhatThePaperSays() {
        Network refiner = new StubNetwork(
                "generator",
                List.of(variables.get("a"), variables.get("b")),
                (parameters, x) ->
                        Outputs.of(x.mul(parameters.get(variables.get("a"))).add(parameters.get(variables.get("b")))));
        Network critic = new StubNetwork(
                "critic",
                List.of(variables.get("c"), variables.get("s")),
                (parameters, x) -> Outputs.of(
                        x.mul(parameters.get(variables.get("c"))).tanh().mul(parameters.get(variables.get("s")))));
        SimGanModel model =
                new SimGanModel(known.setting("weight"), new SimGanNetworks(refiner, critic, Optional.empty()));
        AdversarialPlayers pair = new AdversarialPlayers(BareComponents.nonSaturating(), model);
        UpdateContext update = new GivenUpdate(known, Parameters.replacing(values));

        Player alone = SimGan.standard().refinerPlayer(model, BareComponents.nonSaturating());
        require("first", sum(alone, update), "a", "b");
        require("refiner", sum(pair.generator(List.of(refiner)), update), "a", "b");
        require("critic", sum(pair.critic(List.of(critic)), update), "c", "s");
        assertThat(known.expected()).hasSize(9);
    }
}
