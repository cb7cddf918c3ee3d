package org.gan4j.dsl.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.gan4j.api.application.Plan;
import org.gan4j.api.application.Unconditional;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.AveragedVariables;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.dsl.TinyGans;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.losses.LossPresets;
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

    private static final GeneratorArchitecture SMALL =
            Dcgan.generator().latent(6).width(2);

    private static TensorData tokens(int rows) {
        return TensorData.of(IntStream.range(0, 2 * rows).toArray(), Shape.of(rows, 2));
    }

    /** Returns the plan of a small GAN with a moving average of the generator. */
    private static Plan plan(GeneratorArchitecture generator) {
        GanSpec spec = TinyGans.of(LossPresets.NON_SATURATING).spec();
        DataSchema schema =
                new DataSchema(List.of(new Field(Field.IMAGE, DType.FLOAT, Shape.of(1, 28, 28))), List.of());
        GanSpec wide = GanSpec.builder().from(spec).generator(generator).build();
        return new Unconditional().plan(new Unconditional().resolved(wide.components(), schema), schema, 1);
    }

    private static PaddedRunner runner(Session session, Plan plan) {
        return new PaddedRunner(session, new ReentrantLock(), AveragedVariables.of(plan.phaseSchedule()));
    }

    private static PaddedRunner runner(Session session) {
        return runner(session, plan(SMALL));
    }

    @ParameterizedTest
    @CsvSource({"0, INT", "1, INT", "64, INT", "150, INT", "150, FLOAT", "150, BOOL"})
    void outputsKeepTheirTypeHoweverManyRowsThereAre(int rows, DType dtype) {
        try (Session session = Engines.named("reference").open();
                PaddedRunner runner = runner(session)) {
            InferenceRunner.Prepared twice =
                    runner.prepare(List.of(TOKENS, UNUSED), (parameters, batch) -> batch.get("tokens")
                            .cast(dtype));
            assertThat(twice.output()).isEqualTo(Shape.of(2));
            Map<String, TensorData> given =
                    Map.of("tokens", tokens(rows), "unused", TensorData.of(new float[3 * rows], Shape.of(rows, 3)));
            assertThat(twice.run(given, Weights.LATEST))
                    .isEqualTo(TensorData.of(dtype, tokens(rows).toDoubles(), Shape.of(rows, 2)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "nd4j"})
    void aMaskIsAnInputLikeOthers(String engine) {
        Field mask = new Field("mask", DType.BOOL, Shape.of(1));
        try (Session session = Engines.named(engine).open();
                PaddedRunner runner = runner(session)) {
            InferenceRunner.Prepared where = runner.prepare(
                    List.of(mask),
                    (parameters, batch) -> batch.get("mask").cast(DType.FLOAT).mul(3));
            TensorData given = TensorData.of(new boolean[] {true, false, true}, Shape.of(3, 1));
            assertThat(where.run(Map.of("mask", given), Weights.LATEST).toFloats())
                    .containsExactly(3, 0, 3);
        }
    }

    @Test
    void inputsOfAnotherKindAreRefused() {
        try (Session session = Engines.named("reference").open();
                PaddedRunner runner = runner(session)) {
            InferenceRunner.Prepared prepared =
                    runner.prepare(List.of(TOKENS), (parameters, batch) -> batch.get("tokens"));
            assertThatThrownBy(() -> prepared.run(Map.of(), Weights.LATEST)).hasMessage("the input tokens is missing");
            assertThatThrownBy(() ->
                            prepared.run(Map.of("tokens", TensorData.of(new float[2], Shape.of(1, 2))), Weights.LATEST))
                    .hasMessage("the input tokens must be INT [1, 2], with any number of rows; it is FLOAT [1, 2]");
        }
    }
}
