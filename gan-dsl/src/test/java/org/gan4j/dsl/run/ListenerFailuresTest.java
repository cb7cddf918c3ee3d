package org.gan4j.dsl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gan4j.api.training.FailedPartException;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.dsl.TinyGans;
import org.gan4j.tensor.io.StorageException;
import org.gan4j.training.RunDirectory;
import org.gan4j.training.RunLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListenerFailuresTest {
    /** A listener that fails at a step, and remembers what it was told. */
    private static final class Failing implements TrainingListener {
        private final List<String> told = new ArrayList<>();
        private final int at;
        private final Supplier<Throwable> failure;

        private Failing(int at, Supplier<Throwable> failure) {
            this.at = at;
            this.failure = failure;
        }

        @Override
        public void started(Progress progress) {
            tell("started", progress);
        }

        @Override
        public void stepped(Progress progress) {
            tell("stepped", progress);
        }

        @Override
        public void ended(Progress progress) {
            told.add("ended " + progress.step());
        }

        private void tell(String event, Progress progress) {
            told.add(event + " " + progress.step());
            if (progress.step() == at) {
                Throwable thrown = failure.get();
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) thrown;
            }
        }
    }

    private static final String NAME = Failing.class.getName();

    @TempDir
    private Path folder;

    private OptionsStep into(String run) {
        return TinyGans.of(NON_SATURATING).checkpointEvery(2).runDirectory(folder.resolve(run));
    }

    @Test
    void stopsTrainingNamesTheListenerAndLeavesARunThatGoesOn() throws IOException {
        Failing failing = new Failing(3, () -> new ArithmeticException("no root"));
        try (Gan gan = into("run").listener(failing).build()) {
            assertThatThrownBy(() -> gan.train(steps(5)))
                    .isInstanceOf(FailedPartException.class)
                    .hasMessage("step 3: training stopped at the listener " + NAME + " of the program: it failed with"
                            + " java.lang.ArithmeticException: no root; correct it, or set on-listener-failure to"
                            + " detach, which trains on without it")
                    .hasCauseInstanceOf(ArithmeticException.class);
        }
        assertThat(failing.told).endsWith("stepped 3", "ended 3");
        RunDirectory run = new RunDirectory(folder.resolve("run"));
        RunLock.acquire(run).close(); // it was given back
        assertThat(run.checkpoint(2)).exists();
        try (Stream<Path> files = Files.walk(run.root())) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
        try (Gan resumed = Gan.load(run.root());
                Gan undisturbed = into("undisturbed").build()) {
            assertThat(resumed.steps()).isEqualTo(2);
            resumed.train(steps(3));
            undisturbed.train(steps(5));
        }
        RunDirectory other = new RunDirectory(folder.resolve("undisturbed"));
        assertThat(run.metrics()).hasSameBinaryContentAs(other.metrics());
        assertThat(run.checkpoint(5)).hasSameBinaryContentAs(other.checkpoint(5));
    }

    @Test
    void detachTrainsOnWithoutTheListenerWhichIsEndedOnce() {
        Failing failing = new Failing(2, () -> new NoClassDefFoundError("org/example/Missing"));
        Failing healthy = new Failing(-1, () -> null);
        try (Gan gan = TinyGans.of(NON_SATURATING)
                .onListenerFailure("detach")
                .listener(failing)
                .listener(healthy)
                .build()) {
            assertThat(gan.train(steps(3)).steps()).isEqualTo(3);
            gan.train(steps(1));
        }
        assertThat(failing.told).containsExactly("started 0", "stepped 1", "stepped 2", "ended 2");
        assertThat(healthy.told)
                .containsExactly(
                        "started 0",
                        "stepped 1",
                        "stepped 2",
                        "stepped 3",
                        "ended 3",
                        "started 3",
                        "stepped 4",
                        "ended 4");
    }

    @Test
    void aListenerThatCannotStartIsNamedAtStepZero() {
        Failing failing = new Failing(0, () -> new NoClassDefFoundError("org/example/Missing"));
        try (Gan gan = into("run").listener(failing).build()) {
            assertThatThrownBy(() -> gan.train(steps(1)))
                    .hasMessageStartingWith("step 0: training stopped at the listener " + NAME + " of the program: ")
                    .hasMessageContaining("java.lang.NoClassDefFoundError: org/example/Missing");
        }
        assertThat(failing.told).containsExactly("started 0");
    }

    @Test
    void aFullDiskOfAListenerStaysWhatItIs() {
        StorageException full = new StorageException("the disk is full", new IOException("no space"));
        try (Gan gan =
                TinyGans.of(NON_SATURATING).listener(new Failing(1, () -> full)).build()) {
            assertThatThrownBy(() -> gan.train(steps(1))).isSameAs(full);
        }
    }

    @Test
    void theOptionHasTwoValues() {
        OptionsStep wrong = TinyGans.of(NON_SATURATING).onListenerFailure("ignore");
        assertThatThrownBy(wrong::build).hasMessageContaining("on-listener-failure must be stop or detach, not ignore");
    }
}
