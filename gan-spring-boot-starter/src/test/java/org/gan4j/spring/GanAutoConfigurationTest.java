package org.gan4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class GanAutoConfigurationTest {
    private static final SampleRequest TWO = SampleRequest.of(2).seed(7);

    @TempDir
    private static Path shared;

    private static Path run;

    private final ApplicationContextRunner plain =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(GanAutoConfiguration.class));
    private final ApplicationContextRunner application = plain.withPropertyValues("gan4j.run=" + run);

    @BeforeAll
    static void train() {
        run = shared.resolve("run");
        try (Gan gan = Gan.builder()
                .generator(Dcgan.generator().latent(4).width(2))
                .critic(Dcgan.critic().width(2))
                .loss(NON_SATURATING)
                .data(FashionMnist.embedded())
                .batchSize(4)
                .engine("reference")
                .runDirectory(run)
                .build()) {
            gan.train(steps(1));
        }
    }

    @Test
    void aRunBecomesAGanWithSamplesHealthAndTimes() {
        application.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run(context -> {
            assertThat(context).hasNotFailed();
            Gan gan = context.getBean(Gan.class);
            Samples samples = context.getBean(GanSampling.class).sample(TWO).get();
            assertThat(samples.data()).isEqualTo(gan.sample(TWO).data());
            assertThat(context.getBean(HealthIndicator.class).health().getStatus())
                    .isEqualTo(Status.UP);
            assertThat(context.getBean(HealthIndicator.class).health().getDetails())
                    .containsEntry("steps", 1)
                    .containsEntry("engine", "reference");
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(registry.get("gan4j.sample.compute").timer().count()).isEqualTo(1);
            assertThat(registry.get("gan4j.sample.wait").timer().count()).isEqualTo(1);
        });
    }

    @Test
    void withoutThePropertyThereIsNothing() {
        plain.run(context -> assertThat(context).doesNotHaveBean(Gan.class).doesNotHaveBean(GanSampling.class));
    }

    @Test
    void actuatorAndMicrometerAreNotNeeded() {
        application
                .withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate", "io.micrometer"))
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(GanSampling.class);
                    assertThat(context.getBean(GanSampling.class)
                                    .sample(TWO)
                                    .get()
                                    .count())
                            .isEqualTo(2);
                });
    }

    @Test
    void aMissingRunEndsTheStartWithASentence() {
        plain.withPropertyValues("gan4j.run=" + shared.resolve("none")).run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("there is no folder")
                .hasMessageContaining("none"));
    }

    @Test
    void aFullQueueRefusesAtOnce() throws Exception {
        try (Gan gan = Gan.load(run)) {
            CountDownLatch reached = new CountDownLatch(1);
            CountDownLatch opening = new CountDownLatch(1);
            SamplingTimes held = (waited, computed) -> {
                reached.countDown();
                try {
                    opening.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            };
            try (GanSampling sampling = new GanSampling(gan, 1, held)) {
                CompletableFuture<Samples> first = sampling.sample(TWO);
                reached.await();
                CompletableFuture<Samples> second = sampling.sample(TWO);
                assertThatThrownBy(() -> sampling.sample(TWO))
                        .isInstanceOf(RejectedExecutionException.class)
                        .hasMessage(
                                "too many requests for samples are waiting, 1: try again later, or raise gan4j.queue");
                opening.countDown();
                assertThat(second.get().data()).isEqualTo(first.get().data());
                CompletableFuture<Samples> wrong =
                        sampling.sample(SampleRequest.of(1).label("cat"));
                assertThatThrownBy(wrong::get).hasMessageContaining("cannot generate samples of one class");
            }
        }
    }
}
