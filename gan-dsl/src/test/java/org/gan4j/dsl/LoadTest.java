package org.gan4j.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.io.Safetensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state of a loaded GAN: checked as a whole, read as it is needed. */
class LoadTest {
    @TempDir
    private Path folder;

    private Path run;
    private Path checkpoint;

    @BeforeEach
    void train() {
        run = folder.resolve("run");
        checkpoint = run.resolve("checkpoints/step-000001.safetensors");
        try (Gan gan = TinyGans.of(NON_SATURATING).runDirectory(run).build()) {
            gan.train(steps(1));
        }
    }

    private void change(Consumer<Map<String, TensorData>> change) {
        Safetensors stored = Safetensors.read(checkpoint);
        Map<String, TensorData> tensors = new TreeMap<>(stored.tensors());
        change.accept(tensors);
        new Safetensors(tensors, stored.metadata()).write(checkpoint);
    }

    @Test
    void samplingReadsTheGeneratorAlone() {
        try (Gan gan = Gan.load(run)) {
            assertThat(gan.variables()).isEmpty();
            gan.sample(SampleRequest.of(1).latest());
            assertThat(gan.variables())
                    .extracting(Variable::name)
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("generator/"));
        }
    }

    @Test
    void theAverageAloneIsReadByDefault() {
        try (Gan gan = Gan.load(run)) {
            gan.sample(1);
            assertThat(gan.variables())
                    .extracting(Variable::name)
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("average/generator/"));
        }
    }

    @Test
    void trainingContinuesExactlyAfterSomeVariablesWereRead() throws IOException {
        Path whole = folder.resolve("whole");
        try (Gan gan = TinyGans.of(NON_SATURATING).runDirectory(whole).build()) {
            gan.train(steps(2));
        }
        try (Gan gan = Gan.load(run)) {
            TensorData before = gan.sample(2).data();
            gan.score(before);
            gan.train(steps(1));
            assertThat(gan.sample(2).data()).isNotEqualTo(before);
        }
        String last = "checkpoints/step-000002.safetensors";
        assertThat(run.resolve(last)).hasSameBinaryContentAs(whole.resolve(last));
    }

    @Test
    void explainingReadsEverythingAndChangesNothing() {
        try (Gan gan = Gan.load(run)) {
            TensorData before = gan.sample(2).data();
            gan.explain(1);
            assertThat(gan.sample(2).data()).isEqualTo(before);
        }
    }

    @Test
    void aDeletedRunStillGeneratesSamples() throws IOException {
        TensorData expected;
        try (Gan gan = Gan.load(run)) {
            expected = gan.sample(2).data();
        }
        try (Gan gan = Gan.load(run)) {
            Files.delete(checkpoint);
            assertThat(gan.sample(2).data()).isEqualTo(expected);
        }
    }

    @Test
    void aClosedGanSaysSo() {
        Gan gan = Gan.load(run);
        gan.close();
        assertThatThrownBy(() -> gan.sample(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void aMissingVariableOfTheOptimizerIsReported() {
        change(tensors -> tensors.remove("optimizer/critic/t"));
        assertThatThrownBy(() -> Gan.load(run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the checkpoint has no optimizer/critic/t of type DOUBLE []: "
                        + run.resolve("experiment.yaml")
                        + " was changed after the run started; undo the change to continue the run");
    }

    @Test
    void aMissingAverageIsReported() {
        change(tensors -> tensors.keySet().removeIf(name -> name.startsWith("average/")));
        assertThatThrownBy(() -> Gan.load(run)).hasMessageStartingWith("the checkpoint has no average/generator/");
    }

    @Test
    void aVariableOfAnotherShapeIsReported() {
        change(tensors -> tensors.replaceAll(
                (name, value) -> name.startsWith("generator/") ? TensorData.of(new float[3], Shape.of(3)) : value));
        assertThatThrownBy(() -> Gan.load(run))
                .hasMessageStartingWith(
                        "the checkpoint does not fit the networks: it has FLOAT [3] for the variable" + " generator/")
                .hasMessageEndingWith("; use the settings of the run that wrote it");
    }

    @Test
    void variablesThatNobodyKnowsAreKept() {
        change(tensors -> tensors.put("plug-in/own", TensorData.scalar(6f)));
        try (Gan gan = Gan.load(run)) {
            gan.train(steps(1));
        }
        assertThat(Safetensors.read(run.resolve("checkpoints/step-000002.safetensors"))
                        .tensors())
                .containsEntry("plug-in/own", TensorData.scalar(6f));
    }

    /** An optimizer that is not a record, which a file cannot hold. */
    private static final class Coded implements Optimizer {
        @Override
        public String name() {
            return "coded";
        }

        @Override
        public Rule bind(List<Variable> parameters, VariableScope scope) {
            return Adam.of(1e-3, 0.5, 0.9).bind(parameters, scope);
        }
    }

    @Test
    void anOptimizerThatIsCodeIsMissedByTrainingAlone() {
        Path coded = folder.resolve("coded");
        try (Gan gan = TinyGans.of(NON_SATURATING)
                .optimizer(new Coded())
                .runDirectory(coded)
                .build()) {
            gan.train(steps(1));
        }
        try (Gan gan = Gan.load(coded)) {
            assertThat(gan.sample(1).count()).isEqualTo(1);
            assertThatThrownBy(() -> gan.train(steps(1))).hasMessageContaining("pass it to Gan.load");
        }
        try (Gan gan = Gan.load(coded, List.of(new Coded()))) {
            assertThat(gan.train(steps(1)).steps()).isEqualTo(2);
        }
    }
}
