package org.gan4j.dsl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.LSGAN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.Sgd;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.NonFiniteException;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.LoadRequest;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.dsl.spec.InvalidGanException;
import org.gan4j.tensor.TensorData;
import org.gan4j.training.Checkpoint;
import org.gan4j.training.LoweredRate;
import org.gan4j.training.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that go back to a checkpoint with lower learning rates. */
class RollBackTest {
    /** A rate that is too high, while a thirty-second of it is not. */
    private static final double RATE = 0.25;

    private static final DataSource DATA = data(4);
    private static final DataSource WIDE = data(100);

    @TempDir
    Path folder;

    private static DataSource data(float width) {
        Random random = new Random(3);
        float[][] cloud = new float[64][];
        Arrays.setAll(
                cloud, i -> new float[] {width * (float) random.nextGaussian(), width * (float) random.nextGaussian()});
        return DataSource.of(cloud);
    }

    /** Returns a GAN whose squared losses diverge by gradient descent if the rate is too high. */
    private static OptionsStep gan(double rate) {
        return gan(DATA).optimizer(new Sgd(rate, 0));
    }

    private static OptionsStep gan(DataSource data) {
        return Gan.builder()
                .generator(Mlp.generator().latent(2).layers(1).width(8))
                .critic(Mlp.critic().layers(1).width(8))
                .loss(LSGAN)
                .data(data)
                .ema(0)
                .batchSize(8)
                .checkpointEvery(10)
                .sampleEvery(10)
                .diagnoseEvery(0)
                .engine("reference");
    }

    private RunDirectory run(String name) {
        return new RunDirectory(folder.resolve(name));
    }

