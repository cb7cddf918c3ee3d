package org.gan4j.dsl;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.application.LossPreset;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Transform;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.game.Coordination;
import org.gan4j.api.latents.LatentDistribution;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.loss.Augmentation;
import org.gan4j.api.loss.Constraint;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.CriticWrapper;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.optim.LearningRateSchedule;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.api.training.BestCheckpoint;
import org.gan4j.api.training.EarlyStopping;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.dsl.spec.InvalidGanException;

/**
 * The last step of {@link Gan#builder()}: options in any order, then {@link #build()}. Steps are immutable: each option
 * returns a changed copy. An option that is set twice has its last value.
 */
public final class OptionsStep {
    private final GanSpec spec;

    OptionsStep(GanSpec spec) {
        this.spec = spec;
    }

    /** Sets the architecture of the generator. Defaults to the application's choice. */
    public OptionsStep generator(GeneratorArchitecture architecture) {
        return set(GanComponents.GENERATOR, architecture);
    }

    /** Sets the architecture of the critic (discriminator). Defaults to the application's choice. */
    public OptionsStep critic(CriticArchitecture architecture) {
        return set(GanComponents.CRITIC, architecture);
    }

    /**
     * Sets the wrappers of the critic, the innermost first, such as {@code SpectralNorm.standard()}. They replace the
     * loss preset's, which are the default; call this method without arguments to remove those.
     */
    public OptionsStep criticWrappers(CriticWrapper... wrappers) {
        return set(GanComponents.CRITIC_WRAPPERS, List.of(wrappers));
    }

    /** Sets the distribution of the generator's latents, such as {@code new UniformLatents(-1, 1)}. Defaults to normal. */
    public OptionsStep latents(LatentDistribution distribution) {
        return set(GanComponents.LATENTS, distribution);
    }

    /** Sets a loss with its paper's settings. Defaults to the application's choice. */
    public OptionsStep loss(LossPreset preset) {
        return new OptionsStep(spec.with(preset));
    }

    /** Sets a loss alone; its optimizers and other settings stay. Defaults to the application's choice. */
    public OptionsStep loss(AdversarialLoss loss) {
        return set(GanComponents.LOSS, loss);
    }

    /**
     * Sets the number of steps that {@link Gan#train()} takes. If a recipe had set it before, the phases of the training
     * are scaled in proportion, each to at least one step. Defaults to none.
     */
    public OptionsStep steps(int count) {
        return new OptionsStep(spec.scaledTo(count));
    }

    /**
     * Sets the number of steps of phases by name, of any but the last, which takes the steps that remain. Defaults to
     * the application's.
     */
    public OptionsStep phases(Map<String, Integer> lengths) {
        return new OptionsStep(spec.phases(lengths));
    }

    /** Sets the application. Defaults to unconditional generation: samples like the data, from latents alone. */
    public OptionsStep application(Application application) {
        return set(GanSpec.APPLICATION, application);
    }

    /**
     * Sets other data in place of those of a recipe, as {@code --data} does. Data that wrap others wrap these: a recipe of
     * crops takes its crops from a folder of images.
     */
    public OptionsStep data(DataSource data) {
        return set(GanSpec.DATA, spec.data().over(data));
    }

    /** Sets the seed of every random number; equal seeds give identical runs. Defaults to 1. */
    public OptionsStep seed(long seed) {
        return set(GanSpec.SEED, seed);
    }

    /** Sets the number of samples in a batch. Defaults to 64. */
    public OptionsStep batchSize(int samples) {
        return set(GanSpec.BATCH_SIZE, samples);
    }

    /** Sets the optimizer of both generator and critic. Defaults to the loss preset's optimizers. */
    public OptionsStep optimizer(Optimizer optimizer) {
        return generatorOptimizer(optimizer).criticOptimizer(optimizer);
    }

    /** Sets the optimizer of the generator. Defaults to the loss preset's. */
    public OptionsStep generatorOptimizer(Optimizer optimizer) {
        return set(GanComponents.GENERATOR_OPTIMIZER, optimizer);
    }

    /** Sets the optimizer of the critic. Defaults to the loss preset's. */
    public OptionsStep criticOptimizer(Optimizer optimizer) {
        return set(GanComponents.CRITIC_OPTIMIZER, optimizer);
    }

