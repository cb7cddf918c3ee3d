package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.training.TinyGame.X;
import static org.gan4j.training.TinyGame.Y;
import static org.gan4j.training.TinyGame.game;
import static org.gan4j.training.TinyGame.phase;
import static org.gan4j.training.TinyGame.player;
import static org.gan4j.training.TinyGame.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.LinearDecay;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.api.Test;

class PlayersTest {
    private static final Variable MEAN = Variable.of("mean", Tensor.full(10));

    private static Tensor x(UpdateContext update) {
        return update.apply(X, Tensor.zeros());
    }

    private static Player adam() {
        return Player.of(
                        "x",
                        List.of(X),
                        update -> List.of(Term.of("only", x(update).square())),
                        Adam.of(0.1, 0.5, 0.9))
                .movingAverage(Optional.of(new MovingAverage(0.5)))
                .state(List.of(MEAN));
    }

    @Test
    void aPlayersVariablesAreAllThatACheckpointMustHave() {
        assertThat(adam().variables())
                .extracting(Variable::name)
                .containsExactly(
                        "x/value",
                        "x/passes",
                        "mean",
                        "optimizer/x/m/x/value",
                        "optimizer/x/v/x/value",
                        "optimizer/x/t",
                        "average/x/value",
                        "average/x/passes");
    }

    @Test
    void aPlayersStateIsAddedToThatGivenBefore() {
        Variable further = Variable.of("further", Tensor.full(0));
        assertThat(adam().state(List.of(further, MEAN)).ownState()).containsExactly(MEAN, further);
    }

    @Test
    void aLaterPhasesVariablesExistFromTheStart() {
        try (Session session = new ReferenceEngine().open()) {
            PhaseSchedule two = new PhaseSchedule(List.of(
                    phase(
                            "first",
                            OptionalInt.of(1),
                            game(player(Y, update -> List.of(Term.of("y", update.apply(Y, Tensor.zeros()))), 1))),
                    phase("second", OptionalInt.empty(), game(adam()))));
            new GameTrainer(session).train(training(two, 0, 1));
            assertThat(session.variables()).containsAll(adam().variables());
        }
    }

    @Test
    void twoUpdatesInOneExpressionAreThoseOfTwoSteps() {
        Player player = adam().schedule(Optional.of(new LinearDecay(0, 4, 0)));
        Parameters at = Parameters.variables();
        for (int step = 0; step < 2; step++) {
            Tensor loss = at.get(X.value()).square();
            at = at.with(
                    player.next(at, List.of(Gradients.of(loss, at.get(X.value()))), Tensor.full(DType.DOUBLE, step)));
        }
        Parameters after = at;
        SamplePreview preview = SamplePreview.of(1, update -> after.get(X.value()));
        try (Session session = new ReferenceEngine().open();
                PreviewRenderer foreseen = new PreviewRenderer(session, preview, new NoData(), 1)) {
            double expected = foreseen.show(0).item();
            new GameTrainer(session).train(training(game(player), 0, 2));
            assertThat(session.get(X.value()).item()).isCloseTo(expected, within(1e-7));
        }
    }

    @Test
    void anObjectiveSetsItsPlayersOwnState() {
        Player counting = player(
                        X,
                        update -> {
                            update.update(
                                    MEAN, MEAN.value().add(update.data("data").sum()));
                            return List.of(Term.of("only", x(update)));
                        },
                        1)
                .state(List.of(MEAN))
                .movingAverage(Optional.of(new MovingAverage(0.5)));
        try (Session session = new ReferenceEngine().open()) {
            new GameTrainer(session).train(training(game(counting), 0, 4));
            // batches 0, 1, 2 and 3
            assertThat(session.get(MEAN).item()).isEqualTo(16);
            assertThat(session.variables()).doesNotContain(MovingAverage.of(MEAN));
        }
    }

    @Test
    void stateOfAnotherPlayerCannotBeSet() {
        Player stranger = player(
                X,
                update -> {
                    update.update(MEAN, Tensor.full(1));
                    return List.of(Term.of("only", x(update)));
                },
                1);
        try (Session session = new ReferenceEngine().open()) {
            assertThatThrownBy(() -> new GameTrainer(session).train(training(game(stranger), 0, 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the player x cannot set mean, which it does not own: add it to the player's networks"
                            + " or to Player.state");
        }
    }

    @Test
    void aPreviewSetsNoState() {
        SamplePreview preview = SamplePreview.of(1, update -> {
            update.update(MEAN, Tensor.full(1));
            return MEAN.value().reshape(1);
        });
        try (Session session = new ReferenceEngine().open();
                PreviewRenderer renderer = new PreviewRenderer(session, preview, new NoData(), 1)) {
            renderer.show(0);
            assertThat(renderer.show(1).toFloats()).containsExactly(10);
        }
    }

    @Test
    void aContextWithOtherParametersSharesAllElse() {
        Player player = player(
                        X,
                        update -> {
                            UpdateContext other = update.with(update.parameters()
                                    .with(Map.of(Y.value(), x(update).mul(3))));
                            assertThat(other.batchSize()).isEqualTo(update.batchSize());
                            assertThat(other.data("data")).isSameAs(update.data("data"));
                            assertThat(other.random("noise")).isEqualTo(update.random("noise"));
                            assertThat(other.step()).isSameAs(update.step());
                            assertThat(other.pass()).isSameAs(update.pass());
                            assertThat(other.isDue(2))
                                    .isEqualTo(update.isDue(2))
                                    .isTrue();
                            other.update(MEAN, Tensor.full(4));
                            // the gradient of 3x flows to x
                            return List.of(Term.of("only", other.apply(Y, Tensor.zeros())));
                        },
                        1)
                .state(List.of(MEAN));
        try (Session session = new ReferenceEngine().open()) {
            new GameTrainer(session).train(training(game(player), 0, 1));
            assertThat(session.get(X.value()).item()).isEqualTo(1 - 0.5 * 3);
            assertThat(session.get(MEAN).item()).isEqualTo(4);
        }
    }

    @Test
    void anObjectiveKnowsWhichTermsAreDue() {
        Player player = player(X, update -> List.of(Term.of("only", x(update).mul(update.isDue(3) ? 1 : 2))), 1);
        try (Session session = new ReferenceEngine().open()) {
            new GameTrainer(session).train(training(game(player), 0, 4));
            // due in steps 0 and 3
            assertThat(session.get(X.value()).item()).isEqualTo(1 - 0.5 * (1 + 2 + 2 + 1));
        }
    }

    /** Data without fields. */
    private static final class NoData implements Dataset {
        @Override
        public List<Field> fields() {
            return List.of();
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public Map<String, TensorData> read(int... indices) {
            return Map.of();
        }
    }
}
