package org.gan4j.dsl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.MINIMAX;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gan4j.api.application.LossPreset;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.NonFiniteException;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.dsl.spec.InvalidGanException;
import org.gan4j.training.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The events of a run, and what follows from them. */
class DiagnosesTest {
    @TempDir
    Path folder;

    /** Returns a GAN whose critic is soon too strong, and whose generator is soon collapsed. */
    private static OptionsStep failing(LossPreset loss) {
        Random random = new Random(3);
        float[][] cloud = new float[100][];
        Arrays.setAll(cloud, i ->
                new float[] {20 + 9 * (float) random.nextGaussian(), 20 + 9 * (float) random.nextGaussian()});
        return Gan.builder()
                .generator(Mlp.generator().latent(2).layers(1).width(16))
                .critic(Mlp.critic().layers(1).width(16).activation(Activation.TANH))
                .loss(loss)
                .data(DataSource.of(cloud))
                .criticOptimizer(Adam.of(1e-1, 0.5, 0.9))
                .generatorOptimizer(Adam.of(1e-5, 0.5, 0.9))
                .ema(0)
                .batchSize(4)
                .checkpointEvery(10)
                .sampleEvery(1000)
                .diagnoseEvery(20)
                .engine("reference");
    }

    private RunDirectory whole(int count) {
        RunDirectory run = new RunDirectory(folder.resolve("whole"));
        try (Gan gan = failing(MINIMAX).runDirectory(run.root()).build()) {
            gan.train(steps(count));
        }
        return run;
    }

    private static List<DiagnosisLine> events(RunDirectory run) {
        return new EventLog(run.events())
                .read().stream()
                        .map(event ->
                                new DiagnosisLine(event.step(), event.kind().key()))
                        .toList();
    }

    private record DiagnosisLine(int step, String kind) {}

    @Test
    void eventsAreWrittenOnceWithoutTimes() throws IOException {
        RunDirectory run = whole(100);
        assertThat(events(run)).extracting(DiagnosisLine::kind).contains("mode-collapse", "saturated-critic");
        assertThat(Files.readAllLines(run.events()))
                .doesNotHaveDuplicates()
                .first()
                .asString()
                .startsWith("{\"step\":20,\"kind\":\"mode-collapse\",\"player\":\"generator\",\"source\":\"samples\","
                        + "\"evidence\":\"two samples are ")
                .endsWith("see docs/choosing-a-loss.md#mode-collapse\"}");
    }

    @Test
    void aRunInPartsEndsWithTheSameEvents() throws IOException {
        RunDirectory whole = whole(100);
        for (int first : new int[] {15, 20, 50, 55, 90}) {
            RunDirectory parts = new RunDirectory(folder.resolve("parts" + first));
            try (Gan gan = failing(MINIMAX).runDirectory(parts.root()).build()) {
                gan.train(steps(first));
            }
            try (Gan gan =
                    Gan.load(parts.root(), List.of(failing(MINIMAX).spec().data()))) {
                gan.train(steps(100 - first));
            }
            assertThat(parts.events()).as("after " + first).hasSameBinaryContentAs(whole.events());
            assertThat(parts.metrics()).hasSameBinaryContentAs(whole.metrics());
        }
    }

    @Test
    void aRunThatWasKilledBeforeItLookedAtItsSamplesLooksAgain() throws IOException {
        RunDirectory whole = whole(100);
        RunDirectory killed = new RunDirectory(folder.resolve("killed"));
        try (Gan gan = failing(MINIMAX).runDirectory(killed.root()).build()) {
            gan.train(steps(20));
        }
        Files.writeString(killed.events(), "{\"step\":999,\"kind\":\"oscillation\",\"pl");
        try (Gan gan = Gan.load(killed.root(), List.of(failing(MINIMAX).spec().data()))) {
            gan.train(steps(80));
        }
        assertThat(killed.events()).hasSameBinaryContentAs(whole.events());
    }

    @Test
    void eventsAfterTheCheckpointAreCutBack() throws IOException {
        RunDirectory run = whole(100);
        for (int step : new int[] {100, 90}) {
            Files.delete(run.checkpoint(step));
        }
        List<String> before = Files.readAllLines(run.events());
        Heard heard = new Heard();
        try (Gan gan = Gan.load(run.root(), List.of(failing(MINIMAX).spec().data()), heard)) {
            assertThat(gan.steps()).isEqualTo(80);
            gan.train(steps(20));
        }
        assertThat(Files.readAllLines(run.events())).isEqualTo(before);
    }

    @Test
    void trainingComputesTheSameWithoutDiagnosis() {
        RunDirectory with = whole(40);
        RunDirectory without = new RunDirectory(folder.resolve("without"));
        try (Gan gan =
                failing(MINIMAX).diagnoseEvery(0).runDirectory(without.root()).build()) {
            gan.train(steps(40));
        }
        assertThat(without.events()).doesNotExist();
        assertThat(without.metrics()).hasSameBinaryContentAs(with.metrics());
        assertThat(without.checkpoint(40)).hasSameBinaryContentAs(with.checkpoint(40));
    }

    private static final class Heard implements TrainingListener {
        private final List<Diagnosis> all = new ArrayList<>();

        @Override
        public void diagnosed(Diagnosis diagnosis) {
            all.add(diagnosis);
        }
    }

    @Test
    void aGanWithoutARunDirectoryIsDiagnosedAcrossItsTrainings() {
        Heard heard = new Heard();
        try (Gan gan = failing(MINIMAX).listener(heard).build()) {
            gan.train(steps(30));
            gan.train(steps(70));
        }
        assertThat(heard.all).extracting(Diagnosis::step).startsWith(20);
        assertThat(heard.all)
                .extracting(Diagnosis::kind)
                .doesNotHaveDuplicates()
                .contains(Diagnosis.Kind.SATURATED_CRITIC);
    }

    @Test
    void stopEndsTrainingAfterTheNextStep() {
        try (Gan gan = failing(MINIMAX).onDiagnosis("stop").build()) {
            assertThat(gan.train(steps(100)).steps()).isEqualTo(21);
        }
    }

    @Test
    void onDiagnosisHasThreeValues() {
        OptionsStep wrong = failing(MINIMAX).onDiagnosis("panic");
        assertThatThrownBy(wrong::build)
                .isInstanceOf(InvalidGanException.class)
                .hasMessageContaining("on-diagnosis must be warn or stop or roll-back, not panic");
    }

    @Test
    void theCauseOfNaNIsAnEvent() {
        RunDirectory run = new RunDirectory(folder.resolve("nan"));
        try (Gan gan = failing(NON_SATURATING)
                .critic(Mlp.critic().layers(1).width(16))
                .optimizer(new Adam(1e30, 0, 0.9, 1e-8))
                .runDirectory(run.root())
                .build()) {
            assertThatThrownBy(() -> gan.train(steps(100))).isInstanceOf(NonFiniteException.class);
        }
        assertThat(events(run)).last().extracting(DiagnosisLine::kind).isEqualTo("non-finite");
    }
}