    /**
     * Sets the schedule of both learning rates, such as {@code new LinearDecay(50_000, 100_000, 0)}. Defaults to none:
     * the learning rates stay constant.
     */
    public OptionsStep schedule(LearningRateSchedule schedule) {
        return set(GanComponents.SCHEDULE, Optional.of(schedule));
    }

    /** Sets the decay of the moving average of the generator's weights (EMA); 0 keeps no average. Defaults to 0.999. */
    public OptionsStep ema(double decay) {
        return set(GanComponents.EMA, decay);
    }

    /**
     * Sets the transforms that are applied to the images of each batch, in this order, such as
     * {@code Flip.horizontally()}. Defaults to none.
     */
    public OptionsStep transforms(Transform... transforms) {
        return set(GanSpec.TRANSFORMS, List.of(transforms));
    }

    /** Sets the number of critic updates per generator update. Defaults to the loss preset's. */
    public OptionsStep criticUpdates(int updates) {
        return set(GanComponents.CRITIC_UPDATES, updates);
    }

    /**
     * Sets the way in which the players' updates follow each other, such as {@code new Extragradient()}. All but {@code
     * new Alternating()}, which is the default, need a single critic update per step.
     */
    public OptionsStep coordination(Coordination coordination) {
        return set(GanComponents.COORDINATION, coordination);
    }

    /**
     * Sets the number of critic updates that the generator looks ahead, as in unrolled GANs. Each costs about as much as
     * an update of the critic, and more memory. Defaults to 0: none.
     */
    public OptionsStep unrolled(int criticUpdates) {
        return set(GanComponents.UNROLLED, criticUpdates);
    }

    /**
     * Sets the number of equal parts in which the gradient of a batch is computed, so that a large batch needs the memory
     * of a part. It divides the batch size. Layers that mix the samples of a batch, such as batch normalization, see a
     * part. Defaults to 1: the whole batch at once.
     */
    public OptionsStep accumulation(int parts) {
        return set(GanComponents.ACCUMULATION, parts);
    }

    /**
     * Sets the regularizers: terms that are added to the critic's objective, such as a gradient penalty. They replace
     * the loss preset's, which are the default; call this method without arguments to remove those.
     */
    public OptionsStep regularizers(Regularizer... regularizers) {
        return set(GanComponents.REGULARIZERS, List.of(regularizers));
    }

    /**
     * Sets the augmentations: differentiable changes of all samples that the critic sees, in this order, such as {@code
     * DiffAugment.all()}. Defaults to none.
     */
    public OptionsStep augmentations(Augmentation... changes) {
        return set(GanComponents.AUGMENTATIONS, List.of(changes));
    }

    /**
     * Sets the projection that is applied to the critic's parameters after each update, such as weight clipping.
     * Defaults to the loss preset's; most presets have none.
     */
    public OptionsStep constraint(Constraint constraint) {
        return set(GanComponents.CONSTRAINT, Optional.of(constraint));
    }

    /**
     * Begins with the trained generator of another run, its moving average if it has one, in place of random weights. The
     * networks must have the same variables.
     *
     * @param run the folder of the run; if there is none, the name of a pretrained GAN
     */
    public OptionsStep from(Path run) {
        return set(GanSpec.FROM, Optional.of(run.toString()));
    }

    /**
     * Sets the engine by name, such as {@code "nd4j"} or {@code "reference"}. Defaults to the preferred engine on the
     * class path.
     */
    public OptionsStep engine(String name) {
        return set(GanSpec.ENGINE, Optional.of(name));
    }

    /**
     * Sets the directory into which training writes its configuration, metrics, samples and checkpoints. It must be new
     * or empty. Defaults to none: nothing is written.
     */
    public OptionsStep runDirectory(Path directory) {
        return new OptionsStep(spec.into(directory));
    }

    /**
     * Sets the number of steps between grids of samples in the run directory; the last step writes one, too. Defaults
     * to 100.
     */
    public OptionsStep sampleEvery(int steps) {
        return set(GanSpec.SAMPLE_EVERY, steps);
    }

    /**
     * Sets the number of steps between checkpoints in the run directory; the last step writes one, too. Defaults to
     * 200.
     */
    public OptionsStep checkpointEvery(int steps) {
        return set(GanSpec.CHECKPOINT_EVERY, steps);
    }

