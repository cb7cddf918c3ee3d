package org.gan4j.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.training.RunDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One GAN in the hands of several threads. Native memory that is used after it was freed would end the test's JVM. */
@Timeout(60)
class ThreadsTest {
    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    private static OptionsStep gan() {
        return TinyGans.of(NON_SATURATING).engine("nd4j");
    }

    @Test
    void threadsThatSampleTakeTurnsWithOneThatTrains() throws Exception {
        try (Gan gan = gan().build();
                Gan undisturbed = gan().build()) {
            AtomicBoolean over = new AtomicBoolean();
            List<Future<Integer>> samplers = several(3, () -> {
                int count = 0;
                do {
                    count += gan.sample(3, 7).data().shape().dim(0);
                } while (!over.get());
                return count;
            });
            for (int i = 0; i < 20; i++) {
                gan.train(steps(2));
            }
            over.set(true);
            for (Future<Integer> each : samplers) {
                assertThat(each.get()).isPositive();
            }
            undisturbed.train(steps(40));
            assertThat(gan.sample(3).data()).isEqualTo(undisturbed.sample(3).data());
        }
    }

    @Test
    void closingWaitsForTheThreadThatSamplesAndTheOthersAreToldSo() throws Exception {
        for (int round = 0; round < 10; round++) {
            Gan gan = gan().build();
            CountDownLatch started = new CountDownLatch(3);
            List<Future<Object>> samplers = several(3, () -> {
                while (true) {
                    gan.sample(2);
                    started.countDown();
                }
            });
            started.await();
            several(3, () -> {
                        gan.close();
                        return null;
                    })
                    .forEach(ThreadsTest::result);
            for (Future<Object> each : samplers) {
                assertThatThrownBy(each::get)
                        .cause()
                        .isExactlyInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("closed");
            }
        }
    }

    @Test
    void whatAProgramKeepsOfAClosedGanRefusesToRun() {
        Path run = folder.resolve("run");
        LatentSampler built;
        LatentSampler used;
        try (Gan gan = gan().runDirectory(run).build()) {
            gan.train(steps(1));
            built = gan.as(LatentSampler.class);
        }
        Gan loaded = Gan.load(run);
        LatentSampler unused = loaded.as(LatentSampler.class);
        try (Gan other = Gan.load(run)) {
            used = other.as(LatentSampler.class);
            used.samples(latents(used), Weights.LATEST);
        }
        loaded.close();
        loaded.close();
        for (LatentSampler each : List.of(built, used, unused)) {
            assertThatThrownBy(() -> each.samples(latents(each), Weights.LATEST))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        }
        assertThatThrownBy(() -> loaded.train(steps(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    private static TensorData latents(LatentSampler sampler) {
        return TensorData.of(
                new float[2 * sampler.latents().size()],
                Shape.of(2, sampler.latents().size()));
    }

    @Test
    void aListenerThatClosesTheGanEndsTrainingWithASentence() {
        Gan[] self = new Gan[1];
        TrainingListener closing = new TrainingListener() {
            @Override
            public void stepped(Progress progress) {
                self[0].close();
            }
        };
        self[0] = gan().runDirectory(folder.resolve("run")).listener(closing).build();
        assertThatThrownBy(() -> self[0].train(steps(5)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThat(new RunDirectory(folder.resolve("run")).lock()).isEmptyFile();
    }

    @Test
    void manyThreadsMayStopATraining() throws Exception {
        try (Gan gan = gan().build()) {
            Future<Integer> training =
                    threads.submit(() -> gan.train(steps(Integer.MAX_VALUE)).steps());
            several(8, () -> {
                        while (!training.isDone()) {
                            gan.stop();
                            Thread.sleep(1);
                        }
                        return null;
                    })
                    .forEach(ThreadsTest::result);
            assertThat(training.get()).isPositive();
            int before = gan.steps();
            assertThat(gan.train(steps(2)).steps()).isEqualTo(before + 2);
        }
    }

    @Test
    void interruptingTheTrainingThreadEndsTrainingAfterItsStepWithACheckpoint() throws Exception {
        Random random = new Random(5);
        RunDirectory run = new RunDirectory(folder.resolve("run"));
        int total;
        try (Gan gan = writingMuch("run").build()) {
            for (int round = 0; round < 25; round++) {
                CountDownLatch started = new CountDownLatch(1);
                int before = gan.steps();
                FutureTask<Boolean> flag = new FutureTask<>(() -> {
                    started.countDown();
                    gan.train(steps(Integer.MAX_VALUE - before));
                    return Thread.currentThread().isInterrupted();
                });
                Thread trainer = new Thread(flag);
                trainer.start();
                started.await();
                Thread.sleep(random.nextInt(60));
                do {
                    trainer.interrupt();
                    Thread.sleep(random.nextInt(3));
                } while (!flag.isDone());
                assertThat(flag.get()).as("round %d", round).isTrue();
                assertThat(run.checkpoint(gan.steps())).exists();
            }
            total = gan.steps();
        }
        assertThat(run.lock()).isEmptyFile();
        try (Gan undisturbed = writingMuch("undisturbed").build()) {
            undisturbed.train(steps(total));
        }
        RunDirectory other = new RunDirectory(folder.resolve("undisturbed"));
        assertThat(run.metrics()).hasSameBinaryContentAs(other.metrics());
        assertThat(run.checkpoint(total)).hasSameBinaryContentAs(other.checkpoint(total));
    }

    private OptionsStep writingMuch(String run) {
        return gan().checkpointEvery(1).sampleEvery(2).runDirectory(folder.resolve(run));
    }

    @Test
    void interruptingAThreadThatSamplesChangesNothing() throws Exception {
        Path run = folder.resolve("run");
        try (Gan gan = gan().runDirectory(run).build()) {
            gan.train(steps(1));
        }
        try (Gan gan = Gan.load(run);
                Gan other = Gan.load(run)) {
            FutureTask<TensorData> sampling = new FutureTask<>(() -> {
                Thread.currentThread().interrupt();
                TensorData samples = gan.sample(100).data();
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                return samples;
            });
            new Thread(sampling).start();
            assertThat(sampling.get()).isEqualTo(other.sample(100).data());
        }
    }

    private <T> List<Future<T>> several(int count, Callable<T> work) {
        List<Future<T>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(threads.submit(work));
        }
        return all;
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}
