package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.loss.Augmentation;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.Regularizer.Role;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.optim.Sgd;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.training.TinyPair.Affine;
import org.gan4j.training.TinyPair.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What regularizers and augmentations see and do in a game. */
class RegularizersTest {
    private static final Affine GENERATOR = Affine.generator("generator");
    private static final Affine CRITIC = Affine.critic("critic");

    private final Session session = new ReferenceEngine().open();

    @AfterEach
    void close() {
        session.close();
    }

    private record Given(Role player, Function<RegularizerContext, Tensor> term) implements Regularizer {
        @Override
        public String name() {
            return "given";
        }

        @Override
        public Tensor penalty(RegularizerContext context) {
            return term.apply(context);
        }

        @Override
        public boolean usesInputGradient() {
            return false;
        }
    }

    private static Settings settings(Regularizer... regularizers) {
        return Settings.of(new Sgd(0.1, 0), new Sgd(0.1, 0), regularizers);
    }

    private static AdversarialPlayers augmented(List<Augmentation> changes, Regularizer... regularizers) {
        return new AdversarialPlayers(
                settings(regularizers).components().with(GanComponents.AUGMENTATIONS, changes),
                new TinyPair.Model(GENERATOR, CRITIC));
    }

    private static AdversarialPlayers pair(Regularizer... regularizers) {
        return new AdversarialPlayers(settings(regularizers).components(), new TinyPair.Model(GENERATOR, CRITIC));
    }

    private static double metric(AdversarialPlayers pair, String name) {
        try (Session fresh = new ReferenceEngine().open()) {
            return TinyPair.train(fresh, pair.players(GENERATOR, CRITIC), TinyPair.points(), 0, 1)
                    .metrics()
                    .get(name);
        }
    }

    private static double criticTerm(Function<RegularizerContext, Tensor> term) {
        return metric(pair(new Given(Role.CRITIC, term)), "loss.critic.given");
    }

    private static Tensor points(String field) {
        return Tensor.of(TinyPair.points().batch(0).get(field));
    }

    private static Tensor generated(Tensor z) {
        return z.matmul(GENERATOR.weight().initial()).add(GENERATOR.bias().initial());
    }

    private static Tensor scored(Tensor x) {
        return x.matmul(CRITIC.weight().initial()).add(CRITIC.bias().initial()).reshape(-1);
    }

    private static double sum(Tensor tensor) {
        return tensor.sum().evaluate().item();
    }

    @Test
    void aRegularizerSeesSamplesScoresAndLatents() {
        Tensor real = points(Field.IMAGE);
        Tensor fake = generated(points(TinyPair.Z));
        assertThat(criticTerm(context -> context.real().sum())).isEqualTo(sum(real));
        assertThat(criticTerm(context -> context.fake().sum())).isCloseTo(sum(fake), within(1e-12));
        assertThat(criticTerm(context -> context.realScores().sum())).isCloseTo(sum(scored(real)), within(1e-12));
        assertThat(criticTerm(context -> context.fakeScores().sum())).isCloseTo(sum(scored(fake)), within(1e-12));
        assertThat(criticTerm(context -> context.scores(context.real().mul(3)).sum()))
                .isCloseTo(sum(scored(real.mul(3))), within(1e-12));
        assertThat(criticTerm(context -> context.latents().sum())).isEqualTo(sum(points(TinyPair.Z)));
        assertThat(criticTerm(context -> context.generate(context.latents().mul(2))
                        .head("double")
                        .sum()))
                .isCloseTo(2 * sum(generated(points(TinyPair.Z).mul(2))), within(1e-12));
        assertThat(criticTerm(context -> context.step().cast(DType.DOUBLE).add(7)))
                .isEqualTo(7);
    }

    @Test
    void itSeesTheWeightsOfItsPlayerOnly() {
        List<Variable> seen = new ArrayList<>();
        Function<RegularizerContext, Tensor> term = context -> {
            seen.addAll(context.weights());
            return context.value(context.weights().get(0)).sum();
        };
        assertThat(metric(pair(new Given(Role.CRITIC, term)), "loss.critic.given"))
                .isEqualTo(0.25);
        assertThat(seen).containsOnly(CRITIC.weight());
        seen.clear();
        assertThat(metric(pair(new Given(Role.GENERATOR, term)), "loss.generator.given"))
                .isEqualTo(1.5);
        assertThat(seen).containsOnly(GENERATOR.weight());
    }

    @Test
    void itSeesTheHeadsThatTheCriticHasForRealAndGeneratedSamples() {
        Tensor fake = generated(points(TinyPair.Z));
        assertThat(criticTerm(context -> context.realOutputs().head("double").sum()))
                .isCloseTo(2 * sum(scored(points(Field.IMAGE))), within(1e-12));
        assertThat(criticTerm(context -> context.fakeOutputs().head("double").sum()))
                .isCloseTo(2 * sum(scored(fake)), within(1e-12));
    }

