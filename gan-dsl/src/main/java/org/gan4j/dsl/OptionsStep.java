package org.gan4j.dsl;

import java.nio.file.Path;
import org.gan4j.api.application.Application;
import org.gan4j.api.data.Transform;
import org.gan4j.api.loss.Constraint;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.optim.LearningRateSchedule;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.dsl.spec.InvalidGanException;

/**
 * The last step of {@link Gan#builder()}: options in any order, then {@link #build()}. Steps are immutable: each option
 * returns a changed copy. An option that is set twice has its last value.
 */
public interface OptionsStep {
    /** Sets the application. Defaults to unconditional generation: samples like the data, from latents alone. */
    OptionsStep application(Application application);

    /** Sets the seed of every random number; equal seeds give identical runs. Defaults to 1. */
    OptionsStep seed(long seed);

    /** Sets the number of samples in a batch. Defaults to 64. */
    OptionsStep batchSize(int samples);

    /** Sets the optimizer of both generator and critic. Defaults to the loss preset's optimizers. */
    default OptionsStep optimizer(Optimizer optimizer) {
        return generatorOptimizer(optimizer).criticOptimizer(optimizer);
    }

    /** Sets the optimizer of the generator. Defaults to the loss preset's. */
    OptionsStep generatorOptimizer(Optimizer optimizer);

    /** Sets the optimizer of the critic. Defaults to the loss preset's. */
    OptionsStep criticOptimizer(Optimizer optimizer);

    /**
     * Sets the schedule of both learning rates, such as {@code new LinearDecay(50_000, 100_000, 0)}. Defaults to none:
     * the learning rates stay constant.
     */
    OptionsStep schedule(LearningRateSchedule schedule);

    /** Sets the decay of the moving average of the generator's weights (EMA); 0 keeps no average. Defaults to 0.999. */
    OptionsStep ema(double decay);

    /**
     * Sets the transforms that are applied to the images of each batch, in this order, such as
     * {@code Flip.horizontally()}. Defaults to none.
     */
    OptionsStep transforms(Transform... transforms);

    /** Sets the number of critic updates per generator update. Defaults to the loss preset's. */
    OptionsStep criticUpdates(int updates);

    /**
     * Sets the regularizers: terms that are added to the critic's objective, such as a gradient penalty. They replace
     * the loss preset's, which are the default; call this method without arguments to remove those.
     */
    OptionsStep regularizers(Regularizer... regularizers);

    /**
     * Sets the projection that is applied to the critic's parameters after each update, such as weight clipping.
     * Defaults to the loss preset's; most presets have none.
     */
    OptionsStep constraint(Constraint constraint);

    /**
     * Sets the engine by name, such as {@code "nd4j"} or {@code "reference"}. Defaults to the preferred engine on the
     * class path.
     */
    OptionsStep engine(String name);

    /**
     * Sets the directory into which training writes its configuration, metrics, samples and checkpoints. It must be new
     * or empty. Defaults to none: nothing is written.
     */
    OptionsStep runDirectory(Path directory);

    /**
     * Sets the number of steps between grids of samples in the run directory; the last step writes one, too. Defaults
     * to 100.
     */
    OptionsStep sampleEvery(int steps);

    /**
     * Sets the number of steps between checkpoints in the run directory; the last step writes one, too. Defaults to
     * 200.
     */
    OptionsStep checkpointEvery(int steps);

    /** Adds a listener that is notified of the progress of training. Defaults to no listeners. */
    OptionsStep listener(TrainingListener listener);

    /** Returns the specification so far, with defaults. */
    GanSpec spec();

    /**
     * Opens the data, checks the specification and builds the networks.
     *
     * @throws InvalidGanException if settings, components and data do not fit together; its message is a numbered list
     *     of all problems
     * @throws IllegalArgumentException if there is no engine of the given name
     */
    Gan build();
}
