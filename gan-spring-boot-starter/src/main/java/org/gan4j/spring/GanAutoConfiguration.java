package org.gan4j.spring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.gan4j.dsl.Gan;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the run that {@code gan4j.run} names, and offers its GAN, its samples, its health and its times. */
@AutoConfiguration(
        afterName = "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnProperty("gan4j.run")
@EnableConfigurationProperties(GanProperties.class)
public class GanAutoConfiguration {
    /** Loads the GAN; it is closed with the application. */
    @Bean
    @ConditionalOnMissingBean
    public Gan gan(GanProperties properties) {
        return Gan.load(properties.run());
    }

    /** Offers samples of the GAN without waiting. */
    @Bean
    @ConditionalOnMissingBean
    public GanSampling ganSampling(Gan gan, GanProperties properties, ObjectProvider<SamplingTimes> times) {
        return new GanSampling(gan, properties.queue(), times.getIfAvailable(() -> (waited, computed) -> {}));
    }

    /** The health, where there is an actuator. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HealthIndicator.class)
    static class WithActuator {
        @Bean
        @ConditionalOnMissingBean(name = "ganHealthIndicator")
        HealthIndicator ganHealthIndicator(Gan gan) {
            return () -> Health.up()
                    .withDetail("application", gan.spec().application().name())
                    .withDetail("steps", gan.steps())
                    .withDetail("engine", gan.engine().name())
                    .build();
        }
    }

    /** The times as Micrometer's timers, where there is a registry. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    static class WithMicrometer {
        @Bean
        @ConditionalOnBean(MeterRegistry.class)
        @ConditionalOnMissingBean
        SamplingTimes samplingTimes(MeterRegistry registry) {
            Timer waiting = Timer.builder("gan4j.sample.wait")
                    .description("The time that requests for samples wait.")
                    .register(registry);
            Timer computing = Timer.builder("gan4j.sample.compute")
                    .description("The time that samples are computed.")
                    .register(registry);
            return (waited, computed) -> {
                waiting.record(waited);
                computing.record(computed);
            };
        }
    }
}
