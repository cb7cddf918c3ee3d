package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.training.TinyGame.X;
import static org.gan4j.training.TinyGame.Y;
import static org.gan4j.training.TinyGame.player;
import static org.gan4j.training.TinyGame.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Objective;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.api.training.NonFiniteException;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.api.Test;

/** The bilinear game: x minimizes x·y and y minimizes -x·y, from (1, 2), with the rate 1/2. */
class SimultaneousTest {
    private final Session session = new ReferenceEngine().open();
    private final GameTrainer trainer = new GameTrainer(session);

    private static Tensor x(UpdateContext update) {
        return update.apply(X, Tensor.zeros());
    }

    private static Tensor y(UpdateContext update) {
        return update.apply(Y, Tensor.zeros());
    }

    private static Objective minimizing(Function<UpdateContext, Tensor> loss) {
        return update -> List.of(Term.of("only", loss.apply(update)));
    }

    private static final Player MINIMIZER =
            player(X, minimizing(update -> x(update).mul(y(update))), 1);
    private static final Player MAXIMIZER =
            player(Y, minimizing(update -> x(update).mul(y(update)).neg()), 1);
    private static final Game BILINEAR = Game.simultaneous(List.of(MINIMIZER, MAXIMIZER), List.of(TinyGame.DATA));

    private double[] values() {
        return new double[] {
            session.get(X.value()).item(), session.get(Y.value()).item()
        };
    }

    @Test
    void bothGradientsAreTakenAtTheValuesBeforeTheStep() {
        // x' = x - y/2, y' = y + x/2: all values are dyadic, so they are exact
        TrainingResult first = trainer.train(training(BILINEAR, 0, 1));
        assertThat(values()).containsExactly(0, 2.5);
        assertThat(first.metrics())
                .containsEntry("loss.x", 2.0)
                .containsEntry("gradient.x", 2.0)
                .containsEntry("loss.y", -2.0)
                .containsEntry("gradient.y", 1.0);
        trainer.train(training(BILINEAR, 1, 2));
        assertThat(values()).containsExactly(-1.25, 2.5);
        trainer.train(training(BILINEAR, 2, 3));
        assertThat(values()).containsExactly(-2.5, 1.875);
    }

    @Test
    void theBilinearGameSpiralsOutBySqrtOnePlusRateSquaredPerStep() {
        for (int step = 1; step <= 8; step++) {
            trainer.train(training(BILINEAR, step - 1, step));
            double[] at = values();
            assertThat(Math.hypot(at[0], at[1])).isCloseTo(Math.sqrt(5 * Math.pow(1.25, step)), within(1e-5));
        }
    }

    @Test
    void eachPlayersStateAndAverageAreUpdatedOnce() {
        Player averaged = MINIMIZER.movingAverage(Optional.of(new MovingAverage(0.5)));
        Game game = Game.simultaneous(List.of(averaged, MAXIMIZER), List.of(TinyGame.DATA));
        trainer.train(training(game, 0, 1));
        assertThat(session.get(X.passes()).item()).isEqualTo(1);
        assertThat(session.get(Y.passes()).item()).isEqualTo(1);
        // decay 1/10 in step 0: 0.1 · 1 + 0.9 · 0
        assertThat(session.get(MovingAverage.of(X.value())).item()).isCloseTo(0.1, within(1e-7));
    }

    @Test
    void aLossThatIsNotANumberNamesItsPlayerAndChangesNothing() {
        Player broken = player(Y, minimizing(update -> y(update).sub(2).log()), 1);
        Game game = Game.simultaneous(List.of(MINIMIZER, broken), List.of(TinyGame.DATA));
        assertThatThrownBy(() -> trainer.train(training(game, 0, 1)))
                .isInstanceOfSatisfying(NonFiniteException.class, failed -> assertThat(failed.player())
                        .isEqualTo("y"))
                .hasMessageContaining("step 1: loss.y of the player y became -Infinity");
        assertThat(values()).containsExactly(1, 2);
    }

    @Test
    void aPlayerWithTwoUpdatesPerStepIsRefused() {
        assertThatThrownBy(() -> Game.simultaneous(List.of(MINIMIZER.updates(2), MAXIMIZER), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the player x makes 2 updates per step, but with the coordination simultaneous each player"
                        + " makes one: set its updates to 1, or use the coordination alternating");
    }

    @Test
    void twoPlayersThatOwnTheSameVariableAreRefused() {
        Player other = Player.of("other", List.of(X), MINIMIZER.objective(), MINIMIZER.optimizer());
        assertThatThrownBy(() -> Game.simultaneous(List.of(MINIMIZER, other), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the player other and another one both own x/value");
    }
}
