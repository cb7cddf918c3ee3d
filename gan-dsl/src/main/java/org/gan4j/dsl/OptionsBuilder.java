package org.gan4j.dsl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.application.Application;
import org.gan4j.api.data.Transform;
import org.gan4j.api.loss.Constraint;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.optim.LearningRateSchedule;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.spec.ImmutableGanSpec;

/** The builder's last step. Each option returns a changed copy. */
record OptionsBuilder(ImmutableGanSpec spec) implements OptionsStep {
    @Override
    public OptionsStep application(Application application) {
        return new OptionsBuilder(spec.withApplication(application));
    }

    @Override
    public OptionsStep seed(long seed) {
        return new OptionsBuilder(spec.withSeed(seed));
    }

    @Override
    public OptionsStep batchSize(int samples) {
        return new OptionsBuilder(spec.withBatchSize(samples));
    }

    @Override
    public OptionsStep generatorOptimizer(Optimizer optimizer) {
        return new OptionsBuilder(spec.withGeneratorOptimizer(optimizer));
    }

    @Override
    public OptionsStep criticOptimizer(Optimizer optimizer) {
        return new OptionsBuilder(spec.withCriticOptimizer(optimizer));
    }

    @Override
    public OptionsStep schedule(LearningRateSchedule schedule) {
        return new OptionsBuilder(spec.withSchedule(schedule));
    }

    @Override
    public OptionsStep ema(double decay) {
        return new OptionsBuilder(spec.withEma(decay));
    }

    @Override
    public OptionsStep transforms(Transform... transforms) {
        return new OptionsBuilder(spec.withTransforms(transforms));
    }

    @Override
    public OptionsStep criticUpdates(int updates) {
        return new OptionsBuilder(spec.withCriticUpdates(updates));
    }

    @Override
    public OptionsStep regularizers(Regularizer... regularizers) {
        return new OptionsBuilder(spec.withRegularizers(regularizers));
    }

    @Override
    public OptionsStep constraint(Constraint constraint) {
        return new OptionsBuilder(spec.withConstraint(constraint));
    }

    @Override
    public OptionsStep engine(String name) {
        return new OptionsBuilder(spec.withEngine(name));
    }

    @Override
    public OptionsStep runDirectory(Path directory) {
        return new OptionsBuilder(spec.withRunDirectory(directory));
    }

    @Override
    public OptionsStep sampleEvery(int steps) {
        return new OptionsBuilder(spec.withSampleEvery(steps));
    }

    @Override
    public OptionsStep checkpointEvery(int steps) {
        return new OptionsBuilder(spec.withCheckpointEvery(steps));
    }

    @Override
    public OptionsStep listener(TrainingListener listener) {
        List<TrainingListener> more = new ArrayList<>(spec.listeners());
        more.add(listener);
        return new OptionsBuilder(spec.withListeners(more));
    }

    @Override
    public Gan build() {
        return Assembly.build(spec);
    }

    @Override
    public String toString() {
        return "Gan.builder(): " + spec + "; next: options, or build()";
    }
}
