package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.junit.jupiter.api.Test;

/** Tests of random numbers: equal on every engine, and a pure function of seed, path, step, and index. */
abstract class RandomNumbersBehavior {
    private final RandomKey key = RandomKey.of(42).child("latent");

    abstract Engine engine();

    @Test
    void areThoseOfTheReferenceEngineBitForBit() {
        for (Tensor random : List.of(
                key.uniform(7, 13),
                key.normal(7, 13),
                key.uniform(),
                key.normal(1),
                key.normal(3),
                key.normal(0, 3),
                key.normal(1, 30_001),
                key.bernoulli(0.3, 50),
                key.at(Tensor.of(new int[] {-5})).normal(9))) {
            assertThat(evaluate(random)).isEqualTo(random.evaluate());
        }
    }

    @Test
    void followTheStepThatIsFed() {
        Tensor step = Tensor.input("round", DType.INT);
        Stage stage = Stage.named("draw")
                .output("uniform", key.at(step).uniform(5))
                .output("normal", key.at(step).normal(5));
        try (Session session = engine().open();
                Program program = session.compile(Graph.of(stage))) {
            for (int i : new int[] {0, 1, 2, 1, 1_000_000}) {
                Map<String, TensorData> drawn =
                        program.run(Map.of("round", TensorData.scalar(i))).outputs();
                RandomKey fixed = key.at(Tensor.of(new int[] {i}));
                assertThat(drawn.get("uniform")).isEqualTo(fixed.uniform(5).evaluate());
                assertThat(drawn.get("normal")).isEqualTo(fixed.normal(5).evaluate());
            }
        }
    }

    @Test
    void firstRowsDoNotDependOnHowManyAreAskedFor() {
        for (int rows : new int[] {1, 2, 3, 7}) {
            assertThat(evaluate(key.normal(rows, 5)))
                    .isEqualTo(evaluate(key.normal(64, 5)).rows(0, rows));
            assertThat(evaluate(key.uniform(rows, 5)))
                    .isEqualTo(evaluate(key.uniform(64, 5)).rows(0, rows));
        }
    }

    @Test
    void differByPathStepSeedAndDistribution() {
        List<Tensor> streams = List.of(
                key.uniform(20),
                key.normal(20),
                key.child("other").uniform(20),
                RandomKey.of(42).child("noise").uniform(20),
                RandomKey.of(43).child("latent").uniform(20),
                key.at(Tensor.of(new int[] {1})).uniform(20),
                key.at(Tensor.of(new int[] {2})).uniform(20));
        Set<Double> seen = new HashSet<>();
        for (Tensor stream : streams) {
            Arrays.stream(evaluate(stream).toDoubles()).forEach(seen::add);
        }
        assertThat(seen).hasSizeGreaterThan(20 * streams.size() - 3);
    }

    @Test
    void areDrawnOnceForEachPathWithinARun() {
        Stage stage = Stage.named("draw")
                .output("left", key.normal(9))
                .output("right", key.normal(9).add(0))
                .output("zero", key.normal(9).sub(key.normal(9)));
        try (Session session = engine().open()) {
            Map<String, TensorData> drawn =
                    Comparison.run(session, stage, Map.of()).outputs();
            assertThat(drawn.get("left")).isEqualTo(drawn.get("right"));
            assertThat(drawn.get("zero").toFloats()).containsOnly(0);
        }
    }

    private TensorData evaluate(Tensor tensor) {
        try (Session session = engine().open()) {
            return session.evaluate(tensor);
        }
    }
}
