package org.gan4j.dsl;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.gan4j.api.Component;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.inference.Classifier;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Scorer;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.Network;
import org.gan4j.api.training.Trainer;
import org.gan4j.api.training.TrainingLength;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.dsl.experiment.ComponentText;
import org.gan4j.dsl.inference.Evaluator;
import org.gan4j.dsl.inference.PaddedRunner;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Sampler;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.dsl.run.RunData;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.dsl.spec.InvalidGanException;
import org.gan4j.metrics.Evaluation;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Explanation;
import org.gan4j.tensor.engine.Session;
import org.gan4j.training.Checkpoint;

/**
 * A generative adversarial network: trains, and makes samples. May be used by several threads; they take turns.
 *
 * <pre>{@code
 * try (Gan gan = Gan.builder()
 *         .generator(Dcgan.generator().latent(100))
 *         .critic(Dcgan.critic())
 *         .loss(WGAN_GP)
 *         .data(FashionMnist.embedded())
 *         .seed(42)
 *         .build()) {
 *     gan.train(epochs(5));
 *     gan.sample(64).saveGrid(Path.of("clothes.png"));
 * }
 * }</pre>
 */
public final class Gan implements AutoCloseable {
    private final GanSpec spec;
    private final DataSchema schema;
    private final RunData data;
    private final Engine engine;
    private final Session session;
    private final Plan plan;
    private final TrainingSession training;
    private final ReentrantLock lock = new ReentrantLock();
    private final PaddedRunner runner;
    private final Map<Class<?>, Object> capabilities = new HashMap<>();

    Gan(GanSpec spec, DataSchema schema, RunData data, Engine engine, Session session, Plan plan, Trainer trainer) {
        this.spec = spec;
        this.schema = schema;
        this.data = data;
        this.engine = engine;
        this.session = session;
        this.plan = plan;
        this.training = new TrainingSession(spec, schema, data, engine, session, plan, trainer);
        this.runner = new PaddedRunner(session, lock);
    }

    /** Starts a specification, step by step: generator, critic, loss, data, then options. */
    public static GeneratorStep builder() {
        return new BuilderSteps.Start();
    }

    /**
     * A GAN as {@link GanSpec} says.
     *
     * @throws InvalidGanException if something does not fit
     */
    public static Gan of(GanSpec spec) {
        return Assembly.build(spec);
    }

    /**
     * A trained GAN from the folder of its run, as its newest checkpoint has it. For sampling neither the data are needed nor
     * what is code, such as data in memory or a lambda; to train such a GAN on, see {@link #load(Path, List,
     * TrainingListener...)}.
     *
     * @param listeners are told when it is trained on
     * @throws IllegalArgumentException if the folder is not that of a run, or what is in it cannot be used
     */
    public static Gan load(Path runDirectory, TrainingListener... listeners) {
        return load(runDirectory, List.of(), listeners);
    }

    /**
     * The same with components that experiment.yaml holds as code, told apart by their classes.
     *
     * @param supplied such as the data that were in memory
     */
    public static Gan load(Path runDirectory, List<Component> supplied, TrainingListener... listeners) {
        return RunLoader.load(runDirectory, supplied, listeners);
    }

    /** What this GAN was built from, with every default decided. */
    public GanSpec spec() {
        return spec;
    }

    /** The data, which this GAN closes with itself. */
    public Dataset dataset() {
        lock.lock();
        try {
            return data.open();
        } finally {
            lock.unlock();
        }
    }

    /** All networks: of most GANs, generator and critic. */
    public List<Network> networks() {
        return plan.networks();
    }

    /**
     * What this GAN can be asked for besides samples, by the type that says how, such as {@link ConditionalSampler}.
     *
     * @throws IllegalArgumentException if its application cannot do that, with what it can
     */
    public <V> V as(Class<V> capability) {
        lock.lock();
        try {
            return capability.cast(
                    capabilities.computeIfAbsent(capability, any -> plan.capability(capability, runner)));
        } finally {
            lock.unlock();
        }
    }

    /** Whether {@link #as} has an answer. */
    public boolean can(Class<?> capability) {
        return plan.has(capability);
    }

    public Engine engine() {
        return engine;
    }

    /** How many steps this GAN has been trained for. */
    public int steps() {
        return training.steps();
    }

