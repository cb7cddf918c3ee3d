package org.gan4j.api.plugin;

import java.util.List;
import org.gan4j.api.application.Application;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Transform;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.loss.Constraint;
import org.gan4j.api.loss.LossPreset;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.optim.LearningRateSchedule;
import org.gan4j.api.optim.Optimizer;

/**
 * Adds components by name. Implementations are found through {@link java.util.ServiceLoader}: name the class in
 * {@code META-INF/services/org.gan4j.api.plugin.GanPlugin}. Each list holds components with their default settings; those that
 * are records can be configured in experiment.yaml.
 */
public interface GanPlugin {
    default List<LossPreset> presets() {
        return List.of();
    }

    default List<AdversarialLoss> losses() {
        return List.of();
    }

    default List<Regularizer> regularizers() {
        return List.of();
    }

    default List<Constraint> constraints() {
        return List.of();
    }

    default List<Optimizer> optimizers() {
        return List.of();
    }

    default List<LearningRateSchedule> schedules() {
        return List.of();
    }

    default List<GeneratorArchitecture> generators() {
        return List.of();
    }

    default List<CriticArchitecture> critics() {
        return List.of();
    }

    default List<DataSource> dataSources() {
        return List.of();
    }

    default List<Transform> transforms() {
        return List.of();
    }

    default List<Application> applications() {
        return List.of();
    }

    default List<Metric> metrics() {
        return List.of();
    }
}
