package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.training.TinyGame.X;
import static org.gan4j.training.TinyGame.game;
import static org.gan4j.training.TinyGame.phase;
import static org.gan4j.training.TinyGame.player;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.training.BatchSource;
import org.gan4j.api.training.TrainingRequest;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.api.Test;

class PhaseBatchesTest {
    /** Moves x by half of the sum of each batch. */
    private static Player adding(int updates) {
        return player(
                X,
                update -> List.of(Term.of(
                        "only",
                        update.apply(X, Tensor.zeros())
                                .mul(update.data("data").sum().neg()))),
                updates);
    }

    private static Phase ended(String name, int steps, int updates) {
        return phase(name, OptionalInt.of(steps), game(adding(updates)));
    }

    private static Phase open(String name) {
        return phase(name, OptionalInt.empty(), game(adding(1)));
    }

    /** A source in which sample {@code i} of the endless sequence is the number {@code i}. */
    private static BatchSource numbered(int size, List<String> closed) {
        return new BatchSource() {
            @Override
            public Map<String, TensorData> batch(long number) {
                double[] samples = LongStream.range(number * size, (number + 1) * size)
                        .asDoubleStream()
                        .toArray();
                return Map.of("data", TensorData.of(DType.FLOAT, samples, Shape.of(size)));
            }

            @Override
            public void close() {
                closed.add("size " + size);
            }
        };
    }

    private static double[] samples(BatchSource batches, long number) {
        return batches.batch(number).get("data").toDoubles();
    }

    @Test
    void aPhaseContinuesAfterTheSamplesThatEarlierPhasesUsed() {
        PhaseSchedule phases = new PhaseSchedule(
                List.of(ended("a", 3, 1).batchSize(3), ended("b", 1, 2).batchSize(2), open("c")));
        BatchSource batches = new PhaseBatches(phases, 4, size -> numbered(size, new ArrayList<>()));
        // a: samples 0 to 8; b begins at ⌈9/2⌉ · 2 = 10; 9 + 4 samples used: c begins at ⌈13/4⌉ · 4 = 16
        assertThat(samples(batches, 0)).containsExactly(0, 1, 2);
        assertThat(samples(batches, 2)).containsExactly(6, 7, 8);
        assertThat(samples(batches, 3)).containsExactly(10, 11);
        assertThat(samples(batches, 4)).containsExactly(12, 13);
        assertThat(samples(batches, 5)).containsExactly(16, 17, 18, 19);
        assertThat(samples(batches, 6)).containsExactly(20, 21, 22, 23);
        assertThat(samples(batches, 3)).as("in any order").containsExactly(10, 11);
    }

    @Test
    void equalSizesKeepTheNumbersOfTheBatches() {
        PhaseSchedule phases =
                new PhaseSchedule(List.of(ended("a", 3, 2), ended("b", 2, 1).batchSize(4), open("c")));
        List<String> closed = new ArrayList<>();
        BatchSource same = numbered(4, closed);
        try (BatchSource batches = new PhaseBatches(phases, 4, size -> same)) {
            for (long number = 0; number < 20; number++) {
                assertThat(batches.batch(number)).isEqualTo(same.batch(number));
            }
        }
        assertThat(closed).containsExactly("size 4");
    }

    @Test
    void theTrainerFeedsEachPhaseItsBatchSizeAndItsPreparedData() {
        Phase first = ended("first", 2, 1).batchSize(2).prepared(batch -> Map.of("data", times100(batch.get("data"))));
        PhaseSchedule phases = new PhaseSchedule(List.of(first, open("second")));
        try (Session session = new ReferenceEngine().open();
                BatchSource batches = new PhaseBatches(phases, 1, size -> numbered(size, new ArrayList<>()))) {
            new GameTrainer(session).train(new TrainingRequest(phases, batches, 1, 5, 0, 4, () -> false, List.of()));
            // x starts at 1; samples 0 to 3 count a hundredfold, 4 and 5 once
            double moved = 100 * (0 + 1 + 2 + 3) + 4 + 5;
            assertThat(session.get(X.value()).item()).isEqualTo(1 + moved / 2);
        }
    }

    private static TensorData times100(TensorData values) {
        double[] more =
                DoubleStream.of(values.toDoubles()).map(each -> 100 * each).toArray();
        return TensorData.of(values.dtype(), more, values.shape());
    }
}
