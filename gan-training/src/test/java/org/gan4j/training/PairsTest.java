package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Player;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.api.optim.LinearDecay;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.api.optim.Sgd;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.training.TinyPair.Affine;
import org.gan4j.training.TinyPair.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two critics and two generators, of which the latter are one player, as in CycleGAN. */
class PairsTest {
    private static final Affine THERE = Affine.generator("there");
    private static final Affine BACK = Affine.generator("back");
    private static final Affine CRITIC = Affine.critic("critic");
    private static final Affine OTHER = Affine.critic("other-critic");

    private final Session session = new ReferenceEngine().open();

    @AfterEach
    void close() {
        session.close();
    }

    /** Counts its updates; its term is the sum of the squared weights. */
    private record Counting(Role player) implements Regularizer {
        @Override
        public String name() {
            return "counting";
        }

        @Override
        public Tensor penalty(RegularizerContext context) {
            context.update("count", context.state("count").add(1));
            return context.weights().stream()
                    .map(weight -> context.value(weight).square().sum())
                    .reduce(Tensor::add)
                    .orElseThrow();
        }

        @Override
        public boolean usesInputGradient() {
            return false;
        }

        @Override
        public Map<String, Tensor> state() {
            return Map.of("count", Tensor.full(DType.DOUBLE, 0));
        }
    }

    private static AdversarialPlayers pair(Settings settings, Affine generator, Affine critic) {
        return new AdversarialPlayers(settings.components(), new TinyPair.Model(generator, critic))
                .named(critic.name(), generator.name());
    }

    private static List<Player> players(Settings settings) {
        AdversarialPlayers there = pair(settings, THERE, OTHER);
        AdversarialPlayers back = pair(settings, BACK, CRITIC);
        Player generators = Player.joined(
                        "generators", List.of(there.generator(List.of(THERE)), back.generator(List.of(BACK))))
                .adding(update -> List.of(Term.of(
                        "cycle",
                        update.apply(BACK, update.apply(THERE, update.data(TinyPair.Z)))
                                .sub(update.data(TinyPair.Z))
                                .square()
                                .mean())));
        return List.of(back.critic(List.of(CRITIC)), there.critic(List.of(OTHER)), generators);
    }

    private double value(String name) {
        return session.get(session.variables().stream()
                        .filter(variable -> variable.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .item();
    }

    @Test
    void theJoinedGeneratorMinimizesBothPairsTermsAndItsOwn() {
        Settings settings = Settings.of(new Sgd(0.1, 0), new Sgd(0.1, 0), new Counting(Regularizer.Role.GENERATOR));
        Map<String, Double> metrics = TinyPair.train(session, players(settings), TinyPair.points(), 0, 1)
                .metrics();
        assertThat(metrics.keySet())
                .containsExactly(
                        "loss.critic",
                        "gradient.critic",
                        "loss.other-critic",
                        "gradient.other-critic",
                        "loss.generators",
                        "loss.generators.there.adversarial",
                        "loss.generators.there.counting",
                        "loss.generators.back.adversarial",
                        "loss.generators.back.counting",
                        "loss.generators.cycle",
                        "gradient.generators");
        assertThat(metrics.get("loss.generators"))
                .isEqualTo(
                        metrics.entrySet().stream()
                                .filter(each -> each.getKey().startsWith("loss.generators."))
                                .mapToDouble(Map.Entry::getValue)
                                .sum(),
                        within(1e-12));
        // each pair's regularizer sees the weights of its own generator
        assertThat(metrics.get("loss.generators.there.counting")).isEqualTo(1 + 0.25 + 0.0625 + 0.5625);
    }

    @Test
    void everySettingReachesEveryPlayer() {
        Settings settings = new Settings(
                new Sgd(100, 0),
                new Sgd(0.1, 0),
                List.of(new Counting(Regularizer.Role.CRITIC), new Counting(Regularizer.Role.GENERATOR)),
                Optional.of(new TinyPair.Clipping(0.25)),
                Optional.of(new LinearDecay(0, 10, 0)),
                3,
                Optional.of(new MovingAverage(0.5)));
        TinyPair.train(session, players(settings), TinyPair.points(), 0, 2);
        // three updates in each of two steps
        assertThat(value("regularizer/critic/counting/count")).isEqualTo(6);
        assertThat(value("regularizer/other-critic/counting/count")).isEqualTo(6);
        assertThat(value("regularizer/there/counting/count")).isEqualTo(2);
        assertThat(value("regularizer/back/counting/count")).isEqualTo(2);
        for (Affine critic : List.of(CRITIC, OTHER)) {
            assertThat(DoubleStream.of(session.get(critic.weight()).toDoubles())
                            .map(Math::abs)
                            .max())
                    .hasValue(0.25);
        }
        assertThat(session.variables())
                .extracting(Variable::name)
                .contains(
                        "average/there/w",
                        "average/back/b",
                        "optimizer/critic/m/critic/w",
                        "optimizer/other-critic/m/other-critic/w",
                        "optimizer/generators/m/there/w",
                        "optimizer/generators/m/back/w")
                .noneMatch(name -> name.startsWith("average/regularizer"));
        for (Player player : players(settings)) {
            assertThat(player.schedule()).isEqualTo(settings.schedule());
            assertThat(session.variables()).containsAll(player.variables());
        }
    }

    @Test
    void theSecondRegularizerOfANameHasAStateOfItsOwn() {
        Settings settings = Settings.of(
                new Sgd(0.1, 0),
                new Sgd(0.1, 0),
                new Counting(Regularizer.Role.CRITIC),
                new Counting(Regularizer.Role.CRITIC));
        assertThat(players(settings).get(0).state())
                .extracting(Variable::name)
                .containsExactly("regularizer/critic/counting/count", "regularizer/critic/counting-2/count");
    }

    @Test
    void playersThatAreTrainedDifferentlyCannotBeJoined() {
        Player first = pair(Settings.of(new Sgd(0.1, 0), new Sgd(0.1, 0)), THERE, OTHER)
                .generator(List.of(THERE));
        Player second = pair(Settings.of(new Sgd(0.1, 0), new Sgd(0.2, 0)), BACK, CRITIC)
                .generator(List.of(BACK));
        assertThatThrownBy(() -> Player.joined("generators", List.of(first, second)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "the players there and back cannot be joined, since they are not trained in" + " the same way");
        assertThatThrownBy(() -> Player.joined("generators", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the player generators joins no players: give at least one");
    }

    @Test
    void criticAndGeneratorNeedDifferentNames() {
        AdversarialPlayers pair = pair(Settings.of(new Sgd(0.1, 0), new Sgd(0.1, 0)), THERE, OTHER);
        assertThatThrownBy(() -> pair.named("both", "both"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("critic and generator are both called both: give each its own name");
    }
}
