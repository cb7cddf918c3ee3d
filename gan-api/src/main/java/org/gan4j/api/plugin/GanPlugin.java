package org.gan4j.api.plugin;

import java.util.List;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.LossPreset;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Transform;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.game.Coordination;
import org.gan4j.api.latents.LatentDistribution;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.loss.Augmentation;
import org.gan4j.api.loss.Constraint;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.CriticWrapper;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.optim.LearningRateSchedule;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.api.text.TextEncoder;

/**
 * A plug-in that adds named components. {@link java.util.ServiceLoader} finds implementations: list the class in
 * {@code META-INF/services/org.gan4j.api.plugin.GanPlugin}. Each method returns components with their default settings
 * and is empty by default. Components that are records can be configured in experiment.yaml.
 */
public interface GanPlugin {
    /** Returns the loss presets. */
    default List<LossPreset> presets() {
        return List.of();
    }

    /** Returns the adversarial losses. */
    default List<AdversarialLoss> losses() {
        return List.of();
    }

    /** Returns the regularizers of the critic and the generator. */
    default List<Regularizer> regularizers() {
        return List.of();
    }

    /** Returns the augmentations of the samples that the critic sees. */
    default List<Augmentation> augmentations() {
        return List.of();
    }

    /** Returns the constraints on the critic's parameters. */
    default List<Constraint> constraints() {
        return List.of();
    }

    /** Returns the optimizers. */
    default List<Optimizer> optimizers() {
        return List.of();
    }

    /** Returns the learning rate schedules. */
    default List<LearningRateSchedule> schedules() {
        return List.of();
    }

    /** Returns the ways in which the updates of a game's players follow each other. */
    default List<Coordination> coordinations() {
        return List.of();
    }

    /** Returns the generator architectures. */
    default List<GeneratorArchitecture> generators() {
        return List.of();
    }

    /** Returns the critic architectures. */
    default List<CriticArchitecture> critics() {
        return List.of();
    }

    /** Returns the wrappers of critics. */
    default List<CriticWrapper> criticWrappers() {
        return List.of();
    }

    /** Returns the distributions of latents. */
    default List<LatentDistribution> latents() {
        return List.of();
    }

    /** Returns the data sources. */
    default List<DataSource> dataSources() {
        return List.of();
    }

    /** Returns the transforms of images. */
    default List<Transform> transforms() {
        return List.of();
    }

    /** Returns the applications. */
    default List<Application> applications() {
        return List.of();
    }

    /** Returns the recipes: whole experiments. */
    default List<Recipe> recipes() {
        return List.of();
    }

    /** Returns the trained generators. */
    default List<PretrainedGan> pretrained() {
        return List.of();
    }

    /** Returns the encoders of texts. */
    default List<TextEncoder> textEncoders() {
        return List.of();
    }

    /** Returns the metrics. */
    default List<Metric> metrics() {
        return List.of();
    }

    /** Returns the extractors of features, by which metrics compare samples. */
    default List<Extractor> extractors() {
        return List.of();
    }
}
