package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.training.TinyPair.Z;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Adaptive;
import org.gan4j.api.game.Alternating;
import org.gan4j.api.game.Coordination;
import org.gan4j.api.game.Extragradient;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.game.Simultaneous;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.Sgd;
import org.gan4j.api.training.BatchSource;
import org.gan4j.api.training.NonFiniteException;
import org.gan4j.api.training.TrainingRequest;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches of 64 points and latents of {@link TinyPair}, whose objectives are means over the samples. */
class AccumulationTest {
    private static final int BATCH = 64;

    private static BatchSource points() {
        return number -> Map.of(Field.IMAGE, values(number, 0), Z, values(number, 1));
    }

    private static TensorData values(long number, int offset) {
        double[] values = new double[2 * BATCH];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.sin(1 + i * i + 10 * number + 100 * offset);
        }
        return TensorData.of(values, Shape.of(BATCH, 2));
    }

    private static List<Player> players(int criticUpdates) {
        TinyPair.Affine generator = TinyPair.Affine.generator("g");
        TinyPair.Affine critic = TinyPair.Affine.critic("d");
        TinyPair.Settings settings = TinyPair.Settings.of(Adam.of(0.1, 0.5, 0.9), new Sgd(0.25, 0.5));
        List<Player> players = new AdversarialPlayers(settings.components(), new TinyPair.Model(generator, critic))
                .players(generator, critic);
        return List.of(players.get(0).updates(criticUpdates), players.get(1));
    }

    private static TrainingResult train(Session session, Game game, int from, int to) {
        Phase phase = Phase.open("only", game, SamplePreview.of(1, update -> Tensor.zeros(1)));
        return new GameTrainer(session)
                .train(new TrainingRequest(
                        PhaseSchedule.of(phase), points(), BATCH, 5, from, to, () -> false, List.of()));
    }

    private static Map<String, TensorData> state(Session session) {
        Map<String, TensorData> state = new TreeMap<>();
        session.variables().forEach(variable -> state.put(variable.name(), session.get(variable)));
        return state;
    }

    private static Map<String, TensorData> after(Game game, int steps) {
        try (Session session = new ReferenceEngine().open()) {
            train(session, game, 0, steps);
            return state(session);
        }
    }

    static List<Coordination> coordinations() {
        return List.of(new Alternating(), new Simultaneous(), new Extragradient(), new Adaptive(1));
    }

    @ParameterizedTest
    @MethodSource("coordinations")
    void fourPartsOf16TrainLikeABatchOf64(Coordination coordination) {
        Game whole = new Game(players(coordination.allowsSeveralUpdates() ? 2 : 1), TinyPair.FIELDS, coordination);
        Map<String, TensorData> expected = after(whole, 3);
        Map<String, TensorData> parts = after(whole.accumulation(4), 3);
        assertThat(parts.keySet()).isEqualTo(expected.keySet());
        parts.forEach((name, values) -> assertThat(values.toDoubles())
                .as(name)
                .containsExactly(expected.get(name).toDoubles(), within(1e-12)));
    }

    @Test
    void metricsAreThoseOfTheBatchAndTheNormOfTheParts() {
        Game whole = new Game(players(1), TinyPair.FIELDS);
        try (Session first = new ReferenceEngine().open();
                Session second = new ReferenceEngine().open()) {
            Map<String, Double> expected = train(first, whole, 0, 1).metrics();
            Map<String, Double> parts =
                    train(second, whole.accumulation(4), 0, 1).metrics();
            expected.forEach(
                    (name, value) -> assertThat(parts.get(name)).as(name).isCloseTo(value, within(1e-12)));
            Map<String, Double> more = new HashMap<>(parts);
            more.keySet().removeAll(expected.keySet());
            assertThat(more.keySet()).isEqualTo(Set.of("gradient-part.critic", "gradient-part.generator"));
            // the mean of squares is at least the square of the mean
            assertThat(more.get("gradient-part.critic")).isGreaterThan(expected.get("gradient.critic"));
        }
    }

    /** The objective x · mean(data): the gradients of the parts (1, 2) and (3, 6) are 1.5 and 4.5. */
    @Test
    void theNormOfThePartsIsTheRootOfTheirMeanSquare() {
        Player reader = Player.of(
                "x",
                List.of(TinyGame.X),
                update -> List.of(Term.of(
                        "only",
                        update.apply(TinyGame.X, Tensor.zeros())
                                .mul(update.data("data").mean()))),
                new Sgd(1, 0));
        Game game = new Game(List.of(reader), List.of(TinyGame.DATA)).accumulation(2);
        BatchSource four = number -> Map.of("data", TensorData.of(new float[] {1, 2, 3, 6}, Shape.of(4)));
        try (Session session = new ReferenceEngine().open()) {
            Phase phase = Phase.open("only", game, SamplePreview.of(1, update -> Tensor.zeros(1)));
            Map<String, Double> metrics = new GameTrainer(session)
                    .train(new TrainingRequest(PhaseSchedule.of(phase), four, 4, 5, 0, 1, () -> false, List.of()))
                    .metrics();
            assertThat(metrics).containsEntry("gradient.x", 3.0);
            assertThat(metrics.get("gradient-part.x")).isCloseTo(Math.sqrt((1.5 * 1.5 + 4.5 * 4.5) / 2), within(1e-6));
            // each part reports the number of passes before it, plus 1
            assertThat(session.get(TinyGame.X.passes()).item()).isEqualTo(1);
        }
    }

    private static Tensor drawn(UpdateContext update) {
        return update.random("noise").normal(update.batchSize());
    }

    @Test
    void eachPartDrawsNumbersOfItsOwn() {
        Player noisy = Player.of(
                "x",
                List.of(TinyGame.X),
                update -> List.of(Term.of(
                        "only",
                        update.apply(TinyGame.X, Tensor.zeros())
                                .mul(drawn(update).mean()))),
                new Sgd(1, 0));
        Game game = new Game(List.of(noisy), TinyPair.FIELDS).accumulation(2);
        try (Session session = new ReferenceEngine().open()) {
            Map<String, Double> metrics = train(session, game, 0, 1).metrics();
            // equal numbers would give equal gradients, and so equal norms
            assertThat(metrics.get("gradient-part.x")).isNotCloseTo(metrics.get("gradient.x"), within(1e-3));
        }
    }

    @Test
    void aResumedRunEqualsAnUninterruptedOne() {
        Game game = new Game(players(2), TinyPair.FIELDS).accumulation(4);
        try (Session session = new ReferenceEngine().open();
                Session resumed = new ReferenceEngine().open()) {
            train(session, game, 0, 2);
            session.variables().forEach(variable -> resumed.set(variable, session.get(variable)));
            train(resumed, game, 2, 4);
            assertThat(state(resumed)).isEqualTo(after(game, 4));
        }
    }

    @Test
    void aPartThatIsNotFiniteIsNamed() {
        Player broken = Player.of(
                "x",
                List.of(TinyGame.X),
                update -> List.of(Term.of(
                        "only",
                        update.apply(TinyGame.X, Tensor.zeros())
                                .mul(update.data("data").log().mean()))),
                new Sgd(1, 0));
        Game game = new Game(List.of(broken), List.of(TinyGame.DATA)).accumulation(2);
        BatchSource four = number -> Map.of("data", TensorData.of(new float[] {1, 2, 0, 6}, Shape.of(4)));
        Phase phase = Phase.open("only", game, SamplePreview.of(1, update -> Tensor.zeros(1)));
        TrainingRequest request =
                new TrainingRequest(PhaseSchedule.of(phase), four, 4, 5, 0, 1, () -> false, List.of());
        try (Session session = new ReferenceEngine().open()) {
            GameTrainer trainer = new GameTrainer(session);
            assertThatThrownBy(() -> trainer.train(request))
                    .isInstanceOf(NonFiniteException.class)
                    .hasMessageContaining("loss.x of the player x became -Infinity")
                    .hasMessageContaining("log");
        }
    }

    @Test
    void aBatchWithoutEqualPartsIsRefused() {
        Game game = new Game(players(1), TinyPair.FIELDS).accumulation(5);
        try (Session session = new ReferenceEngine().open()) {
            assertThatThrownBy(() -> train(session, game, 0, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a batch of 64 samples has no 5 equal parts: choose a batch size divisible by 5");
        }
        assertThatThrownBy(() -> new Game(List.of(), List.of()).accumulation(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a batch has at least 1 part, not 0");
    }
}
