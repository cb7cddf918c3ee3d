package org.gan4j.apps.translation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.GanComponents;
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
import org.gan4j.apps.replay.ImagePool;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;

/** Compares the objectives with PyTorch's (make_translation_game_oracles.py in gan-testkit). */
class TranslationGamesTest {
    private static final double SINGLE = 1e-5;
    private static final Field COLORS = new Field(Field.IMAGE, DType.FLOAT, Shape.of(3, 4, 4));

    private final Map<String, Tensor> own = new LinkedHashMap<>();
    private final Map<String, Variable> variables = new HashMap<>();
    private OracleCase known;
    private UpdateContext update;

    /** Reads a case; the named inputs are parameters. */
    private void read(String name, String... learned) {
        known = Oracle.read("translation-games").cases().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        Map<Variable, Tensor> values = new LinkedHashMap<>();
        for (String each : learned) {
            Tensor value = known.input(each, DType.FLOAT);
            Variable variable = VariableScope.of("networks", 1)
                    .filled(each, 0, value.shape().dims());
            own.put(each, value);
            variables.put(each, variable);
            values.put(variable, value);
        }
        update = new GivenUpdate(known, Parameters.replacing(values));
    }

    private Network multiplying(String name, String by) {
        Variable factor = variables.get(by);
        return new StubNetwork(name, List.of(factor), (parameters, x) -> Outputs.of(x.mul(parameters.get(factor))));
    }

    private Network scoring(String name, String weights, String last) {
        Variable first = variables.get(weights);
        Variable second = variables.get(last);
        return new StubNetwork(name, List.of(first, second), (parameters, x) -> {
            int count = x.shape().dim(0);
            Tensor features = x.reshape(count, -1).matmul(parameters.get(first)).tanh();
            return Outputs.of(features.matmul(parameters.get(second)).reshape(count));
        });
    }

    /** Returns an empty pool, which returns what it gets. */
    private ImagePool empty(String name) {
        ImagePool pool = ImagePool.of(name, 4, COLORS.shape());
        Map<Variable, Tensor> initial = new HashMap<>();
        pool.state().forEach(variable -> initial.put(variable, variable.initial()));
        update = new GivenUpdate(known, update.parameters().with(initial));
        return pool;
    }

    private void require(String name, Player player, String... parameters) {
        Tensor sum = player.objective().terms(update).stream()
                .map(Term::value)
                .reduce(Tensor::add)
                .orElseThrow();
        known.requireExpected(name, sum.evaluate(), SINGLE);
        for (String parameter : parameters) {
            known.requireExpected(
                    name + "." + parameter,
                    Gradients.of(sum, own.get(parameter)).evaluate(),
                    SINGLE);
        }
    }

    @Test
    void pix2pixMinimizesWhatThePaperSays() {
        read("pix2pix", "g", "c", "s");
        Network critic = scoring("critic", "c", "s");
        Field source = new Field(Pix2Pix.SOURCE, DType.FLOAT, Shape.of(1, 4, 4));
        Translation translation = new Translation(multiplying("generator", "g"), source, COLORS);
        AdversarialPlayers pair =
                new AdversarialPlayers(BareComponents.nonSaturating(), new Pix2PixModel(translation, critic, 100));
        require("generator", pair.generator(List.of(translation.generator())), "g");
        require("critic", pair.critic(List.of(critic)), "c", "s");
    }

    @Test
    void cycleGanMinimizesWhatThePaperSays() {
        read("cyclegan", "g", "f", "ca", "sa", "cb", "sb");
        Field other = new Field("other-image", DType.FLOAT, COLORS.shape());
        GanComponents components = LossPresets.LSGAN.components().with(GanComponents.EMA, 0.0);
        CycleDirection there = new CycleDirection(
                components,
                2,
                new Translation(multiplying("a2b", "g"), COLORS, other),
                scoring("critic-b", "cb", "sb"),
                empty("pool-b"));
        CycleDirection back = new CycleDirection(
                components,
                2,
                new Translation(multiplying("b2a", "f"), other, COLORS),
                scoring("critic-a", "ca", "sa"),
                empty("pool-a"));
        Player generators = Player.joined("generator", List.of(there.generator(), back.generator()))
                .adding(new CycleTerms(there.translation(), back.translation(), 10, 5));
        require("generators", generators, "g", "f");
        require("critic-a", back.scorer(), "ca", "sa");
        require("critic-b", there.scorer(), "cb", "sb");
    }
}
