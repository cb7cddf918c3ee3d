package org.gan4j.api;

import java.util.List;

/**
 * Adds components by name. Implementations are found through {@link java.util.ServiceLoader}: name the class in
 * {@code META-INF/services/org.gan4j.api.GanPlugin}. Each list holds components with their default settings; those that
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

    default List<Schedule> schedules() {
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
