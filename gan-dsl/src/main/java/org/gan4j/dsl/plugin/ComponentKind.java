package org.gan4j.dsl.plugin;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gan4j.api.Component;
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
import org.gan4j.api.plugin.GanPlugin;
import org.gan4j.api.text.TextEncoder;

/**
 * A kind of component that plug-ins list, such as {@link #LOSS}.
 *
 * @param noun its name in messages, such as "loss"
 * @param type the type of its components
 * @param listed returns the components of this kind that a plug-in lists
 */
public record ComponentKind<T extends Component>(
        String noun, Class<T> type, Function<GanPlugin, List<? extends T>> listed) {
    public static final ComponentKind<Application> APPLICATION =
            new ComponentKind<>("application", Application.class, GanPlugin::applications);
    public static final ComponentKind<LossPreset> PRESET =
            new ComponentKind<>("loss preset", LossPreset.class, GanPlugin::presets);
    public static final ComponentKind<AdversarialLoss> LOSS =
            new ComponentKind<>("loss", AdversarialLoss.class, GanPlugin::losses);
    public static final ComponentKind<Regularizer> REGULARIZER =
            new ComponentKind<>("regularizer", Regularizer.class, GanPlugin::regularizers);
    public static final ComponentKind<Constraint> CONSTRAINT =
            new ComponentKind<>("constraint", Constraint.class, GanPlugin::constraints);
    public static final ComponentKind<Optimizer> OPTIMIZER =
            new ComponentKind<>("optimizer", Optimizer.class, GanPlugin::optimizers);
    public static final ComponentKind<LearningRateSchedule> SCHEDULE =
            new ComponentKind<>("schedule", LearningRateSchedule.class, GanPlugin::schedules);
    public static final ComponentKind<Coordination> COORDINATION =
            new ComponentKind<>("coordination", Coordination.class, GanPlugin::coordinations);
    public static final ComponentKind<GeneratorArchitecture> GENERATOR =
            new ComponentKind<>("generator", GeneratorArchitecture.class, GanPlugin::generators);
    public static final ComponentKind<CriticArchitecture> CRITIC =
            new ComponentKind<>("critic", CriticArchitecture.class, GanPlugin::critics);
    public static final ComponentKind<CriticWrapper> CRITIC_WRAPPER =
            new ComponentKind<>("critic wrapper", CriticWrapper.class, GanPlugin::criticWrappers);
    public static final ComponentKind<LatentDistribution> LATENTS =
            new ComponentKind<>("distribution of latents", LatentDistribution.class, GanPlugin::latents);
    public static final ComponentKind<Augmentation> AUGMENTATION =
            new ComponentKind<>("augmentation", Augmentation.class, GanPlugin::augmentations);
    public static final ComponentKind<DataSource> DATA =
            new ComponentKind<>("data source", DataSource.class, GanPlugin::dataSources);
    public static final ComponentKind<Metric> METRIC = new ComponentKind<>("metric", Metric.class, GanPlugin::metrics);
    public static final ComponentKind<Extractor> EXTRACTOR =
            new ComponentKind<>("extractor", Extractor.class, GanPlugin::extractors);
    public static final ComponentKind<Transform> TRANSFORM =
            new ComponentKind<>("transform", Transform.class, GanPlugin::transforms);
    public static final ComponentKind<TextEncoder> TEXT_ENCODER =
            new ComponentKind<>("text encoder", TextEncoder.class, GanPlugin::textEncoders);

    /** All kinds. */
    public static final List<ComponentKind<?>> ALL = List.of(
            APPLICATION,
            PRESET,
            LOSS,
            REGULARIZER,
            CONSTRAINT,
            OPTIMIZER,
            SCHEDULE,
            COORDINATION,
            GENERATOR,
            CRITIC,
            CRITIC_WRAPPER,
            LATENTS,
            AUGMENTATION,
            DATA,
            METRIC,
            EXTRACTOR,
            TRANSFORM,
            TEXT_ENCODER);

    /** Returns the kind whose components have this type; empty if there is none. */
    public static Optional<ComponentKind<?>> of(Class<?> type) {
        return ALL.stream().filter(kind -> kind.type == type).findFirst();
    }
}
