package org.gan4j.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.training.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TrainingControlsTest {
    private static final int PAUSE_AT = 4;
    private static final int LAST = 9;

    @TempDir
    private Path folder;

    private Gan gan(String run, TrainingListener... listeners) {
        return TinyGans.of(NON_SATURATING)
                .sampleEvery(100)
                .runDirectory(folder.resolve(run))
                .listener(listeners.length == 0 ? new TrainingListener() {} : listeners[0])
                .build();
    }

    private RunDirectory run(String name) {
        return new RunDirectory(folder.resolve(name));
    }

    /** Starts a training that pauses after a step. */
    private CompletableFuture<TrainingResult> paused(Gan gan) throws InterruptedException {
        CompletableFuture<TrainingResult> training = CompletableFuture.supplyAsync(() -> gan.train(steps(LAST)));
        while (gan.steps() < PAUSE_AT || !gan.controls().isPaused()) {
            Thread.sleep(2);
        }
        return training;
    }

    /** Returns a GAN that pauses itself. */
    private Gan pausing(String run) {
        AtomicReference<Gan> self = new AtomicReference<>();
        Gan gan = gan(run, new TrainingListener() {
            @Override
            public void stepped(Progress progress) {
                if (progress.step() == PAUSE_AT) {
                    self.get().controls().pause();
                }
            }
        });
        self.set(gan);
        return gan;
    }

    @Test
    void aTrainingThatWasPausedAndSavedEndsWithTheSameBytes() throws Exception {
        try (Gan undisturbed = gan("undisturbed");
                Gan gan = pausing("paused")) {
            undisturbed.train(steps(LAST));
            CompletableFuture<TrainingResult> training = paused(gan);
            Thread.sleep(50);
            assertThat(gan.steps()).isEqualTo(PAUSE_AT);
            assertThat(gan.controls().isTraining()).isTrue();
            gan.controls().save();
            gan.controls().sample();
            while (!Files.exists(run("paused").checkpoint(PAUSE_AT))) {
                Thread.sleep(2);
            }
            gan.controls().resume();
            assertThat(training.get(20, TimeUnit.SECONDS).steps()).isEqualTo(LAST);
            assertThat(gan.controls().isPaused()).isFalse();
            assertThat(gan.controls().isTraining()).isFalse();
        }
        assertThat(run("paused").checkpoint(LAST))
                .hasSameBinaryContentAs(run("undisturbed").checkpoint(LAST));
        assertThat(run("paused").metrics())
                .hasSameBinaryContentAs(run("undisturbed").metrics());
        assertThat(run("paused").sample(PAUSE_AT)).exists();
    }

    @Test
    void theTimeOfAPauseDoesNotCount() throws Exception {
        int pause = 3000;
        long began = System.nanoTime();
        try (Gan gan = pausing("run")) {
            CompletableFuture<TrainingResult> training = paused(gan);
            Thread.sleep(pause);
            gan.controls().resume();
            training.get(20, TimeUnit.SECONDS);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        String times = Files.readString(run("run").timings());
        assertThat(times).startsWith("{\"from\":0,\"to\":9,\"seconds\":").hasLineCount(1);
        double counted = Double.parseDouble(times.replaceAll(".*:|}\\s*", ""));
        assertThat(counted).isPositive().isLessThan(seconds - pause / 1000.0 + 0.1);
    }

    @Test
    void stoppingEndsAPause() throws Exception {
        try (Gan gan = pausing("run")) {
            CompletableFuture<TrainingResult> training = paused(gan);
            gan.controls().stop();
            assertThat(training.get(20, TimeUnit.SECONDS).steps()).isEqualTo(PAUSE_AT + 1);
        }
        assertThat(run("run").checkpoint(PAUSE_AT + 1)).exists();
    }

    @Test
    void anInterruptionEndsAPause() throws Exception {
        try (Gan gan = pausing("run")) {
            AtomicReference<TrainingResult> result = new AtomicReference<>();
            Thread thread = new Thread(() -> result.set(gan.train(steps(LAST))));
            thread.start();
            while (gan.steps() < PAUSE_AT || !gan.controls().isPaused()) {
                Thread.sleep(2);
            }
            thread.interrupt();
            thread.join(TimeUnit.SECONDS.toMillis(20));
            assertThat(result.get().steps()).isEqualTo(PAUSE_AT + 1);
        }
    }

    @Test
    void theReportOfARunSaysHowItEnded() throws IOException {
        try (Gan gan = gan("run")) {
            gan.train(steps(2));
        }
        assertThat(Files.readString(run("run").report())).contains("\"state\":\"complete\",\"step\":2,\"steps\":2");
    }
}
