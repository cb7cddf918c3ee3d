package org.gan4j.dsl;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gan4j.api.Component;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.game.Phase;
import org.gan4j.api.inference.Classifier;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.Network;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.api.training.Trainer;
import org.gan4j.api.training.TrainingLength;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.dsl.editing.EditRequest;
import org.gan4j.dsl.editing.Inversion;
import org.gan4j.dsl.editing.InversionRequest;
import org.gan4j.dsl.experiment.ExperimentDraft;
import org.gan4j.dsl.inference.EvaluationRequest;
import org.gan4j.dsl.inference.LatentWalk;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.dsl.inference.StyleGrid;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.dsl.probe.ProbeReport;
import org.gan4j.dsl.probe.ProbeRequest;
import org.gan4j.dsl.run.RestoreCheck;
import org.gan4j.dsl.run.RunData;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.dsl.spec.InvalidGanException;
import org.gan4j.metrics.Evaluation;
import org.gan4j.provenance.Imprint;
import org.gan4j.provenance.watermark.Watermark;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Explanation;
import org.gan4j.tensor.engine.Session;
import org.gan4j.training.StoredCheckpoint;

/**
 * A generative adversarial network, which is trained and then generates samples. Several threads may use it; they take
 * turns. With {@code LossPresets.NON_SATURATING} and {@code TrainingLength.steps} imported statically:
 *
 * <pre>{@code
 * try (Gan gan = Gan.builder()
 *         .generator(Dcgan.generator().latent(100))
 *         .critic(Dcgan.critic())
 *         .loss(NON_SATURATING)
 *         .data(FashionMnist.embedded())
 *         .seed(42)
 *         .build()) {
 *     gan.train(steps(3000));
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
    private final Optional<StoredCheckpoint> restored;
    private final TrainingSession training;
    private final ReentrantLock lock = new ReentrantLock();
    private final InferenceSession inference;

    Gan(
            GanSpec spec,
            DataSchema schema,
            RunData data,
            Engine engine,
            Session session,
            Plan plan,
            Function<DataSchema, Plan> again,
            Trainer trainer,
            Optional<StoredCheckpoint> restored) {
        this.spec = spec;
        this.schema = schema;
        this.data = data;
        this.engine = engine;
        this.session = session;
        this.plan = plan;
        this.restored = restored;
        this.inference = new InferenceSession(spec, schema, data, engine, session, plan, restored, lock);
        this.training = new TrainingSession(
                spec,
                schema,
                data,
                engine,
                session,
                plan,
                again,
                trainer,
                restored,
                (request, steps) -> inference.evaluate(EvaluationRequest.of(request), steps),
                count -> inference.sample(SampleRequest.of(count).latest(), 0).data());
        if (spec.evaluateEvery() > 0 && restored.isEmpty()) {
            inference.requireEvaluations();
        }
    }

    /** Starts the builder: generator, critic, loss, data, then options, in this order; or application, data, then options. */
    public static GeneratorStep builder() {
        return BuilderSteps.start();
    }

    /**
     * Starts the builder with a recipe: a whole experiment by name, such as {@code "dcgan"}, whose options can be
     * changed. {@code ./gan list recipes} lists them.
     *
     * @throws IllegalArgumentException if there is no such recipe; the message suggests a similar name
     */
    public static OptionsStep recipe(String name) {
        return new OptionsStep(
                ExperimentDraft.of(ComponentRegistry.onClassPath().recipe(name))
                        .read()
                        .spec());
    }

    /**
     * Opens the data, checks a specification and builds its GAN.
     *
     * @throws InvalidGanException if settings, components and data do not fit together; its message is a numbered list
     *     of all problems
     * @throws IllegalArgumentException if there is no engine of the given name
     */
    public static Gan of(GanSpec spec) {
        return Assembly.build(spec);
    }

    /**
     * Loads a trained GAN from its run directory, with the weights of the latest checkpoint; if that file is damaged,
     * a warning says so, and the one before it is used. Its variables are read when they are needed: sampling reads
     * the generator alone, training reads all. Sampling needs neither the data nor components that are code, such as
     * data in memory or a lambda. To continue the training of a GAN with such components, call {@link #load(Path,
     * List, TrainingListener...)}.
     *
     * @param listeners notified of the progress if training is continued
     * @throws IllegalArgumentException if this is not a run directory, or its files cannot be used
     */
    public static Gan load(Path runDirectory, TrainingListener... listeners) {
        return load(runDirectory, List.of(), listeners);
    }

    /**
     * Loads a trained GAN from its run directory, with the components that a file cannot hold because they are code.
     *
     * @param supplied such components, matched by class, for example the data in memory that the run was trained on
     * @param listeners notified of the progress if training is continued
     * @throws IllegalArgumentException if this is not a run directory, or its files cannot be used
     */
    public static Gan load(Path runDirectory, List<Component> supplied, TrainingListener... listeners) {
        return load(LoadRequest.of(runDirectory).supplying(supplied).listening(listeners));
    }

    /**
     * Loads a trained GAN from its run directory, in order to continue its training, as a request says.
     *
     * @throws IllegalArgumentException if this is not a run directory, its files cannot be used, or the request overrides
     *     a key that does not exist
     */
    public static Gan load(LoadRequest request) {
        return RunLoader.load(request);
    }

    /**
     * Loads a trained GAN from its run directory, with the weights of the checkpoint after an earlier step, such as the
     * best one that early stopping keeps. Training it writes nothing, since the run has gone further.
     *
     * @throws IllegalArgumentException if this is not a run directory, its files cannot be used, or there is no
     *     checkpoint of this step
     */
    public static Gan load(Path runDirectory, int step) {
        return RunLoader.load(runDirectory, step);
    }

    /**
     * Loads a GAN whose generator was trained before and is part of a plug-in. It generates as a run does that was loaded;
     * without a critic and the state of its optimizers, it scores nothing and cannot be trained further. {@code ./gan list
     * pretrained} lists the names.
     *
     * @throws IllegalArgumentException if there is no pretrained GAN of this name, in which case the message suggests a
     *     similar name or lists all; or if its files cannot be used
     */
    public static Gan pretrained(String name) {
        return RunLoader.load(ComponentRegistry.onClassPath().pretrained(name));
    }

    /** Returns the specification that this GAN was built from, with every default resolved. */
    public GanSpec spec() {
        return spec;
    }

    /**
     * Returns the data, and opens them first if necessary. They are closed together with this GAN.
     *
     * @throws IllegalArgumentException if the data cannot be opened
     * @throws IllegalStateException if this GAN is closed
     */
    public Dataset dataset() {
        lock.lock();
        try {
            return data.open();
        } finally {
            lock.unlock();
        }
    }

    /** Returns all networks; most GANs have two, generator and critic. */
    public List<Network> networks() {
        return plan.networks();
    }

    /** Returns the plan of the application: the networks, the phases of their training, the capabilities. */
    public Plan plan() {
        return plan;
    }

    /**
     * Returns the current values of variables of its networks, or of their moving averages.
     *
     * @throws IllegalArgumentException if this GAN is pretrained and does not include one
     * @throws IllegalStateException if this GAN is closed
     */
    public Map<Variable, TensorData> values(Collection<Variable> variables) {
        lock.lock();
        try {
            return inference.values(variables);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns a capability of this GAN by its type, such as {@link ConditionalSampler}.
     *
     * @throws IllegalArgumentException if the application does not have this capability; the message lists those it has
     */
    public <V> V as(Class<V> capability) {
        lock.lock();
        try {
            return inference.as(capability);
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether this GAN has a capability, so that {@link #as} returns it. */
    public boolean can(Class<?> capability) {
        return plan.has(capability);
    }

    /** Returns whether it has all that training needs; a pretrained or imported GAN has its generator alone. */
    public boolean isWhole() {
        return training.isWhole();
    }

    /** Returns the engine that this GAN computes with. */
    public Engine engine() {
        return engine;
    }

    /** Returns the number of steps that this GAN has been trained for. */
    public int steps() {
        return training.steps();
    }

    /**
     * Trains from the current step and writes into the run directory, if there is one. Other threads that need this GAN
     * wait until training ends. Interrupting the thread that trains ends training after its step, as {@link #stop} does;
     * the thread is still interrupted afterwards.
     *
     * @param length the number of steps or epochs to add, not a total
     * @return the last step with its metrics, and the history of this training
     * @throws org.gan4j.api.training.NonFiniteException if a loss, a gradient or a variable is not finite. This
     *     GAN then still generates samples, but cannot be trained further, since the failed step was partly done: load its last
     *     checkpoint
     * @throws org.gan4j.api.training.FailedPartException if a listener or a class from a plug-in directory fails, which
     *     the message names, with its step; a listener only if {@code on-listener-failure} is stop
     * @throws IllegalArgumentException if the total number of steps is too large, the data no longer fit the networks,
     *     the run directory cannot be used, or the run was trained with other settings or data, whose differences the
     *     message lists; {@link LoadRequest#overriding} takes them over
     * @throws org.gan4j.training.RunLockedException if somebody else is training in the run directory
     * @throws org.gan4j.tensor.io.StorageException if the disk is full; the latest checkpoint is intact
     * @throws IllegalStateException if this GAN is closed, is being trained (a listener cannot train it), or cannot be
     *     trained further
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
     * Trains up to the number of steps that the specification plans, as {@link #train(TrainingLength)} does.
     *
     * @throws IllegalStateException if the specification plans no number of steps, or they are complete
     */
    public TrainingResult train() {
        int planned = spec.steps()
                .orElseThrow(() -> new IllegalStateException(
                        "this GAN plans no number of steps: pass one to train, such as TrainingLength.steps(1000), or"
                                + " set the option steps"));
        if (planned <= training.steps()) {
            throw new IllegalStateException(
                    "all " + planned
                            + " planned steps are complete: pass a number of further steps, such as TrainingLength.steps(1000)");
        }
        return train(TrainingLength.steps(planned - training.steps()));
    }

    /**
     * Measures the next step of training, kernel by kernel, to show what a penalty or a wider network costs. The result
     * prints as a table. The weights stay as they are, and no file is written.
     *
     * @param steps how often the step is run; the last run is reported, those before it warm up
     * @throws IllegalArgumentException if {@code steps} is less than 1
     * @throws IllegalStateException if this GAN is closed
     * @throws UnsupportedOperationException if a plug-in's trainer cannot explain its steps
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
     * Measures a step of a phase as {@link #explain(int)} does the next step, since phases may cost differently.
     *
     * @param phase the name of the phase
     * @param steps how often the step is run; the last run is reported, those before it warm up
     * @throws IllegalArgumentException if {@code steps} is less than 1, or there is no such phase
     * @throws IllegalStateException if this GAN is closed
     * @throws UnsupportedOperationException if a plug-in's trainer cannot explain its steps
     */
    public Explanation explain(String phase, int steps) {
        List<String> names =
                plan().phaseSchedule().phases().stream().map(Phase::name).toList();
        if (steps < 1) {
            throw new IllegalArgumentException("the number of steps must be at least 1, not " + steps);
        }
        if (!names.contains(phase)) {
            throw new IllegalArgumentException("there is no phase " + phase + Suggestions.ending(phase, names));
        }
        lock.lock();
        try {
            return training.explainPhase(names.indexOf(phase), steps);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Stops a running training after its current step; the last samples and checkpoint are written as usual. May be
     * called by another thread or a listener. Has no effect if this GAN is not being trained.
     */
    public void stop() {
        training.stop();
    }

    /** Returns what pauses, saves and stops a training of this GAN that runs in another thread. */
    public TrainingControls controls() {
        return training.controls();
    }

    /**
     * Generates samples with the latest weights. The latents depend on the seed of this GAN only, so that repeated
     * calls return the same samples until it is trained further.
     *
     * @throws IllegalArgumentException if {@code count} is less than 1 or too large, or the application cannot generate
     *     samples from latents alone
     * @throws IllegalStateException if this GAN is closed
     */
    public Samples sample(int count) {
        return sample(SampleRequest.of(count));
    }

    /**
     * Generates samples with the latest weights, from latents that are drawn with this seed. Sample i depends on
     * {@code count} by rounding alone.
     *
     * @throws IllegalArgumentException if {@code count} is less than 1 or too large, or the application cannot generate
     *     samples from latents alone
     * @throws IllegalStateException if this GAN is closed
     */
    public Samples sample(int count, long seed) {
        return sample(SampleRequest.of(count).seed(seed));
    }

    /**
     * Generates samples for a request, which may set a truncation, interpolations, a class, or the moving average of
     * the weights.
     *
     * @throws IllegalArgumentException if this GAN keeps no moving average or knows no such class, if its application
     *     cannot generate such samples, or if they do not fit into one array
     * @throws IllegalStateException if this GAN is closed
     */
    public Samples sample(SampleRequest request) {
        lock.lock();
        try {
            return inference.sample(request, training.steps());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Generates the samples of a closed walk through the latents, in its order; {@link Samples#saveGif} writes them as an
     * animation.
     *
     * @throws IllegalArgumentException as {@link #sample(SampleRequest)} does
     * @throws IllegalStateException if this GAN is closed
     */
    public Samples sample(LatentWalk walk) {
        lock.lock();
        try {
            return inference.sample(walk, training.steps());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Generates a grid of mixed styles, with the samples whose styles are mixed at its edges.
     *
     * @throws IllegalArgumentException if this GAN's generator has no styles, or keeps no moving average that is asked for
     * @throws IllegalStateException if this GAN is closed
     */
    public Samples sample(StyleGrid grid) {
        lock.lock();
        try {
            return inference.sample(grid, training.steps());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Generates the samples of several requests in one run of the generator, which takes less time than one run for each. A
     * sample differs from that of its request alone by rounding, or by more if the generator treats the rows of a batch
     * differently, such as a conditional one that takes the classes in turn because there is no label.
     *
     * @param requests requests for single samples of the same label and weights, and of no texts
     * @return the samples of each request, in their order
     * @throws IllegalArgumentException as {@link #sample(SampleRequest)} does, or if the requests are not alike
     * @throws IllegalStateException if this GAN is closed
     */
    public List<Samples> sample(List<SampleRequest> requests) {
        lock.lock();
        try {
            return inference.sample(requests, training.steps());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Finds latents from which this GAN generates images that are like given ones, by the gradients of their distance. The
     * start is the encoder's if it has one, such as a GAN of the application bigan, else the best of random latents.
     *
     * @param images [N, sample...], with the shape and scale of the data's
     * @throws IllegalArgumentException if this GAN generates nothing from latents alone, keeps no moving average or knows no
     *     such class, or if the images have another form
     * @throws IllegalStateException if this GAN is closed
     */
    public Inversion invert(TensorData images, InversionRequest request) {
        lock.lock();
        try {
            return inference.editing().invert(images, request, training.steps());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Generates samples of changed latents: moved along a direction in which samples change most, or toward a class; or
     * sums of the latents of samples.
     *
     * @return a row for each sample and a column for each strength; of {@link org.gan4j.dsl.editing.LatentArithmetic}, one
     *     row
     * @throws IllegalArgumentException if this GAN generates nothing from latents alone, keeps no moving average, or has no
     *     such direction or class
     * @throws IllegalStateException if this GAN is closed
     */
    public Samples edit(EditRequest request) {
        lock.lock();
        try {
            return inference.editing().edit(request, training.steps());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Trains linear classifiers on the features of its networks, on the latents of its encoder, on pixels, and on the
     * features of the same networks before training, and returns their accuracies.
     *
     * @throws IllegalArgumentException if the data have no labels, there are too few, or they cannot be opened
     * @throws IllegalStateException if this GAN is closed
     */
    public ProbeReport probe(ProbeRequest request) {
        lock.lock();
        try {
            return inference.editing().probe(request);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sets an invisible watermark for the image files of all samples that are generated from now on, and for {@link
     * #imprint}. The files that training writes have none.
     */
    public void watermark(Watermark watermark) {
        inference.watermark(Optional.of(watermark));
    }

    /**
     * Returns the marks for files of images that this GAN makes of others, with its default weights: such as those that an
     * {@code Upscaler} or a {@code Translator} writes by its {@code finish}. Generated samples have theirs already.
     */
    public Imprint imprint() {
        return inference.imprint(training.steps());
    }

    /** Returns the fields of the data and the names of their classes. */
    public DataSchema schema() {
        return schema;
    }

    /**
     * Returns the critic's raw scores; their meaning depends on the loss. With the minimax and non-saturating losses,
     * the sigmoid of a score is the probability that the sample is real. With the Wasserstein loss, a larger score
     * means more real, and only differences between scores have a meaning.
     *
     * @param samples [N, sample...], with the shape and scale of the data's
     * @return one score per sample
     * @throws IllegalArgumentException if the samples have another shape, or the critic cannot score a sample on its
     *     own
     * @throws IllegalStateException if this GAN is closed
     */
    public float[] score(TensorData samples) {
        lock.lock();
        try {
            return inference.score(samples);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns the number of the most probable class of each sample, by the critic's latest weights. For class names,
     * probabilities and the moving average of the weights, use {@link #as as(Classifier.class)}.
     *
     * @param samples [N, sample...], with the shape and scale of the data's
     * @throws IllegalArgumentException if the application learns no classes, or the samples have another shape
     * @throws IllegalStateException if this GAN is closed
     */
    public int[] classify(TensorData samples) {
        return as(Classifier.class).classes(samples, Weights.LATEST);
    }

    /**
     * Compares generated samples with the data, by all metrics that apply. For images, these are precision, recall,
     * density, coverage and kernel distance in the features of a network that was trained on photographs;
     * docs/metrics.md explains the numbers. They are stable for 2,000 samples or more.
     *
     * @param count the number of samples to compare, at most as many as there are data
     * @throws IllegalArgumentException if the application cannot be evaluated, no metric applies, or {@code count} is
     *     too small
     * @throws IllegalStateException if this GAN is closed
     */
    public Evaluation evaluate(int count) {
        return evaluate(SampleRequest.of(count));
    }

    /**
     * Compares samples that are generated for a request with the data, by all metrics that apply.
     *
     * @throws IllegalArgumentException if the application cannot be evaluated, no metric applies, or there are too few
     *     samples; if this GAN keeps no moving average; or if the request sets a class or interpolations, which cannot
     *     be compared with the whole data
     * @throws IllegalStateException if this GAN is closed
     */
    public Evaluation evaluate(SampleRequest request) {
        return evaluate(EvaluationRequest.of(request));
    }

    /**
     * Compares samples with data, as a request says: with which data, by which metrics and features, and beside which
     * references. Data that were held out of training show whether the GAN generalizes. They need the fields that the
     * comparison reads, which is usually {@code image}; classes are matched by name.
     *
     * @throws IllegalArgumentException as {@link #evaluate(SampleRequest)} does; if the data cannot be opened or do not
     *     fit those of training; or if an extractor cannot be used
     * @throws IllegalStateException if this GAN is closed
     */
    public Evaluation evaluate(EvaluationRequest request) {
        lock.lock();
        try {
            return inference.evaluate(request, training.steps());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Compares the data of training with other samples of the same data, by all metrics that apply: the values that a
     * perfect generator would reach.
     *
     * @param count the number of samples on each side, at most half as many as there are data
     * @throws IllegalArgumentException if the application cannot be evaluated as a whole, no metric applies, or {@code
     *     count} is too small
     * @throws IllegalStateException if this GAN is closed
     */
    public Evaluation evaluateData(int count) {
        lock.lock();
        try {
            return inference.evaluateData(count);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Compares samples that are generated for a request with other data, by all metrics that apply, as {@link
     * #evaluate(EvaluationRequest)} does.
     *
     * @throws IllegalArgumentException as {@link #evaluate(EvaluationRequest)} does
     * @throws IllegalStateException if this GAN is closed
     */
    public Evaluation evaluate(SampleRequest request, DataSource heldOut) {
        return evaluate(EvaluationRequest.of(request).data(heldOut));
    }

    /** Returns the variables that are in memory. */
    Collection<Variable> variables() {
        return session.variables();
    }

    /** Checks that the checkpoint of this GAN has all that training would continue with. */
    void require(RestoreCheck check) {
        check.require(plan);
    }

    /**
     * Frees the memory of the networks and closes the data. Afterwards this GAN can neither be trained nor generate
     * samples; closing it again has no effect.
     */
    @Override
    public void close() {
        lock.lock();
        try {
            try {
                inference.close();
            } finally {
                session.close();
                restored.ifPresent(StoredCheckpoint::close);
                data.close();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        String parts = networks().stream()
                .map(network ->
                        String.format(Locale.ROOT, "%s (%,d parameters)", network.name(), network.parameterCount()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "Gan after %d steps: %s, %s%s, engine %s",
                training.steps(),
                spec.application().name(),
                parts,
                spec.values()
                        .find(GanComponents.LOSS)
                        .map(loss -> ", loss " + loss.name())
                        .orElse(""),
                engine.name());
    }
}
