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

/** Everything that a GAN is built from. {@link Gan#builder()} makes one step by step, {@link #builder()} dynamically. */
@Value.Immutable
@Value.Style(jdkOnly = true)
public interface GanSpec {
    /** What is to be done; samples like the data, from latents alone, unless said otherwise. */
    @Value.Default
    default Application application() {
        return new Unconditional();
    }

    /** Makes samples from latents. */
    GeneratorArchitecture generator();

    /** Scores samples. */
    CriticArchitecture critic();

    /** What both minimize. */
    AdversarialLoss loss();

    /** Terms added to the critic's objective. */
    List<Regularizer> regularizers();

    /** What the critic's parameters are held to. */
    Optional<Constraint> constraint();

    Optimizer generatorOptimizer();

    Optimizer criticOptimizer();

    /** How both learning rates change while training goes on; not at all unless said otherwise. */
    Optional<LearningRateSchedule> schedule();

    /** The decay of the moving average that is kept of the generator; 0.999 unless said otherwise, 0 keeps none. */
    @Value.Default
    default double ema() {
        return 0.999;
    }

    /** The moving average that is kept of the generator, if one is. */
    default Optional<MovingAverage> movingAverage() {
        return ema() == 0 ? Optional.empty() : Optional.of(new MovingAverage(ema()));
    }

    /** How many updates the critic makes for each of the generator's; 1 unless said otherwise. */
    @Value.Default
    default int criticUpdates() {
        return 1;
    }

    /** What is imitated. */
    DataSource data();

    /** What is done to pictures on their way into a batch, in this order. */
    List<Transform> transforms();

    /** Of all random numbers; 1 unless said otherwise. */
    @Value.Default
    default long seed() {
        return 1;
    }

    /** How many samples a batch has; 64 unless said otherwise. */
    @Value.Default
    default int batchSize() {
        return 64;
    }

    /** The engine's name; the preferred one of those on the class path unless said otherwise. */
    Optional<String> engine();

    /** Where training writes; nowhere unless said otherwise. */
    Optional<Path> runDirectory();

    /** A grid of samples is written each so many steps, and at the end; 100 unless said otherwise. */
    @Value.Default
    default int sampleEvery() {
        return 100;
    }

    /** A checkpoint is written each so many steps, and at the end; 200 unless said otherwise. */
    @Value.Default
    default int checkpointEvery() {
        return 200;
    }

    /** Are told how training goes. */
    @Value.Auxiliary
    List<TrainingListener> listeners();

    /** What an application makes a GAN of. */
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

    static Builder builder() {
        return new Builder();
    }

    /** Sets parts in any order. */
    final class Builder extends ImmutableGanSpec.Builder {
        /** Takes loss, penalties, constraint, optimizers and critic steps from a preset. */
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
