package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.training.TinyGame.X;
import static org.gan4j.training.TinyGame.Y;
import static org.gan4j.training.TinyGame.game;
import static org.gan4j.training.TinyGame.player;
import static org.gan4j.training.TinyGame.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Objective;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.loss.Constraint;
import org.gan4j.api.optim.LinearDecay;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.api.training.BatchSource;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.NonFiniteException;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.api.training.TrainingRequest;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GameTrainerTest {
    private final Session session = new ReferenceEngine().open();
    private final GameTrainer trainer = new GameTrainer(session);

    @AfterEach
    void close() {
        session.close();
    }

    private static Tensor x(UpdateContext update) {
        return update.apply(X, Tensor.zeros());
    }

    private static Tensor y(UpdateContext update) {
        return update.apply(Y, Tensor.zeros());
    }

    private static Objective minimizing(java.util.function.Function<UpdateContext, Tensor> loss) {
        return update -> List.of(Term.of("only", loss.apply(update)));
    }

    private double value(Variable variable) {
        return session.get(variable).item();
    }

    @Test
    void playersUpdateInTurnAndSeeTheOthersUpdates() {
        // x minimizes x·y: x ← 1 - 0.5·2 = 0; then y minimizes -x·y: y ← 2 + 0.5·0 = 2
        TrainingResult result = trainer.train(training(
                game(
                        player(X, minimizing(m -> x(m).mul(y(m))), 1),
                        player(Y, minimizing(m -> x(m).mul(y(m)).neg()), 1)),
                0,
                1));
        assertThat(value(X.value())).isEqualTo(0);
        assertThat(value(Y.value())).isEqualTo(2);
        assertThat(result.metrics())
                .containsEntry("loss.x", 2.0)
                .containsEntry("gradient.x", 2.0)
                .containsEntry("gradient.y", 0.0);
    }

    @Test
    void eachUpdateOfAStepHasItsOwnBatchAndAllPlayersEndWithTheSame() {
        List<Double> seen = new ArrayList<>();
        Objective data = m -> List.of(Term.of("data", m.data("data").sum().add(x(m).mul(0))));
        Objective both = m -> List.of(Term.of("data", m.data("data").sum().add(y(m).mul(0))));
        TrainingListener listener = new TrainingListener() {
            @Override
            public void stepped(Progress progress) {
                seen.add(progress.metrics().get("loss.x"));
                seen.add(progress.metrics().get("loss.y"));
            }
        };
        trainer.train(training(game(player(X, data, 3), player(Y, both, 1)), 0, 2, listener));
        assertThat(seen).containsExactly(2.0, 2.0, 5.0, 5.0);
    }

    @Test
    void onlyTheUpdatingPlayersStateIsUpdatedOncePerUpdate() {
        Objective both = minimizing(m -> x(m).mul(y(m)).add(x(m)));
        trainer.train(training(game(player(X, both, 2), player(Y, both, 1)), 0, 1));
        assertThat(value(X.passes())).isEqualTo(2);
        assertThat(value(Y.passes())).isEqualTo(1);
    }

    @Test
    void aTermWithAPeriodCountsWhenItIsDue() {
        Objective lazy = m -> List.of(Term.of("always", x(m).mul(0)), new Term("lazy", x(m), 2));
        trainer.train(training(game(player(X, lazy, 1)), 0, 1));
        assertThat(value(X.value())).isEqualTo(0.5);
        trainer.train(training(game(player(X, lazy, 1)), 1, 2));
        assertThat(value(X.value())).isEqualTo(0.5);
        trainer.train(training(game(player(X, lazy, 1)), 2, 4));
        assertThat(value(X.value())).isEqualTo(0);
    }

    @Test
    void aConstraintHoldsAfterEachUpdate() {
        Constraint atMost = new Constraint() {
            @Override
            public String name() {
                return "at-most";
            }

            @Override
            public Tensor project(Variable parameter, Tensor updated) {
                return updated.minimum(1.25);
            }
        };
        Player free = player(X, minimizing(m -> x(m).neg()), 1);
        Player held = free.constraint(Optional.of(atMost));
        trainer.train(training(game(held), 0, 3));
        assertThat(value(X.value())).isEqualTo(1.25);
    }

    @Test
    void aScheduleScalesTheRateByTheStep() {
        Player falling = player(X, minimizing(m -> x(m)), 1).schedule(Optional.of(new LinearDecay(0, 4, 0)));
        trainer.train(training(game(falling), 0, 6));
        // 1 - 0.5 (1 + 3/4 + 2/4 + 1/4)
        assertThat(value(X.value())).isEqualTo(-0.25);
    }

    @Test
    void averagesFollowTheParametersStepByStep() {
        Player falling = player(X, minimizing(m -> x(m)), 2).movingAverage(Optional.of(new MovingAverage(0.25)));
        trainer.train(training(game(falling), 0, 4));
        double average = 1;
        for (int step = 0; step < 4; step++) {
            double decay = Math.min(0.25, (1.0 + step) / (10 + step));
            average = decay * average + (1 - decay) * (1 - (step + 1));
        }
        assertThat(value(X.value())).isEqualTo(-3);
        assertThat(value(MovingAverage.of(X.value()))).isCloseTo(average, within(1e-6));
    }

    @Test
    void aLossThatIsNotANumberStopsAndNamesStepAndPlayer() {
        // x falls by 0.5 per step: log(x - 0.2) is NaN once x = 0
        Objective descending = minimizing(m -> x(m));
        Objective logarithm = minimizing(m -> x(m).sub(0.2).log().add(y(m).mul(0)));
        List<Integer> done = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void stepped(Progress progress) {
                done.add(progress.step());
            }

            @Override
            public void ended(Progress progress) {
                done.add(-progress.step());
            }
        };
        assertThatThrownBy(() -> trainer.train(
                        training(game(player(X, descending, 1), player(Y, logarithm, 1)), 0, 9, listener)))
                .isInstanceOfSatisfying(NonFiniteException.class, failed -> {
                    assertThat(failed.step()).isEqualTo(2);
                    assertThat(failed.player()).isEqualTo("y");
                })
                .hasMessageContaining("step 2: loss.y of the player y became NaN");
        assertThat(done).containsExactly(1, -1);
        assertThat(value(Y.value())).isEqualTo(2);
    }

    @Test
    void dataThatAreNotFiniteAreNamedToTheListenersBeforeTrainingEnds() {
        List<String> heard = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void diagnosed(Diagnosis diagnosis) {
                heard.add(diagnosis.toString());
            }

            @Override
            public void ended(Progress progress) {
                heard.add("ended");
            }
        };
        Game game = game(player(X, minimizing(m -> x(m).mul(m.data("data").sum())), 1));
        TrainingRequest counted = training(game, 0, 9, listener);
        BatchSource torn =
                number -> Map.of("data", TensorData.of(new float[] {number == 2 ? Float.NaN : number}, Shape.of(1)));
        TrainingRequest request =
                new TrainingRequest(counted.phaseSchedule(), torn, 1, 5, 0, 9, () -> false, counted.listeners());
        assertThatThrownBy(() -> trainer.train(request))
                .isInstanceOf(NonFiniteException.class)
                .hasMessageContaining("step 3: loss.x of the player x became NaN, so training stopped. The data are the"
                        + " cause: 1 of 1 rows of batch0/data are not finite");
        assertThat(heard).hasSize(2).last().isEqualTo("ended");
        assertThat(heard.get(0)).startsWith("step 3: NaN or infinity of the x: loss.x became NaN. The data are");
    }

    @Test
    void randomNumbersDifferByStepAndUpdateButNotByRun() {
        List<Double> first = noise(new ReferenceEngine().open());
        assertThat(first).doesNotHaveDuplicates().hasSize(3);
        assertThat(noise(new ReferenceEngine().open())).isEqualTo(first);
    }

    private static List<Double> noise(Session session) {
        List<Double> seen = new ArrayList<>();
        Objective noise = minimizing(m -> m.random("noise").normal(1).sum().add(x(m).mul(0)));
        TrainingListener listener = new TrainingListener() {
            @Override
            public void stepped(Progress progress) {
                seen.add(progress.metrics().get("loss.x"));
            }
        };
        new GameTrainer(session).train(training(game(player(X, noise, 2)), 0, 3, listener));
        return seen;
    }

    @Test
    void trainingInTwoPartsThroughACheckpointEqualsTrainingInOne() {
        Game game = game(
                player(
                        X,
                        minimizing(m ->
                                x(m).sub(m.random("n").normal(1).sum()).square().add(y(m))),
                        2),
                player(
                        Y,
                        minimizing(m -> y(m).sub(m.data("data").sum()).square().mul(0.1)),
                        1));
        trainer.train(training(game, 0, 6));
        TensorData whole = session.get(X.value());

        Session first = new ReferenceEngine().open();
        new GameTrainer(first).train(training(game, 0, 4));
        Session second = new ReferenceEngine().open();
        Checkpoint.of(first, 4).restore(second, List.of(X, Y));
        new GameTrainer(second).train(training(game, 4, 6));
        assertThat(second.get(X.value())).isEqualTo(whole);
    }

    @Test
    void anObjectiveMayContainAGradientByTheData() {
        Objective byData =
                minimizing(m -> Gradients.of(m.data("data").mul(x(m)).square().sum(), m.data("data"))
                        .sum());
        List<Double> seen = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void stepped(Progress progress) {
                seen.add(progress.metrics().get("loss.x"));
            }
        };
        // batch 1 holds the number 1: d/dd (d x)² = 2 d x² = 2
        trainer.train(training(game(player(X, byData, 1)), 1, 2, listener));
        assertThat(seen).containsExactly(2.0);
    }

    @Test
    void theFirstFailureIsThrownAndEveryStartedListenerIsEnded() {
        List<String> ended = new ArrayList<>();
        TrainingListener failing = new TrainingListener() {
            @Override
            public void stepped(Progress progress) {
                throw new IllegalStateException("first");
            }

            @Override
            public void ended(Progress progress) {
                throw new IllegalStateException("second");
            }
        };
        TrainingListener other = new TrainingListener() {
            @Override
            public void ended(Progress progress) {
                ended.add("other");
            }
        };
        assertThatThrownBy(
                        () -> trainer.train(training(game(player(X, minimizing(m -> x(m)), 1)), 0, 2, failing, other)))
                .hasMessage("first")
                .satisfies(failed -> assertThat(failed.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("second"));
        assertThat(ended).containsExactly("other");
    }

    @Test
    void anErrorOfAListenerKeepsNoOtherFromBeingEnded() {
        List<String> ended = new ArrayList<>();
        TrainingListener broken = new TrainingListener() {
            @Override
            public void ended(Progress progress) {
                throw new NoClassDefFoundError("org/example/Missing");
            }
        };
        TrainingListener other = new TrainingListener() {
            @Override
            public void ended(Progress progress) {
                ended.add("other");
            }
        };
        assertThatThrownBy(
                        () -> trainer.train(training(game(player(X, minimizing(m -> x(m)), 1)), 0, 2, broken, other)))
                .isInstanceOf(NoClassDefFoundError.class);
        assertThat(ended).containsExactly("other");
    }
}
