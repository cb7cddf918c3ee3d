package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.training.TinyGame.X;
import static org.gan4j.training.TinyGame.Y;
import static org.gan4j.training.TinyGame.game;
import static org.gan4j.training.TinyGame.phase;
import static org.gan4j.training.TinyGame.player;
import static org.gan4j.training.TinyGame.training;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Floats;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.api.Test;

class PhasesTest {
    /** A player that sums its batches. */
    private static Player adding(TinyGame.Number number, int updates) {
        Function<UpdateContext, Tensor> loss = update -> update.apply(number, Tensor.zeros())
                .mul(update.data("data").sum())
                .mul(-2);
        return player(number, update -> List.of(Term.of("only", loss.apply(update))), updates);
    }

    /** Two steps of one batch each, then steps of three. */
    private static final PhaseSchedule TWO = new PhaseSchedule(List.of(
            phase("first", OptionalInt.of(2), game(adding(X, 1))),
            phase("second", OptionalInt.empty(), game(adding(Y, 3), adding(X, 1)))));

    private static double value(Session session, Variable variable) {
        return session.get(variable).item();
    }

    @Test
    void aLaterPhaseContinuesWithTheVariablesAndTheBatches() {
        Session session = new ReferenceEngine().open();
        new GameTrainer(session).train(training(TWO, 0, 4));
        // x sees batches 0 and 1, then the last of 2, 3, 4 and of 5, 6, 7; y sees all from 2 on
        assertThat(value(session, X.value())).isEqualTo(1 + 0 + 1 + 4 + 7);
        assertThat(value(session, Y.value())).isEqualTo(2 + 2 + 3 + 4 + 5 + 6 + 7);
    }

    @Test
    void aRunThatStopsInAnyPhaseIsResumedExactly() {
        Session whole = new ReferenceEngine().open();
        new GameTrainer(whole).train(training(TWO, 0, 5));
        for (int stop = 0; stop <= 5; stop++) {
            Session first = new ReferenceEngine().open();
            new GameTrainer(first).train(training(TWO, 0, stop));
            Session second = new ReferenceEngine().open();
            Checkpoint.of(first, stop).restore(second, List.of(X, Y));
            new GameTrainer(second).train(training(TWO, stop, 5));
            assertThat(Checkpoint.of(second, 5)).isEqualTo(Checkpoint.of(whole, 5));
        }
    }

    @Test
    void metricsBelongToThePhase() {
        List<String> seen = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void stepped(Progress progress) {
                seen.add(String.join(" ", progress.metrics().keySet()));
            }
        };
        new GameTrainer(new ReferenceEngine().open()).train(training(TWO, 1, 3, listener));
        assertThat(seen).containsExactly("loss.x gradient.x", "loss.y gradient.y loss.x gradient.x");
    }

    @Test
    void batchesAreNumberedByTheStepAlone() {
        assertThat(List.of(0, 1, 2, 3, 4)).extracting(TWO::batchesBefore).containsExactly(0L, 1L, 2L, 5L, 8L);
        assertThat(List.of(0, 1, 2, 9))
                .extracting(step -> TWO.at(step).name())
                .containsExactly("first", "first", "second", "second");
    }

    @Test
    void onlyTheLastPhaseHasNoEnd() {
        Phase open = phase("open", OptionalInt.empty(), game(adding(X, 1)));
        Phase closed = phase("closed", OptionalInt.of(3), game(adding(X, 1)));
        assertThatThrownBy(() -> new PhaseSchedule(List.of(open, open)))
                .hasMessage("the phase open has no end, but other phases follow: give it a number of steps");
        assertThatThrownBy(() -> new PhaseSchedule(List.of(closed)))
                .hasMessage("the phase closed is the last, but it ends: use Phase.open for the last phase");
        assertThatThrownBy(() -> phase("none", OptionalInt.of(0), game(adding(X, 1))))
                .hasMessage("the phase none must have at least 1 step, not 0");
    }

    @Test
    void aPreviewIsTheSameEachTimeAndKnowsTheStep() {
        Session session = new ReferenceEngine().open();
        SamplePreview preview = SamplePreview.of(5, update -> update.data("data")
                .add(update.apply(X, Tensor.zeros()))
                .add(update.step().cast(DType.FLOAT).mul(100)));
        Dataset three = ColumnDataset.of(List.of(new Floats(TinyGame.DATA, new float[] {10, 20, 30})));
        try (PreviewRenderer renderer = new PreviewRenderer(session, preview, three, 1)) {
            session.set(X.value(), TensorData.scalar(2f));
            assertThat(renderer.show(0).toFloats()).containsExactly(12, 22, 32, 12, 22);
            assertThat(renderer.show(3).toFloats()).containsExactly(312, 322, 332, 312, 322);
        }
    }
}