    private static List<String> files(RunDirectory run) throws IOException {
        try (Stream<Path> all = Files.walk(run.root())) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(run.lock()))
                    .map(file -> run.root().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aDivergedRunEndsAsIfItHadHadTheLowerRate() throws IOException {
        RunDirectory back = run("back");
        RunDirectory low = run("low");
        try (Gan gan =
                gan(RATE).onDiagnosis("roll-back").runDirectory(back.root()).build()) {
            assertThat(gan.train(steps(40)).steps()).isEqualTo(40);
        }
        Checkpoint end = Checkpoint.read(back.checkpoint(40));
        double factor = end.variables().get(LoweredRate.FACTOR.name()).item();
        assertThat(factor).isLessThan(1);
        try (Gan gan = gan(RATE * factor).runDirectory(low.root()).build()) { // plain gradient descent: no other state
            gan.train(steps(40));
        }
        Checkpoint.read(low.checkpoint(40))
                .variables()
                .forEach((name, value) ->
                        assertThat(end.variables().get(name)).as(name).isEqualTo(value));
        assertThat(back.metrics()).hasSameBinaryContentAs(low.metrics());
        assertThat(files(back)).isEqualTo(files(low));
        assertThat(Files.readAllLines(back.history()))
                .last()
                .asString()
                .contains("\"rollBack\":\"went back from step ", " to step 0 because of the non-finite of step ");
    }

    /** Copies the run whenever a failure is diagnosed, and whenever training starts, as a kill would leave it. */
    private final class Copies implements TrainingListener {
        private final RunDirectory run;
        private final List<RunDirectory> all = new ArrayList<>();

        private Copies(RunDirectory run) {
            this.run = run;
        }

        @Override
        public void started(Progress progress) {
            copy();
        }

        @Override
        public void diagnosed(Diagnosis diagnosis) {
            copy();
        }

        @Override
        public void ended(Progress progress) {
            copy();
        }

        private void copy() {
            RunDirectory copy = run("copy" + all.size());
            try (Stream<Path> files = Files.walk(run.root())) {
                for (Path file : files.toList()) {
                    Path to = copy.root().resolve(run.root().relativize(file).toString());
                    Files.copy(file, to);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            Path lock = copy.lock();
            lock.toFile().delete(); // that of this program, which lives on
            all.add(copy);
        }
    }

    private static OptionsStep collapsing() {
        return gan(WIDE).optimizer(Adam.of(1e-5, 0.5, 0.9)).diagnoseEvery(20).onDiagnosis("roll-back");
    }

    @Test
    void aRunThatWasKilledAtAnyMomentOfItsReturnEndsWithTheSameBytes() throws IOException {
        RunDirectory whole = run("whole");
        Copies copies = new Copies(whole);
        try (Gan gan = gan(RATE)
                .onDiagnosis("roll-back")
                .listener(copies)
                .runDirectory(whole.root())
                .build()) {
            gan.train(steps(40));
        }
        assertThat(copies.all).hasSizeGreaterThan(4);
        for (RunDirectory copy : copies.all) {
            int left;
            try (Gan gan = Gan.load(copy.root(), List.of(DATA))) {
                left = 40 - gan.steps();
                if (left > 0) {
                    gan.train(steps(left));
                }
            }
            assertThat(copy.checkpoint(40)).hasSameBinaryContentAs(whole.checkpoint(40));
            assertThat(copy.metrics()).hasSameBinaryContentAs(whole.metrics());
            assertThat(files(copy)).isEqualTo(files(whole));
        }
    }

    @Test
    void aFailureThatIsDiagnosedBySamplesIsLeftBehindOrEndsTraining() throws IOException {
        RunDirectory whole = run("whole");
        Copies copies = new Copies(whole);
        int end;
        try (Gan gan = collapsing().listener(copies).runDirectory(whole.root()).build()) {
            end = gan.train(steps(60)).steps();
        }
        assertThat(end).isEqualTo(20); // no rate cures a generator that is collapsed from the start
        assertThat(Files.readAllLines(whole.history())).hasSize(6);
        assertThat(Checkpoint.read(whole.checkpoint(20)).variables().get(LoweredRate.FACTOR.name()))
                .extracting(TensorData::item)
                .isEqualTo(1.0 / 32);
        for (RunDirectory copy : copies.all) {
            try (Gan gan = Gan.load(copy.root(), List.of(WIDE))) {
                gan.train(steps(60 - gan.steps()));
            }
            assertThat(copy.checkpoint(20)).hasSameBinaryContentAs(whole.checkpoint(20));
            assertThat(copy.events()).hasSameBinaryContentAs(whole.events());
        }
    }

    @Test
    void theRatesStayLowUnderAnotherPolicy() throws IOException {
        RunDirectory same = run("same");
        RunDirectory changed = run("changed");
        for (RunDirectory run : List.of(same, changed)) {
            try (Gan gan =
                    gan(RATE).onDiagnosis("roll-back").runDirectory(run.root()).build()) {
                gan.train(steps(20));
            }
        }
        try (Gan gan = Gan.load(same.root(), List.of(DATA))) {
            gan.train(steps(20));
        }
        String settings = Files.readString(changed.experiment());
        Files.writeString(changed.experiment(), settings.replace("on-diagnosis: roll-back", "on-diagnosis: warn"));
        LoadRequest overriding =
                LoadRequest.of(changed.root()).supplying(List.of(DATA)).overriding("on-diagnosis");
        try (Gan gan = Gan.load(overriding)) {
            gan.train(steps(20));
        }
        assertThat(changed.checkpoint(40)).hasSameBinaryContentAs(same.checkpoint(40));
    }

    @Test
    void withoutARunDirectoryThereIsNothingToGoBackTo() {
        OptionsStep wrong = gan(1).onDiagnosis("roll-back");
        assertThatThrownBy(wrong::build)
                .isInstanceOf(InvalidGanException.class)
                .hasMessageContaining("give it a run directory, or use warn or stop");
    }

    @Test
    void aRunThatCannotBeSavedByLowerRatesFailsWithItsFirstCause() {
        RunDirectory run = run("hopeless");
        try (Gan gan =
                gan(1e30).onDiagnosis("roll-back").runDirectory(run.root()).build()) {
            assertThatThrownBy(() -> gan.train(steps(40))).isInstanceOf(NonFiniteException.class);
        }
        assertThat(run.checkpoint(0)).exists();
    }
}