    /**
     * Sets the number of steps between evaluations, which training appends to evaluations.jsonl in the run directory;
     * the last planned step is evaluated, too. Training waits, but is otherwise unaffected. Defaults to 0: never.
     */
    public OptionsStep evaluateEvery(int steps) {
        return set(GanSpec.EVALUATE_EVERY, steps);
    }

    /** Sets the number of samples that an evaluation during training compares with the data. Defaults to 2000. */
    public OptionsStep evaluateCount(int samples) {
        return set(GanSpec.EVALUATE_COUNT, samples);
    }

    /**
     * Sets the metrics of evaluations, during training and by {@link Gan#evaluate(int)}. Defaults to all that apply.
     */
    public OptionsStep evaluateMetrics(Metric... metrics) {
        return set(GanSpec.EVALUATE_METRICS, List.of(metrics));
    }

    /**
     * Sets what computes the features for metrics, such as {@code MobileNetFeatures.standard()}, which is the default.
     * The numbers of the first keep their names, those of others begin with the extractor's.
     */
    public OptionsStep evaluateExtractors(Extractor... extractors) {
        return set(GanSpec.EVALUATE_EXTRACTORS, List.of(extractors));
    }

    /** Sets the weights that are evaluated during training: "latest", "ema" or "both". Defaults to "latest". */
    public OptionsStep evaluateWeights(String weights) {
        return set(GanSpec.EVALUATE_WEIGHTS, weights);
    }

    /**
     * Sets the number by which the checkpoint of the best evaluation is kept. It needs {@link #evaluateEvery} and a run
     * directory. Defaults to that of {@link #earlyStopping}.
     */
    public OptionsStep keepBest(BestCheckpoint rule) {
        return set(GanSpec.KEEP_BEST, Optional.of(rule));
    }

    /**
     * Sets a rule that ends training when evaluations bring no improvement, and keeps the checkpoint of the best one. It
     * needs {@link #evaluateEvery} and a run directory. If both weights are evaluated, those of the moving average
     * decide. Defaults to none.
     */
    public OptionsStep earlyStopping(EarlyStopping rule) {
        return set(GanSpec.EARLY_STOPPING, Optional.of(rule));
    }

    /**
     * Sets the number of steps between looks at samples for failures such as mode collapse; the metrics are looked at
     * every few steps. Failures go to the listeners and to events.jsonl in the run directory. 0 diagnoses nothing but the
     * cause of NaN. Training waits, but is otherwise unaffected. Defaults to 200.
     */
    public OptionsStep diagnoseEvery(int steps) {
        return set(GanSpec.DIAGNOSE_EVERY, steps);
    }

    /**
     * Sets what follows the diagnosis of a failure: "warn" continues, "stop" ends training after the next step. Defaults
     * to "warn".
     */
    public OptionsStep onDiagnosis(String action) {
        return set(GanSpec.ON_DIAGNOSIS, action);
    }

    /**
     * Sets what follows the failure of one of the program's listeners: "stop" ends training with a {@link
     * org.gan4j.api.training.FailedPartException}, "detach" warns and trains on without the listener. Defaults to "stop".
     */
    public OptionsStep onListenerFailure(String action) {
        return set(GanSpec.ON_LISTENER_FAILURE, action);
    }

    /** Adds a listener that is notified of the progress of training. Defaults to no listeners. */
    public OptionsStep listener(TrainingListener listener) {
        return new OptionsStep(spec.listening(listener));
    }

    /**
     * Sets any option, such as {@link GanSpec#BATCH_SIZE} or one of {@link GanComponents#OPTIONS}. The methods of this
     * class are shorter ways to do the same.
     */
    public <T> OptionsStep set(GanOption<T> option, T value) {
        return new OptionsStep(spec.with(option, value));
    }

    /** Returns the specification so far. */
    public GanSpec spec() {
        return spec;
    }

    /**
     * Opens the data, checks the specification and builds the networks.
     *
     * @throws InvalidGanException if settings, components and data do not fit together; its message is a numbered list
     *     of all problems
     * @throws IllegalArgumentException if there is no engine of the given name
     */
    public Gan build() {
        return Assembly.build(spec);
    }

    @Override
    public String toString() {
        return "Gan.builder(): " + spec.values() + "; next: options, or build()";
    }
}
