package org.gan4j.dsl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.gan4j.api.BatchSource;
import org.gan4j.api.Classifying;
import org.gan4j.api.Comparing;
import org.gan4j.api.Component;
import org.gan4j.api.DataDescription;
import org.gan4j.api.Dataset;
import org.gan4j.api.Field;
import org.gan4j.api.LabelledSampling;
import org.gan4j.api.LatentSampling;
import org.gan4j.api.Network;
import org.gan4j.api.NonFiniteException;
import org.gan4j.api.Plan;
import org.gan4j.api.Scoring;
import org.gan4j.api.Trainer;
import org.gan4j.api.Training;
import org.gan4j.api.TrainingLength;
import org.gan4j.api.TrainingListener;
import org.gan4j.api.TrainingResult;
import org.gan4j.data.ReadAhead;
import org.gan4j.data.StreamBatches;
import org.gan4j.data.transforms.TransformedBatches;
import org.gan4j.metrics.Evaluation;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Explanation;
import org.gan4j.tensor.engine.Session;
import org.gan4j.training.Checkpoint;
import org.gan4j.training.GameTrainer;
import org.gan4j.training.RunDirectory;

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
    private final DataDescription description;
    private final Data data;
    private final Engine engine;
    private final Session session;
    private final Plan plan;
    private final Trainer trainer;
    private final ReentrantLock lock = new ReentrantLock();
    private final PaddedRunner runner;
    private final Optional<RunFiles> files;
    private final Map<Class<?>, Object> verbs = new HashMap<>();
    private volatile int steps;
    private volatile boolean stopRequested;
    /** Set where this GAN came from a checkpoint. */
    private Optional<TrainingListener> restored = Optional.empty();

    private boolean training;
    private NonFiniteException stopped;

    Gan(
            GanSpec spec,
            DataDescription description,
            Data data,
            Engine engine,
            Session session,
            Plan plan,
            Trainer trainer) {
        this.spec = spec;
        this.description = description;
        this.data = data;
        this.engine = engine;
        this.session = session;
        this.plan = plan;
        this.trainer = trainer;
        this.runner = new PaddedRunner(session, lock);
        GanSpec decided = GanSpec.builder().from(spec).engine(engine.name()).build();
        this.files = spec.runDirectory().map(folder -> new RunFiles(folder, decided, description, data, session, plan));
    }

    /** Starts a specification, step by step: generator, critic, loss, data, then options. */
    public static GeneratorStep builder() {
        return new Spine.Start();
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
        RunDirectory run = RunDirectory.open(runDirectory);
        Experiment experiment = ExperimentReader.read(run.experiment(), new CodeComponents(supplied));
        Path file = run.latestCheckpoint()
                .orElseThrow(() -> new IllegalArgumentException(
                        runDirectory + " has no checkpoint yet: the run has to reach its first one"));
        GanSpec spec = GanSpec.builder()
                .from(experiment.spec())
                .runDirectory(runDirectory)
                .addListeners(listeners)
                .build();
        DataDescription description = experiment
                .description()
                .orElseThrow(() -> new IllegalArgumentException(
                        run.experiment() + ": the key fields is missing: a run writes it down"));
        Gan gan;
        try {
            gan = Assembly.rebuild(spec, description, new Data(spec.data()));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(run.experiment() + ": " + wrong.getMessage(), wrong);
        }
        try {
            Checkpoint checkpoint = Checkpoint.read(file);
            checkpoint.restore(gan.session, gan.plan.networks());
            gan.steps = checkpoint.step();
            gan.files.ifPresent(RunFiles::exist);
            gan.restored = Optional.of(new AllRestored(
                    checkpoint.step(),
                    checkpoint.variables().keySet(),
                    gan.plan.timeline(),
                    gan.session,
                    run.experiment()));
            return gan;
        } catch (RuntimeException failed) {
            gan.close();
            throw failed;
        }
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
     * What this GAN can be asked for besides samples, by the type that says how, such as {@link LabelledSampling}.
     *
     * @throws IllegalArgumentException if its application cannot do that, with what it can
     */
    public <V> V as(Class<V> verb) {
        lock.lock();
        try {
            return verb.cast(verbs.computeIfAbsent(verb, any -> plan.verb(verb, runner)));
        } finally {
            lock.unlock();
        }
    }

    /** Whether {@link #as} has an answer. */
    public boolean can(Class<?> verb) {
        return plan.has(verb);
    }

    public Engine engine() {
        return engine;
    }

    /** How many steps this GAN has been trained for. */
    public int steps() {
        return steps;
    }

    /**
     * Trains on, from where it stands, and writes into the run's folder if there is one. Other threads that want samples
     * wait until it is done.
     *
     * @return how it ended
     * @throws org.gan4j.api.NonFiniteException if a loss or a gradient is no longer finite; this GAN then makes samples,
     *     but cannot be trained on, since a part of the failed step was done: load its last checkpoint
     */
    public TrainingResult train(TrainingLength length) {
        lock.lock();
        try {
            requireTrainable();
            return trained(length);
        } finally {
            lock.unlock();
        }
    }

    private TrainingResult trained(TrainingLength length) {
        training = true;
        try {
            Dataset dataset = data.open();
            requireSameKind(dataset);
            int batches = plan.timeline().at(steps).game().batchesPerRound();
            int until = until(length.steps(dataset.size(), spec.batchSize(), batches));
            stopRequested = false;
            try (BatchSource ahead = new ReadAhead(batches(dataset), 2 * batches)) {
                return trainer.train(new Training(
                        plan.timeline(),
                        ahead,
                        spec.batchSize(),
                        spec.seed(),
                        steps,
                        until,
                        () -> stopRequested,
                        listeners(until)));
            }
        } catch (NonFiniteException failed) {
            stopped = failed;
            throw failed;
        } finally {
            training = false;
        }
    }

    /**
     * Measures the next round of training, kernel by kernel: what a penalty or a wider network costs. Printing it gives a
     * table. Nothing is learnt by it, and nothing written.
     *
     * @param rounds how often the round is run; the last time counts, the ones before warm up
     */
    public Explanation explain(int rounds) {
        if (rounds < 1) {
            throw new IllegalArgumentException("the number of rounds must be at least 1, not " + rounds);
        }
        lock.lock();
        try {
            BatchSource batches = batches(data.open());
            return new GameTrainer(session)
                    .explain(new Training(
                            plan.timeline(),
                            batches,
                            spec.batchSize(),
                            spec.seed(),
                            steps,
                            steps + rounds,
                            () -> false,
                            List.of()));
        } finally {
            lock.unlock();
        }
    }

    private BatchSource batches(Dataset dataset) {
        BatchSource shuffled = new StreamBatches(dataset, spec.batchSize(), spec.seed());
        return spec.transforms().isEmpty()
                ? shuffled
                : new TransformedBatches(shuffled, dataset.transformed(), spec.transforms(), spec.seed());
    }

    private int until(int more) {
        try {
            return Math.addExact(steps, more);
        } catch (ArithmeticException tooMany) {
            throw new IllegalArgumentException(
                    more + " steps after step " + steps + " are more than can be counted", tooMany);
        }
    }

    /**
     * Ends a training that is going on, from another thread or from a listener, after the step it is at; its samples and
     * checkpoint are written as at the end. Does nothing if there is none.
     */
    public void stop() {
        stopRequested = true;
    }

    private void requireTrainable() {
        if (training) {
            throw new IllegalStateException("this GAN is being trained: a listener cannot train it at the same time");
        }
        if (stopped != null) {
            throw new IllegalStateException(
                    "this GAN cannot be trained on: " + stopped.getMessage()
                            + " Load its last checkpoint with Gan.load",
                    stopped);
        }
    }

    private List<TrainingListener> listeners(int until) {
        List<TrainingListener> listeners = new ArrayList<>();
        restored.ifPresent(listeners::add);
        listeners.add(new TrainingListener() {
            @Override
            public void stepped(Progress progress) {
                steps = progress.step();
            }
        });
        files.ifPresent(run -> listeners.addAll(run.listeners(until)));
        listeners.addAll(spec.listeners());
        return listeners;
    }

    private void requireSameKind(Dataset dataset) {
        for (Field field : description.fields()) {
            Field now = dataset.field(field.name());
            if (!now.equals(field)) {
                throw new IllegalArgumentException("the networks were made for samples whose " + field.name() + " is "
                        + field.shape() + ", and in the data " + Components.describe(spec.data()) + " it is now "
                        + now.shape() + ": bring back the data that the run was begun with");
            }
        }
    }

    /** So many samples, always the same ones for one state of training. */
    public Samples sample(int count) {
        return sample(Sampling.of(count));
    }

    /** So many samples, from latents drawn with this seed; the first ones do not depend on how many are asked for. */
    public Samples sample(int count, long seed) {
        return sample(Sampling.of(count).seed(seed));
    }

    /**
     * Samples as asked for: truncated, interpolated, or by the moving average of the generator.
     *
     * @throws IllegalArgumentException if no moving average is kept
     */
    public Samples sample(Sampling asked) {
        requireAverage(asked.averaged());
        lock.lock();
        try {
            return new Sampler(sampling(asked)).sample(asked, spec.seed());
        } finally {
            lock.unlock();
        }
    }

    private void requireAverage(boolean averaged) {
        if (averaged && spec.movingAverage().isEmpty()) {
            throw new IllegalArgumentException(
                    "this GAN keeps no moving average: its ema is 0; train one with ema 0.999 to have it");
        }
    }

    private LatentSampling sampling(Sampling asked) {
        if (asked.label().isEmpty()) {
            return as(LatentSampling.class);
        }
        if (!can(LabelledSampling.class)) {
            throw new IllegalArgumentException("this GAN makes samples of no class in particular: its application is "
                    + spec.application().name() + "; train one with the application conditional to ask for a label");
        }
        return as(LabelledSampling.class).of(asked.label().get());
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
        Scoring scoring = as(Scoring.class);
        Field image = description.image();
        Shape shape = samples.shape();
        if (shape.rank() == 0 || !shape.equals(image.batch(shape.dim(0)))) {
            throw new IllegalArgumentException(
                    "the critic scores samples [N, ...] of shape " + image.shape() + " each, not " + shape);
        }
        return scoring.scores(samples).toFloats();
    }

    /**
     * The number of the class that the critic takes each sample for; {@link Classifying} has the names, the probabilities
     * and the answers of the moving average.
     *
     * @param samples [N, sample...], as the data have them
     * @throws IllegalArgumentException if the application learns no classes
     */
    public int[] classify(TensorData samples) {
        return as(Classifying.class).classes(samples, false);
    }

    /**
     * How good what it makes is, for so many samples of the data: by all metrics that say something about it. Of pictures
     * that is precision, recall, density, coverage and kernel distance in the features of a network that knows
     * photographs; docs/metrics.md says what the numbers mean. 2,000 samples or more give stable numbers; if there are
     * fewer data, as many samples are taken as there are data.
     */
    public Evaluation evaluate(int count) {
        return evaluate(Sampling.of(count));
    }

    /**
     * How good samples are that are made as asked for.
     *
     * @throws IllegalArgumentException if no metric says anything about them, or they are too few; if one class or
     *     interpolations are asked for, which are not what the data are
     */
    public Evaluation evaluate(Sampling asked) {
        if (!can(Comparing.class)) {
            throw new IllegalArgumentException("there is nothing to evaluate: the application "
                    + spec.application().name()
                    + ", as it is set here, makes nothing that data could be compared with");
        }
        requireAverage(asked.averaged());
        long seed = asked.seed().orElse(spec.seed());
        lock.lock();
        try {
            String name = "samples after step " + steps + (asked.averaged() ? ", moving average" : "")
                    + (asked.truncation().isPresent()
                            ? ", truncation " + asked.truncation().getAsDouble()
                            : "");
            return new Evaluator(data.open(), Components.describe(spec.data()), spec.transforms(), asked, name, seed)
                    .compare(as(Comparing.class).comparisons());
        } finally {
            lock.unlock();
        }
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
                steps,
                spec.application().name(),
                parts,
                spec.loss().name(),
                engine.name());
    }
}
