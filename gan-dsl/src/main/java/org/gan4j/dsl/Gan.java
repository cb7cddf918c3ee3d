package org.gan4j.dsl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.gan4j.api.BatchSource;
import org.gan4j.api.Component;
import org.gan4j.api.Dataset;
import org.gan4j.api.Field;
import org.gan4j.api.Game;
import org.gan4j.api.NonFiniteException;
import org.gan4j.api.Parameters;
import org.gan4j.api.Skipped;
import org.gan4j.api.Trainer;
import org.gan4j.api.Training;
import org.gan4j.api.TrainingLength;
import org.gan4j.api.TrainingListener;
import org.gan4j.api.TrainingResult;
import org.gan4j.data.ReadAhead;
import org.gan4j.data.ShuffledBatches;
import org.gan4j.data.transforms.TransformedBatches;
import org.gan4j.metrics.Evaluation;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Explanation;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.io.AtomicFile;
import org.gan4j.training.Checkpoint;
import org.gan4j.training.CheckpointWriter;
import org.gan4j.training.GameTrainer;
import org.gan4j.training.MetricsLog;
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
    private static final int GRID = 64;

    private final GanSpec spec;
    private final Field image;
    private final Data data;
    private final Engine engine;
    private final Session session;
    private final Networks networks;
    private final Game game;
    private final Trainer trainer;
    private final Sampler sampler;
    private final Inference scorer;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile int steps;
    private volatile boolean stopRequested;
    private boolean hasRun;
    /** What the checkpoint held that this GAN came from. */
    private Set<String> restored = Set.of();

    private boolean training;
    private NonFiniteException stopped;

    Gan(
            GanSpec spec,
            Field image,
            Data data,
            Engine engine,
            Session session,
            Networks networks,
            Game game,
            Trainer trainer) {
        this.spec = spec;
        this.image = image;
        this.data = data;
        this.engine = engine;
        this.session = session;
        this.networks = networks;
        this.game = game;
        this.trainer = trainer;
        this.sampler =
                new Sampler(session, networks.generator(), spec.generator().latent());
        this.scorer = new Inference(session, networks.critic(), Parameters.variables(), image.shape());
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
        Field image = experiment
                .image()
                .orElseThrow(() -> new IllegalArgumentException(
                        run.experiment() + ": the key sample-shape is missing: a run writes it down"));
        Gan gan;
        try {
            gan = Assembly.rebuild(spec, image, new Data(spec.data()));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(run.experiment() + ": " + wrong.getMessage(), wrong);
        }
        try {
            Checkpoint checkpoint = Checkpoint.read(file);
            checkpoint.restore(gan.session, List.of(gan.networks.generator(), gan.networks.critic()));
            gan.steps = checkpoint.step();
            gan.hasRun = true;
            gan.restored = checkpoint.variables().keySet();
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

    public Networks networks() {
        return networks;
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
            requireSameKind(dataset.field(Field.IMAGE));
            int until = until(length.steps(dataset.size(), spec.batchSize(), game.batchesPerRound()));
            stopRequested = false;
            try (BatchSource batches = new ReadAhead(batches(dataset), 2 * game.batchesPerRound())) {
                return trainer.train(new Training(
                        game,
                        batches,
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
                            game,
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
        BatchSource shuffled = new ShuffledBatches(dataset, spec.batchSize(), spec.seed());
        return spec.transforms().isEmpty()
                ? shuffled
                : new TransformedBatches(shuffled, spec.transforms(), spec.seed());
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
        listeners.add(new TrainingListener() {
            @Override
            public void started(Progress progress) {
                requireAllRestored();
            }

            @Override
            public void stepped(Progress progress) {
                steps = progress.step();
            }
        });
        spec.runDirectory().ifPresent(folder -> {
            RunDirectory run = hasRun ? RunDirectory.open(folder) : RunDirectory.unused(folder);
            listeners.add(new TrainingListener() {
                @Override
                public void started(Progress progress) {
                    if (!hasRun) {
                        RunDirectory.create(folder);
                        hasRun = true;
                        writeSkipped(run);
                    }
                }
            });
            // locks the folder, before anything in it is changed
            listeners.add(new MetricsLog(run.metrics()));
            listeners.add(new TrainingListener() {
                @Override
                public void started(Progress progress) {
                    GanSpec decided =
                            GanSpec.builder().from(spec).engine(engine.name()).build();
                    new Experiment(decided, image, until).write(run.experiment());
                }
            });
            // before the pictures: if these cannot be made, what was learnt is safe
            listeners.add(new CheckpointWriter(session, run, spec.checkpointEvery()));
            listeners.add(new SampleGrids(this, run, spec.sampleEvery(), GRID));
        });
        listeners.addAll(spec.listeners());
        return listeners;
    }

    private void requireSameKind(Field now) {
        if (!now.equals(image)) {
            throw new IllegalArgumentException("the networks were made for samples " + image.shape()
                    + ", and the data " + Components.describe(spec.data()) + " now have " + now.shape()
                    + ": bring back the data that the run was begun with");
        }
    }

    /** A run goes on with all that it had: else what is new would start from nothing without a word. */
    private void requireAllRestored() {
        if (restored.isEmpty()) {
            return;
        }
        for (Variable variable : session.variables()) {
            if (!restored.contains(variable.name())) {
                throw new IllegalArgumentException("the checkpoint has no " + variable.name() + ": experiment.yaml in "
                        + spec.runDirectory().orElseThrow() + " was changed, and a run goes on only as it was begun");
            }
        }
        restored = Set.of();
    }

    private void writeSkipped(RunDirectory run) {
        List<Skipped> skipped = data.open().skipped();
        if (!skipped.isEmpty()) {
            StringBuilder lines = new StringBuilder();
            skipped.forEach(each ->
                    lines.append(each.what()).append(": ").append(each.why()).append('\n'));
            AtomicFile.write(run.skipped(), lines.toString());
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
        if (asked.averaged() && spec.movingAverage().isEmpty()) {
            throw new IllegalArgumentException(
                    "this GAN keeps no moving average: its ema is 0; train one with ema 0.999 to have it");
        }
        lock.lock();
        try {
            return sampler.sample(asked, spec.seed());
        } finally {
            lock.unlock();
        }
    }

    /**
     * The critic's scores: what they mean is for the loss to say. Under the losses of Goodfellow's game their sigmoid is
     * the probability of being real; under Wasserstein's, more is more real, and only differences count.
     *
     * @param samples [N, sample...], as the data have them
     * @return one score a sample
     */
    public float[] score(TensorData samples) {
        Shape shape = samples.shape();
        if (shape.rank() == 0 || !shape.equals(image.batch(shape.dim(0)))) {
            throw new IllegalArgumentException(
                    "the critic scores samples [N, ...] of shape " + image.shape() + " each, not " + shape);
        }
        lock.lock();
        try {
            return scorer.apply(samples.toFloats()).toFloats();
        } finally {
            lock.unlock();
        }
    }

    /**
     * How good so many samples are, beside as many of the data: precision, recall, density, coverage and kernel distance
     * in the features of a network that knows photographs; docs/metrics.md says what the numbers mean. 2,000 samples or
     * more give stable numbers; if there are fewer data, as many samples are taken as there are data.
     */
    public Evaluation evaluate(int count) {
        return evaluate(Sampling.of(count));
    }

    /**
     * How good samples are that are made as asked for.
     *
     * @throws IllegalArgumentException if they are no pictures, or too few
     */
    public Evaluation evaluate(Sampling asked) {
        long seed = asked.seed().orElse(spec.seed());
        lock.lock();
        try {
            String name = "samples after step " + steps + (asked.averaged() ? ", moving average" : "")
                    + (asked.truncation().isPresent()
                            ? ", truncation " + asked.truncation().getAsDouble()
                            : "");
            Evaluator evaluator = new Evaluator(data.open(), Components.describe(spec.data()), spec.transforms(), seed);
            return evaluator.compare(
                    sample(asked.count(evaluator.count(asked.count()))).data(), name);
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
                sampler.close();
                scorer.close();
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
        return String.format(
                Locale.ROOT,
                "Gan after %d steps: generator %s (%,d parameters), critic %s (%,d parameters), loss %s, engine %s",
                steps,
                spec.generator(),
                networks.generator().parameterCount(),
                spec.critic(),
                networks.critic().parameterCount(),
                spec.loss().name(),
                engine.name());
    }
}