    @Test
    void samplesPerScoreIsTheRatioOfSamplesToScores() {
        Function<RegularizerContext, Tensor> term = context -> Tensor.full(DType.DOUBLE, context.samplesPerScore());
        assertThat(criticTerm(term)).isEqualTo(1);
        Tensor samples = Tensor.ones(6, 2);
        assertThat(RegularizerContext.of(x -> x.reshape(2, -1).sum(1), samples, samples, RandomKey.of(1))
                        .samplesPerScore())
                .isEqualTo(3);
    }

    /** Adds each parameter to a state of its own, and is the sum of the states. */
    private record Summing(Role player) implements Regularizer {
        @Override
        public String name() {
            return "summing";
        }

        @Override
        public Map<String, Tensor> state(List<Variable> parameters) {
            return parameters.stream().collect(Collectors.toMap(Variable::name, variable -> variable.initial()
                    .zerosLike()));
        }

        @Override
        public Tensor penalty(RegularizerContext context) {
            return context.parameters().stream()
                    .map(each -> {
                        Tensor state = context.state(each.name());
                        context.update(each.name(), state.add(context.value(each)));
                        return state.sum();
                    })
                    .reduce(Tensor::add)
                    .orElseThrow();
        }

        @Override
        public boolean usesInputGradient() {
            return false;
        }
    }

    @Test
    void itsStateMayDependOnTheParametersOfItsPlayer() {
        List<Player> players = pair(new Summing(Role.GENERATOR)).players(GENERATOR, CRITIC);
        assertThat(players.get(0).state()).isEmpty();
        assertThat(players.get(1).state())
                .extracting(Variable::name)
                .containsExactlyInAnyOrder(
                        "regularizer/generator/summing/generator/w", "regularizer/generator/summing/generator/b");
        TinyPair.train(session, players, TinyPair.points(), 0, 1);
        players.get(1).state().forEach(state -> assertThat(session.get(state))
                .isEqualTo((state.name().endsWith("w") ? GENERATOR.weight() : GENERATOR.bias())
                        .initial()
                        .evaluate()));
    }

    /** Counts its updates. */
    private record Counting(int period, boolean updatesEveryStep) implements Regularizer {
        @Override
        public String name() {
            return "counting";
        }

        @Override
        public Map<String, Tensor> state() {
            return Map.of("count", Tensor.full(DType.DOUBLE, 0));
        }

        @Override
        public Tensor penalty(RegularizerContext context) {
            context.update("count", context.state("count").add(1));
            return context.realScores().mean();
        }

        @Override
        public boolean usesInputGradient() {
            return false;
        }
    }

    private static double count(Regularizer counting, int steps) {
        List<Player> players = pair(counting).players(GENERATOR, CRITIC);
        try (Session fresh = new ReferenceEngine().open()) {
            TinyPair.train(fresh, players, TinyPair.points(), 0, steps);
            return fresh.get(players.get(0).state().get(0)).item();
        }
    }

    /** Another regularizer under a name of its own. */
    private record Renamed(Regularizer of) implements Regularizer {
        @Override
        public String name() {
            return "renamed";
        }

        @Override
        public String termName() {
            return of.termName();
        }

        @Override
        public Map<String, Tensor> state() {
            return of.state();
        }

        @Override
        public Tensor penalty(RegularizerContext context) {
            return of.penalty(context);
        }

        @Override
        public boolean usesInputGradient() {
            return of.usesInputGradient();
        }
    }

    @Test
    void metricsHaveTheNameOfTheTermAndVariablesThatOfTheComponent() {
        Regularizer counting = new Counting(1, false);
        AdversarialPlayers pair = pair(
                new Renamed(counting),
                new Renamed(new Given(Role.CRITIC, context -> Tensor.full(DType.DOUBLE, 7))),
                counting,
                new Renamed(counting));
        List<Player> players = pair.players(GENERATOR, CRITIC);
        assertThat(players.get(0).state())
                .extracting(Variable::name)
                .containsExactly(
                        "regularizer/critic/renamed/count",
                        "regularizer/critic/counting/count",
                        "regularizer/critic/renamed-3/count");
        assertThat(TinyPair.train(session, players, TinyPair.points(), 0, 1).metrics())
                .containsKeys("loss.critic.counting", "loss.critic.counting-2", "loss.critic.counting-3")
                .containsEntry("loss.critic.given", 7.0);
    }

    @Test
    void itsStateMovesInTheStepsInWhichItsTermIsAddedUnlessItSaysOtherwise() {
        assertThat(count(new Counting(1, false), 5)).isEqualTo(5);
        assertThat(count(new Counting(2, false), 5)).isEqualTo(3); // steps 0, 2 and 4
        assertThat(count(new Counting(2, true), 5)).isEqualTo(5);
    }

    @Test
    void aTermOfTheGeneratorChangesTheGenerator() {
        Regularizer generators = new Given(
                Role.GENERATOR, context -> context.value(GENERATOR.bias()).sum());
        TinyPair.train(session, pair(generators).players(GENERATOR, CRITIC), TinyPair.points(), 0, 1);
        double[] with = session.get(GENERATOR.bias()).toDoubles();
        try (Session other = new ReferenceEngine().open()) {
            TinyPair.train(other, pair().players(GENERATOR, CRITIC), TinyPair.points(), 0, 1);
            double[] without = other.get(GENERATOR.bias()).toDoubles();
            assertThat(with[0]).isCloseTo(without[0] - 0.1, within(1e-12));
            assertThat(other.get(CRITIC.weight())).isEqualTo(session.get(CRITIC.weight()));
        }
    }

