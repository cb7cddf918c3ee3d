package org.gan4j.dsl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.Application;
import org.gan4j.api.Constraint;
import org.gan4j.api.Optimizer;
import org.gan4j.api.Regularizer;
import org.gan4j.api.Schedule;
import org.gan4j.api.TrainingListener;
import org.gan4j.api.Transform;

/** The builder's last step: each option makes a changed copy of the spec. */
record Options(ImmutableGanSpec spec) implements OptionsStep {
    @Override
    public OptionsStep application(Application application) {
        return new Options(spec.withApplication(application));
    }

    @Override
    public OptionsStep seed(long seed) {
        return new Options(spec.withSeed(seed));
    }

    @Override
    public OptionsStep batchSize(int samples) {
        return new Options(spec.withBatchSize(samples));
    }

    @Override
    public OptionsStep generatorOptimizer(Optimizer optimizer) {
        return new Options(spec.withGeneratorOptimizer(optimizer));
    }

    @Override
    public OptionsStep criticOptimizer(Optimizer optimizer) {
        return new Options(spec.withCriticOptimizer(optimizer));
    }

    @Override
    public OptionsStep schedule(Schedule schedule) {
        return new Options(spec.withSchedule(schedule));
    }

    @Override
    public OptionsStep ema(double decay) {
        return new Options(spec.withEma(decay));
    }

    @Override
    public OptionsStep transforms(Transform... transforms) {
        return new Options(spec.withTransforms(transforms));
    }

    @Override
    public OptionsStep criticMoves(int moves) {
        return new Options(spec.withCriticMoves(moves));
    }

    @Override
    public OptionsStep regularizers(Regularizer... regularizers) {
        return new Options(spec.withRegularizers(regularizers));
    }

    @Override
    public OptionsStep constraint(Constraint constraint) {
        return new Options(spec.withConstraint(constraint));
    }

    @Override
    public OptionsStep engine(String name) {
        return new Options(spec.withEngine(name));
    }

    @Override
    public OptionsStep runDirectory(Path folder) {
        return new Options(spec.withRunDirectory(folder));
    }

    @Override
    public OptionsStep sampleEvery(int steps) {
        return new Options(spec.withSampleEvery(steps));
    }

    @Override
    public OptionsStep checkpointEvery(int steps) {
        return new Options(spec.withCheckpointEvery(steps));
    }

    @Override
    public OptionsStep listener(TrainingListener listener) {
        List<TrainingListener> more = new ArrayList<>(spec.listeners());
        more.add(listener);
        return new Options(spec.withListeners(more));
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
