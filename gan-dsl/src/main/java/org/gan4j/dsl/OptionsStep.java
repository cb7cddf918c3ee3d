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

/** The last step of {@link Gan#builder()}: options in any order, then {@link #build()}. */
public interface OptionsStep {
    /** What is to be done, in place of samples like the data from latents alone. */
    OptionsStep application(Application application);

    /** Of all random numbers: the same seed gives the same run. */
    OptionsStep seed(long seed);

    /** How many samples a batch has. */
    OptionsStep batchSize(int samples);

    /** How both players learn. */
    default OptionsStep optimizer(Optimizer optimizer) {
        return generatorOptimizer(optimizer).criticOptimizer(optimizer);
    }

    OptionsStep generatorOptimizer(Optimizer optimizer);

    OptionsStep criticOptimizer(Optimizer optimizer);

    /** How both learning rates change while training goes on, such as {@code new LinearDecay(50_000, 100_000, 0)}. */
    OptionsStep schedule(LearningRateSchedule schedule);

    /** The decay of the moving average that is kept of the generator; 0 keeps none. */
    OptionsStep ema(double decay);

    /** What is done to pictures on their way into a batch, in this order, such as {@code Flip.horizontal()}. */
    OptionsStep transforms(Transform... transforms);

    /** How many updates the critic makes for each of the generator's. */
    OptionsStep criticUpdates(int updates);

    /** These terms, in place of the preset's, are added to the critic's objective; none removes them. */
    OptionsStep regularizers(Regularizer... regularizers);

    /** Holds the critic's parameters to this. */
    OptionsStep constraint(Constraint constraint);

    /** Computes with the engine of this name, such as {@code "nd4j"} or {@code "reference"}. */
    OptionsStep engine(String name);

    /** Writes configuration, metrics, samples and checkpoints into this folder, which must be new or empty. */
    OptionsStep runDirectory(Path folder);

    /** Writes a grid of samples each so many steps. */
    OptionsStep sampleEvery(int steps);

    /** Writes a checkpoint each so many steps. */
    OptionsStep checkpointEvery(int steps);

    /** Tells this listener how training goes. */
    OptionsStep listener(TrainingListener listener);

    /** What is set so far, with defaults. */
    GanSpec spec();

    /**
     * Checks everything and makes the networks.
     *
     * @throws InvalidGanException if something does not fit: one numbered list of all that is wrong
     */
    Gan build();
}
