package org.gan4j.dsl.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaddedRunnerTest {
    private static final Field TOKENS = new Field("tokens", DType.INT, Shape.of(2));
    private static final Field UNUSED = new Field("unused", DType.FLOAT, Shape.of(3));

    private static TensorData tokens(int rows) {
        return TensorData.of(IntStream.range(0, 2 * rows).toArray(), Shape.of(rows, 2));
    }

    @ParameterizedTest
    @CsvSource({"0, INT", "1, INT", "64, INT", "150, INT", "150, FLOAT", "150, BOOL"})
    void outputsKeepTheirTypeHoweverManyRowsThereAre(int rows, DType dtype) {
        try (Session session = Engines.named("reference").open();
                PaddedRunner runner = new PaddedRunner(session, new ReentrantLock())) {
            InferenceRunner.Prepared twice = runner.prepare(
                    List.of(TOKENS, UNUSED), batch -> batch.get("tokens").cast(dtype));
            assertThat(twice.output()).isEqualTo(Shape.of(2));
            Map<String, TensorData> given =
                    Map.of("tokens", tokens(rows), "unused", TensorData.of(new float[3 * rows], Shape.of(rows, 3)));
            assertThat(twice.run(given))
                    .isEqualTo(TensorData.of(dtype, tokens(rows).toDoubles(), Shape.of(rows, 2)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "nd4j"})
    void aMaskIsAnInputLikeOthers(String engine) {
        Field mask = new Field("mask", DType.BOOL, Shape.of(1));
        try (Session session = Engines.named(engine).open();
                PaddedRunner runner = new PaddedRunner(session, new ReentrantLock())) {
            InferenceRunner.Prepared where = runner.prepare(
                    List.of(mask), batch -> batch.get("mask").cast(DType.FLOAT).mul(3));
            TensorData given = TensorData.of(new boolean[] {true, false, true}, Shape.of(3, 1));
            assertThat(where.run(Map.of("mask", given)).toFloats()).containsExactly(3, 0, 3);
        }
    }

    @Test
    void inputsOfAnotherKindAreRefused() {
        try (Session session = Engines.named("reference").open();
                PaddedRunner runner = new PaddedRunner(session, new ReentrantLock())) {
            InferenceRunner.Prepared prepared = runner.prepare(List.of(TOKENS), batch -> batch.get("tokens"));
            assertThatThrownBy(() -> prepared.run(Map.of())).hasMessage("the input tokens is missing");
            assertThatThrownBy(() -> prepared.run(Map.of("tokens", TensorData.of(new float[2], Shape.of(1, 2)))))
                    .hasMessage("the input tokens must be INT [1, 2], with any number of rows; it is FLOAT [1, 2]");
        }
    }
}