    /**
     * Trains on, from where it stands, and writes into the run's folder if there is one. Other threads that want samples
     * wait until it is done.
     *
     * @return how it ended
     * @throws org.gan4j.api.training.NonFiniteException if a loss or a gradient is no longer finite; this GAN then makes samples,
     *     but cannot be trained on, since a part of the failed step was done: load its last checkpoint
     */
    public TrainingResult train(TrainingLength length) {
        lock.lock();
        try {
            return training.train(length);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Measures the next round of training, kernel by kernel: what a penalty or a wider network costs. Printing it gives a
     * table. Nothing is learned by it, and nothing written.
     *
     * @param rounds how often the round is run; the last time counts, the ones before warm up
     */
    public Explanation explain(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("the number of steps must be at least 1, not " + steps);
        }
        lock.lock();
        try {
            return training.explain(steps);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends a training that is going on, from another thread or from a listener, after the step it is at; its samples and
     * checkpoint are written as at the end. Does nothing if there is none.
     */
    public void stop() {
        training.stop();
    }

    /** So many samples, always the same ones for one state of training. */
    public Samples sample(int count) {
        return sample(SampleRequest.of(count));
    }

    /** So many samples, from latents drawn with this seed; the first ones do not depend on how many are asked for. */
    public Samples sample(int count, long seed) {
        return sample(SampleRequest.of(count).seed(seed));
    }

    /**
     * Samples as asked for: truncated, interpolated, or by the moving average of the generator.
     *
     * @throws IllegalArgumentException if no moving average is kept
     */
    public Samples sample(SampleRequest asked) {
        requireAverage(asked.weights());
        lock.lock();
        try {
            return new Sampler(sampling(asked)).sample(asked, spec.seed());
        } finally {
            lock.unlock();
        }
    }

    private void requireAverage(Weights weights) {
        if (weights == Weights.EMA && spec.movingAverage().isEmpty()) {
            throw new IllegalArgumentException(
                    "this GAN keeps no moving average: its ema is 0; train one with ema 0.999 to have it");
        }
    }

    private LatentSampler sampling(SampleRequest asked) {
        if (asked.label().isEmpty()) {
            return as(LatentSampler.class);
        }
        if (!can(ConditionalSampler.class)) {
            throw new IllegalArgumentException("this GAN makes samples of no class in particular: its application is "
                    + spec.application().name() + "; train one with the application conditional to ask for a label");
        }
        return as(ConditionalSampler.class).of(asked.label().get());
    }

    /**
     * The critic's scores: what they mean is for the loss to say. Under the losses of Goodfellow's game their sigmoid is
     * the probability of being real; under Wasserstein's, more is more real, and only differences count.
     *
     * @param samples [N, sample...], as the data have them
     * @return one score a sample
     * @throws IllegalArgumentException if the critic needs more than a sample to score it
     */
    public float[] score(TensorData samples) {
        Scorer scoring = as(Scorer.class);
        Field image = schema.image();
        Shape shape = samples.shape();
        if (shape.rank() == 0 || !shape.equals(image.batch(shape.dim(0)))) {
            throw new IllegalArgumentException(
                    "the critic scores samples [N, ...] of shape " + image.shape() + " each, not " + shape);
        }
        return scoring.scores(samples).toFloats();
    }

    /**
     * The number of the class that the critic takes each sample for; {@link Classifier} has the names, the probabilities
     * and the answers of the moving average.
     *
     * @param samples [N, sample...], as the data have them
     * @throws IllegalArgumentException if the application learns no classes
     */
    public int[] classify(TensorData samples) {
        return as(Classifier.class).classes(samples, Weights.LATEST);
    }

    /**
     * How good what it makes is, for so many samples of the data: by all metrics that say something about it. Of pictures
     * that is precision, recall, density, coverage and kernel distance in the features of a network that knows
     * photographs; docs/metrics.md says what the numbers mean. 2,000 samples or more give stable numbers; if there are
     * fewer data, as many samples are taken as there are data.
     */
    public Evaluation evaluate(int count) {
        return evaluate(SampleRequest.of(count));
    }

    /**
     * How good samples are that are made as asked for.
     *
     * @throws IllegalArgumentException if no metric says anything about them, or they are too few; if one class or
     *     interpolations are asked for, which are not what the data are
     */
    public Evaluation evaluate(SampleRequest asked) {
        if (!can(Evaluable.class)) {
            throw new IllegalArgumentException("there is nothing to evaluate: the application "
                    + spec.application().name()
                    + ", as it is set here, makes nothing that data could be compared with");
        }
        requireAverage(asked.weights());
        long seed = asked.seed().orElse(spec.seed());
        lock.lock();
        try {
            String name = "samples after step " + training.steps()
                    + (asked.weights() == Weights.EMA ? ", moving average" : "")
                    + (asked.truncation().isPresent()
                            ? ", truncation " + asked.truncation().getAsDouble()
                            : "");
            return new Evaluator(data.open(), ComponentText.of(spec.data()), spec.transforms(), asked, name, seed)
                    .compare(as(Evaluable.class).comparisons());
        } finally {
            lock.unlock();
        }
    }

    /** Continues from a checkpoint. */
    void restore(Checkpoint checkpoint, Path experiment) {
        checkpoint.restore(session, plan.networks());
        training.restored(checkpoint, experiment);
    }

    /** Gives all memory back; any later call fails. */
    @Override
    public void close() {
        lock.lock();
        try {
            try {
                runner.close();
            } finally {
                session.close();
                data.close();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        String parts = networks().stream()
                .map(network -> String.format("%s (%,d parameters)", network.name(), network.parameterCount()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "Gan after %d steps: %s, %s, loss %s, engine %s",
                training.steps(),
                spec.application().name(),
                parts,
                spec.loss().name(),
                engine.name());
    }
}
