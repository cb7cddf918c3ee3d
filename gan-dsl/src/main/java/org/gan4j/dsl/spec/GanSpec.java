package org.gan4j.dsl.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Unconditional;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Transform;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.loss.Constraint;
import org.gan4j.api.loss.LossPreset;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.optim.LearningRateSchedule;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.Gan;
import org.immutables.value.Value;

/**
 * The immutable specification of a GAN: everything that it is built from. {@link Gan#builder()} creates one step by
 * step, {@link #builder()} in any order. {@link Gan#of} builds the GAN.
 */
@Value.Immutable
@Value.Style(jdkOnly = true)
public interface GanSpec {
    /** Returns the application. Defaults to unconditional generation: samples like the data, from latents alone. */
    @Value.Default
    default Application application() {
        return new Unconditional();
    }

    /** Returns the architecture of the generator, which makes samples. */
    GeneratorArchitecture generator();

    /** Returns the architecture of the critic, which scores samples. */
    CriticArchitecture critic();

    /** Returns the loss, which generator and critic minimize. */
    AdversarialLoss loss();

    /** Returns the terms that are added to the critic's objective, such as a gradient penalty. Defaults to none. */
    List<Regularizer> regularizers();

    /**
     * Returns the projection that is applied to the critic's parameters after each update, such as weight clipping.
     * Defaults to none.
     */
    Optional<Constraint> constraint();

    /** Returns the optimizer of the generator. */
    Optimizer generatorOptimizer();

    /** Returns the optimizer of the critic. */
    Optimizer criticOptimizer();

    /** Returns the schedule of both learning rates. Defaults to none: they stay constant. */
    Optional<LearningRateSchedule> schedule();

    /** Returns the decay of the moving average of the generator's weights; 0 keeps no average. Defaults to 0.999. */
    @Value.Default
    default double ema() {
        return 0.999;
    }

    /**
     * Returns the moving average of the generator's weights; empty if {@link #ema} is 0.
     *
     * @throws IllegalArgumentException if {@link #ema} is below 0, or 1 or more
     */
    default Optional<MovingAverage> movingAverage() {
        return ema() == 0 ? Optional.empty() : Optional.of(new MovingAverage(ema()));
    }

    /** Returns the number of critic updates per generator update. Defaults to 1. */
    @Value.Default
    default int criticUpdates() {
        return 1;
    }

    /** Returns the source of the data, which the generator learns to imitate. */
    DataSource data();

    /** Returns the transforms that are applied to the images of each batch, in this order. Defaults to none. */
    List<Transform> transforms();

    /** Returns the seed of every random number; equal seeds give identical runs. Defaults to 1. */
    @Value.Default
    default long seed() {
        return 1;
    }

    /** Returns the number of samples in a batch. Defaults to 64. */
    @Value.Default
    default int batchSize() {
        return 64;
    }

    /** Returns the name of the engine. Defaults to none: the preferred engine on the class path is used. */
    Optional<String> engine();

    /** Returns the directory into which training writes. Defaults to none: nothing is written. */
    Optional<Path> runDirectory();

    /**
     * Returns the number of steps between grids of samples in the run directory; the last step writes one, too.
     * Defaults to 100.
     */
    @Value.Default
    default int sampleEvery() {
        return 100;
    }

    /**
     * Returns the number of steps between checkpoints in the run directory; the last step writes one, too. Defaults to
     * 200.
     */
    @Value.Default
    default int checkpointEvery() {
        return 200;
    }

    /** Returns the listeners that are notified of the progress of training. Defaults to none; not part of equality. */
    @Value.Auxiliary
    List<TrainingListener> listeners();

    /**
     * Returns the components that an application assembles into a GAN.
     *
     * @throws IllegalArgumentException if {@link #ema} is below 0, or 1 or more
     */
    default GanComponents components() {
        return new GanComponents(
                generator(),
                critic(),
                loss(),
                regularizers(),
                constraint(),
                generatorOptimizer(),
                criticOptimizer(),
                schedule(),
                criticUpdates(),
                movingAverage());
    }

    /**
     * Returns an empty builder. Generator, critic, loss, both optimizers and data must be set; otherwise its {@code
     * build()} throws an {@link IllegalStateException} that names the missing ones.
     */
    static Builder builder() {
        return new Builder();
    }

    /** A builder whose parts may be set in any order. */
    final class Builder extends ImmutableGanSpec.Builder {
        /** Sets loss, regularizers, constraint, both optimizers and critic updates from a loss preset. */
        public Builder preset(LossPreset preset) {
            loss(preset.loss());
            regularizers(preset.regularizers());
            constraint(preset.constraint());
            generatorOptimizer(preset.generatorOptimizer());
            criticOptimizer(preset.criticOptimizer());
            criticUpdates(preset.criticUpdates());
            return this;
        }
    }
}