    @Test
    void aStateThatIsNotDeclaredIsRefused() {
        assertThatThrownBy(() -> criticTerm(context -> context.state("mean")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the regularizer given has no state mean; it has []: declare it in Regularizer.state()");
    }

    @Test
    void aModelWithoutLatentsSaysSo() {
        AdversarialModel translating = new AdversarialModel() {
            @Override
            public Tensor real(UpdateContext update) {
                return update.data(Field.IMAGE);
            }

            @Override
            public Tensor generate(UpdateContext update) {
                return update.apply(GENERATOR, update.data(TinyPair.Z));
            }

            @Override
            public Outputs discriminate(UpdateContext update, Tensor samples) {
                return update.apply(CRITIC, Inputs.of(samples));
            }
        };
        Regularizer needy = new Given(Role.CRITIC, context -> context.latents().sum());
        AdversarialPlayers pair = new AdversarialPlayers(settings(needy).components(), translating);
        assertThatThrownBy(() -> metric(pair, "loss.critic"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no latents: implement latents and generated, or remove what needs latents");
    }

    /** Multiplies by a factor and records its random streams. */
    private record Scaling(double factor, List<String> streams) implements Augmentation {
        @Override
        public String name() {
            return "scaling";
        }

        @Override
        public Tensor apply(Tensor samples, RandomKey random, Tensor strength) {
            streams.add(random.path().replaceAll(".*/augmentation/", ""));
            return samples.mul(strength.cast(DType.DOUBLE)).mul(factor);
        }
    }

    @Test
    void theCriticSeesAllSamplesThroughTheAugmentationsAndAPenaltyIsDifferentiatedThroughThem() {
        List<String> streams = new ArrayList<>();
        Regularizer gradient =
                new Given(Role.CRITIC, context -> Gradients.of(context.scores(context.real()), context.real())
                        .square()
                        .sum(1)
                        .mean());
        AdversarialPlayers pair =
                augmented(List.of(new Scaling(3, streams), new Scaling(2, new ArrayList<>())), gradient);
        // the gradient of w · 6 x has the squared norm 36 (0.25 + 0.0625)
        assertThat(metric(pair, "loss.critic.given")).isCloseTo(36 * 0.3125, within(1e-12));
        assertThat(streams)
                .containsExactly(
                        // the critic: real, fake, the penalty; then the generator: real, fake
                        "critic/scaling/call1",
                        "critic/scaling/call2",
                        "critic/scaling/call3",
                        "critic/scaling/call1",
                        "critic/scaling/call2");
    }

    @Test
    void theGeneratorLearnsThroughTheAugmentations() {
        Tensor u = GENERATOR.bias().initial();
        Tensor fake = points(TinyPair.Z).matmul(GENERATOR.weight().initial()).add(u);
        Tensor loss = scored(fake.mul(3)).neg().softplus().mean();
        double[] expected = u.sub(Gradients.of(loss, u).mul(0.1)).toDoubles();
        AdversarialPlayers pair = augmented(List.of(new Scaling(3, new ArrayList<>())));
        TinyPair.train(session, pair.players(GENERATOR, CRITIC).subList(1, 2), TinyPair.points(), 0, 1);
        assertThat(session.get(GENERATOR.bias()).toDoubles()).containsExactly(expected, within(1e-12));
    }

    /** Adds a quarter of the mean sign of the real scores to its strength, which starts at 0.5. */
    private record Adaptive() implements Augmentation {
        @Override
        public String name() {
            return "adaptive";
        }

        @Override
        public Tensor apply(Tensor samples, RandomKey random, Tensor strength) {
            return samples.mul(strength.cast(DType.DOUBLE));
        }

        @Override
        public OptionalDouble initialStrength() {
            return OptionalDouble.of(0.5);
        }

        @Override
        public Tensor next(Tensor strength, Tensor realScores, Tensor fakeScores) {
            return strength.add(realScores.sign().mean().mul(0.25).cast(DType.FLOAT));
        }
    }

    @Test
    void aStrengthAdaptsToTheScoresAfterEachUpdateOfTheCriticAlone() {
        AdversarialPlayers pair = augmented(List.of(new Adaptive()));
        List<Player> players = pair.players(GENERATOR, CRITIC);
        Variable strength = players.get(0).state().get(0);
        assertThat(strength.name()).isEqualTo("augmentation/critic/adaptive/strength");
        assertThat(players.get(1).state()).isEmpty();
        TinyPair.train(session, players, TinyPair.points(), 0, 1);
        Tensor scores = scored(points(Field.IMAGE).mul(0.5));
        double expected = 0.5 + 0.25 * scores.sign().mean().evaluate().item();
        assertThat(expected).isNotEqualTo(0.5);
        assertThat(session.get(strength).item()).isEqualTo(expected);
    }
}
