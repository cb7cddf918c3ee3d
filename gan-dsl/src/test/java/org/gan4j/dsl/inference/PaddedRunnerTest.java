package org.gan4j.dsl.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.application.Unconditional;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.AveragedVariables;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.dsl.TinyGans;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
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
        GanSpec wide = spec.with(GanComponents.GENERATOR, generator);
        return new Unconditional().plan(new Unconditional().resolved(wide.components(), schema), schema, 1);
    }

    private static PaddedRunner runner(Session session, Plan plan, Consumer<Collection<Variable>> restoring) {
        return new PaddedRunner(session, new ReentrantLock(), AveragedVariables.of(plan.phaseSchedule()), restoring);
    }

    private static PaddedRunner runner(Session session) {
        return runner(session, plan(SMALL), used -> {});
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

    /** A session that records how many rows each compiled program computes. */
    private record Recorded(Session session, List<Integer> sizes) implements Session {
        @Override
        public Program compile(Graph graph) {
            graph.stages().forEach(stage -> stage.outputs()
                    .values()
                    .forEach(output -> sizes.add(output.shape().dim(0))));
            return session.compile(graph);
        }

        @Override
        public TensorData get(Variable variable) {
            return session.get(variable);
        }

        @Override
        public void set(Variable variable, TensorData value) {
            session.set(variable, value);
        }

        @Override
        public Collection<Variable> variables() {
            return session.variables();
        }

        @Override
        public void close() {
            session.close();
        }
    }

    @Test
    void wholeBatchesHave64RowsAndTheRestThePowerOfTwoThatHoldsIt() {
        try (Recorded session = new Recorded(new ReferenceEngine().open(), new ArrayList<>());
                PaddedRunner runner = runner(session)) {
            InferenceRunner.Prepared same = runner.prepare(List.of(TOKENS), (parameters, batch) -> batch.get("tokens"));
            for (int rows : new int[] {1, 2, 3, 5, 130, 33, 64, 1, 2, 8}) {
                assertThat(same.run(Map.of("tokens", tokens(rows)), Weights.LATEST))
                        .isEqualTo(tokens(rows));
            }
            assertThat(session.sizes).containsExactly(1, 2, 4, 8, 64);
        }
    }

    private static TensorData latents(int rows) {
        return TensorData.of(
                new Latents(LatentSpace.normal(6), 5, OptionalDouble.empty()).rows(0, rows), Shape.of(rows, 6));
    }

    @Test
    void theReferenceEngineGivesEachSampleTheSameBitsHoweverManyThereAre() {
        requireSameSamples("reference", SMALL, 0);
    }

    @Test
    void aNativeEngineGivesEachSampleTheSameValueUpToRounding() {
        requireSameSamples("nd4j", Dcgan.generator().latent(6).width(16), 1e-5f);
        requireSameSamples("nd4j", Mlp.generator().latent(6).width(256).normalization(Normalization.BATCH), 1e-5f);
    }

    private static void requireSameSamples(String engine, GeneratorArchitecture generator, float tolerance) {
        Plan plan = plan(generator);
        try (Session session = Engines.named(engine).open();
                PaddedRunner runner = runner(session, plan, used -> {})) {
            LatentSampler sampler = plan.capability(LatentSampler.class, runner);
            float[] many = sampler.samples(latents(64), Weights.LATEST).toFloats();
            for (int rows : new int[] {1, 2, 3, 7, 20}) {
                assertThat(sampler.samples(latents(rows), Weights.LATEST).toFloats())
                        .as("%d of 64 samples by %s", rows, engine)
                        .containsExactly(Arrays.copyOf(many, rows * 784), within(tolerance));
            }
        }
    }

    @Test
    void onlyTheVariablesThatAFunctionReadsAreRestored() {
        Plan plan = plan(SMALL);
        List<String> restored = new ArrayList<>();
        try (Session session = new ReferenceEngine().open();
                PaddedRunner runner = runner(session, plan, used -> used.forEach(each -> restored.add(each.name())))) {
            LatentSampler sampler = plan.capability(LatentSampler.class, runner);
            assertThat(restored).isEmpty();
            sampler.samples(latents(1), Weights.LATEST);
            assertThat(restored).isNotEmpty().allMatch(name -> name.startsWith("generator/"));
            assertThat(session.variables()).extracting(Variable::name).containsExactlyInAnyOrderElementsOf(restored);
            restored.clear();
            sampler.samples(latents(1), Weights.EMA);
            assertThat(restored).isNotEmpty().allMatch(name -> name.startsWith("average/generator/"));
        }
    }
}
