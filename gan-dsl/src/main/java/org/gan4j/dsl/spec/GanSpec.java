package org.gan4j.dsl.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.application.LossPreset;
import org.gan4j.api.application.OptionValues;
import org.gan4j.api.application.Unconditional;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Transform;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.api.training.BestCheckpoint;
import org.gan4j.api.training.EarlyStopping;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.Gan;
import org.immutables.value.Value;

/**
 * The immutable specification of a GAN: everything that it is built from, as values of {@linkplain #OPTIONS options}.
 * {@link Gan#builder()} creates one step by step, and {@link Gan#of} builds the GAN. {@link #with} changes an option:
 *
 * <pre>{@code
 * spec.with(GanSpec.BATCH_SIZE, 32).with(GanComponents.EMA, 0.0)
 * }</pre>
 */
@Value.Immutable
@Value.Style(
        jdkOnly = true,
        allParameters = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        underrideToString = "changedSettings")
public interface GanSpec {
    GanOption<Application> APPLICATION = GanOption.component(
                    "application", Application.class, "the task: what is generated from what")
            .standard(new Unconditional());

    GanOption<DataSource> DATA = GanOption.component(
            "data", DataSource.class, "the source of the data, which the generator learns to imitate");

    GanOption<List<Transform>> TRANSFORMS = GanOption.components(
            "transforms", Transform.class, "the transforms applied to the images of each batch, in this order");

    GanOption<Long> SEED =
            GanOption.longWhole("seed", 1, "the seed of every random number; equal seeds give identical runs");

    GanOption<Integer> BATCH_SIZE = GanOption.whole("batch-size", 64, "the number of samples in a batch")
            .check(GanOption.atLeast("the batch size", 1, "64 is usual"));

    GanOption<Optional<Integer>> STEPS = GanOption.optionalWhole("steps", "the number of steps that training takes")
            .check(steps -> steps.flatMap(GanOption.atLeast("the number of steps", 1, "1000 is a start")));

    GanOption<Map<String, Integer>> PHASES = GanOption.counts(
            "phases", "the number of steps of each phase but the last, which takes the steps that remain");

    GanOption<Optional<String>> FROM = GanOption.optionalText(
            "from", "the run's folder, or the pretrained GAN, whose generator this one begins with");

    GanOption<Optional<String>> ENGINE = GanOption.optionalText(
            "engine", "the engine that computes; by default the preferred one on the class path");

    GanOption<Integer> SAMPLE_EVERY = GanOption.whole(
                    "sample-every", 100, "the number of steps between grids of samples in the run directory")
            .check(GanOption.atLeast("the number of steps between sample grids", 1, "100 is usual"));

    GanOption<Integer> CHECKPOINT_EVERY = GanOption.whole(
                    "checkpoint-every", 200, "the number of steps between checkpoints in the run directory")
            .check(GanOption.atLeast("the number of steps between checkpoints", 1, "200 is usual"));

    GanOption<Integer> EVALUATE_EVERY = GanOption.whole(
                    "evaluate-every", 0, "the number of steps between evaluations in the run directory; 0 is never")
            .check(GanOption.atLeast("the number of steps between evaluations", 0, "0 is never, 500 is usual"));

    GanOption<Integer> EVALUATE_COUNT = GanOption.whole(
                    "evaluate-count", 2000, "the number of samples that an evaluation during training compares")
            .check(GanOption.atLeast("the number of samples to evaluate", 1, "2000 is usual"));

    GanOption<List<Metric>> EVALUATE_METRICS = GanOption.components(
            "evaluate-metrics", Metric.class, "the metrics of evaluations; none stands for all that apply");

    GanOption<List<Extractor>> EVALUATE_EXTRACTORS = GanOption.components(
            "evaluate-extractors", Extractor.class, "what computes the features for metrics; none is mobilenet-v2");

    GanOption<String> EVALUATE_WEIGHTS = GanOption.text(
                    "evaluate-weights", "latest", "the weights that are evaluated during training: latest, ema or both")
            .check(weights -> EvaluatedWeights.of(weights).isEmpty()
                    ? Optional.of("evaluate-weights must be latest, ema or both, not " + weights)
                    : Optional.empty());

    GanOption<Optional<EarlyStopping>> EARLY_STOPPING = GanOption.optionalSettings(
            "early-stopping", EarlyStopping.class, "the rule that ends training when evaluations do not improve");

    GanOption<Optional<BestCheckpoint>> KEEP_BEST = GanOption.optionalSettings(
            "keep-best", BestCheckpoint.class, "the number by which the best evaluated checkpoint is kept");

    GanOption<Integer> DIAGNOSE_EVERY = GanOption.whole(
                    "diagnose-every",
                    200,
                    "the number of steps between looks at samples for failures; 0 diagnoses nothing")
            .check(GanOption.atLeast("the number of steps between looks at samples", 0, "0 is never, 200 is usual"));

    GanOption<String> ON_DIAGNOSIS = GanOption.text(
                    "on-diagnosis",
                    "warn",
                    "what follows the diagnosis of a failure: warn, stop, or roll-back to an earlier checkpoint")
            .check(GanOption.oneOf("on-diagnosis", "warn", "stop", "roll-back"));

    GanOption<String> ON_LISTENER_FAILURE = GanOption.text(
                    "on-listener-failure",
                    "stop",
                    "what follows the failure of a program's listener: stop, or detach, which trains on without it")
            .check(GanOption.oneOf("on-listener-failure", "stop", "detach"));

    /** All options, in the order of experiment.yaml. */
    List<GanOption<?>> OPTIONS = Stream.of(
                    List.of(APPLICATION),
                    GanComponents.OPTIONS,
                    List.of(
                            DATA,
                            TRANSFORMS,
                            SEED,
                            BATCH_SIZE,
                            STEPS,
                            PHASES,
                            FROM,
                            ENGINE,
                            SAMPLE_EVERY,
                            CHECKPOINT_EVERY,
                            EVALUATE_EVERY,
                            EVALUATE_COUNT,
                            EVALUATE_METRICS,
                            EVALUATE_EXTRACTORS,
                            EVALUATE_WEIGHTS,
                            KEEP_BEST,
                            EARLY_STOPPING,
                            DIAGNOSE_EVERY,
                            ON_DIAGNOSIS,
                            ON_LISTENER_FAILURE))
            .<GanOption<?>>flatMap(List::stream)
            .toList();

    /** Returns the values of the options. */
    OptionValues values();

    /** Returns the directory into which training writes. Defaults to none: nothing is written. */
    Optional<Path> runDirectory();

    /** Returns the listeners that are notified of the progress of training. Defaults to none; not part of equality. */
    @Value.Auxiliary
    List<TrainingListener> listeners();

    /**
     * Returns the keys of the settings that a resumed run takes over although they have changed since its last training;
     * {@code data} stands for the content of the data, too. Not part of equality.
     */
    @Value.Auxiliary
    Set<String> overrides();

    /**
     * Returns the number of steps that the phases were designed for, if they are to be scaled to {@link #steps}. A GAN
     * that is built has scaled them, and states their lengths in {@link #PHASES}.
     */
    OptionalInt designedSteps();

    /** Returns a specification with these values, without a run directory and listeners. */
    static GanSpec of(OptionValues values) {
        return ImmutableGanSpec.of(values, Optional.empty(), List.of(), Set.of(), OptionalInt.empty());
    }

    private GanSpec values(OptionValues changed) {
        return ImmutableGanSpec.of(changed, runDirectory(), listeners(), overrides(), designedSteps());
    }

    /** Returns a copy in which an option has this value. */
    default <T> GanSpec with(GanOption<T> option, T value) {
        return values(values().with(option, value));
    }

    /** Returns a copy with these components; those that they leave open keep their values. */
    default GanSpec with(GanComponents components) {
        return values(values().and(components.values()));
    }

    /** Returns a copy with the loss of a preset and the settings that its paper uses. */
    default GanSpec with(LossPreset preset) {
        return with(preset.components());
    }

    /** Returns a copy that writes into a run directory. */
    default GanSpec into(Path directory) {
        return ImmutableGanSpec.of(values(), Optional.of(directory), listeners(), overrides(), designedSteps());
    }

    /**
     * Returns a copy that, when its run is resumed, takes over the settings with these keys although they have changed.
     *
     * @throws IllegalArgumentException if there is no such key; the message suggests a similar one
     */
    default GanSpec overriding(Set<String> keys) {
        List<String> all = OPTIONS.stream().map(GanOption::key).toList();
        for (String key : keys) {
            if (!all.contains(key)) {
                throw new IllegalArgumentException(
                        "there is no setting " + key + " to override" + Suggestions.ending(key, all));
            }
        }
        return ImmutableGanSpec.of(values(), runDirectory(), listeners(), Set.copyOf(keys), designedSteps());
    }

    /** Returns a copy with further listeners. */
    default GanSpec listening(TrainingListener... more) {
        List<TrainingListener> all = new ArrayList<>(listeners());
        all.addAll(List.of(more));
        return ImmutableGanSpec.of(values(), runDirectory(), all, overrides(), designedSteps());
    }

    /** Returns a copy with these listeners in place of its own. */
    default GanSpec notifying(List<TrainingListener> listeners) {
        return ImmutableGanSpec.of(values(), runDirectory(), listeners, overrides(), designedSteps());
    }

    /**
     * Returns a copy that trains for another number of steps. If this one has a number of steps, the phases but the last
     * are scaled in proportion, each to at least one step.
     */
    default GanSpec scaledTo(int steps) {
        GanSpec changed = with(STEPS, Optional.of(steps));
        OptionalInt designed = designedSteps().isPresent()
                ? designedSteps()
                : steps().map(OptionalInt::of).orElse(OptionalInt.empty());
        return ImmutableGanSpec.of(changed.values(), runDirectory(), listeners(), overrides(), designed);
    }

    /** Returns a copy whose phases have these lengths, by name, and are not scaled any more. */
    default GanSpec phases(Map<String, Integer> lengths) {
        return ImmutableGanSpec.of(
                values().with(PHASES, lengths), runDirectory(), listeners(), overrides(), OptionalInt.empty());
    }

    /** Returns the settings that differ from their defaults, one per line. A specification prints as this text. */
    default String changedSettings() {
        return ChangedSettings.of(this);
    }

    /** Returns the components, of which some may be open. */
    default GanComponents components() {
        return new GanComponents(values());
    }

    /** Returns the application. Defaults to unconditional generation: samples like the data, from latents alone. */
    default Application application() {
        return values().get(APPLICATION);
    }

    /**
     * Returns the source of the data.
     *
     * @throws IllegalStateException if it is open
     */
    default DataSource data() {
        return values().get(DATA);
    }

    /** Returns the transforms that are applied to the images of each batch, in this order. */
    default List<Transform> transforms() {
        return values().get(TRANSFORMS);
    }

    /** Returns the seed of every random number. */
    default long seed() {
        return values().get(SEED);
    }

    /** Returns the number of samples in a batch. */
    default int batchSize() {
        return values().get(BATCH_SIZE);
    }

    /** Returns the number of steps that training takes, if it is set. */
    default Optional<Integer> steps() {
        return values().get(STEPS);
    }

    /** Returns the folder of the run whose trained generator this one begins with; empty for random weights. */
    default Optional<Path> from() {
        return values().get(FROM).map(Path::of);
    }

    /** Returns the name of the engine; empty for the preferred one on the class path. */
    default Optional<String> engine() {
        return values().get(ENGINE);
    }

    /** Returns the number of steps between grids of samples; the last step writes one, too. */
    default int sampleEvery() {
        return values().get(SAMPLE_EVERY);
    }

    /** Returns the number of steps between checkpoints; the last step writes one, too. */
    default int checkpointEvery() {
        return values().get(CHECKPOINT_EVERY);
    }

    /** Returns the number of steps between evaluations during training; 0 for never. */
    default int evaluateEvery() {
        return values().get(EVALUATE_EVERY);
    }

    /** Returns the weights that are evaluated during training, in this order. */
    default List<Weights> evaluatedWeights() {
        return EvaluatedWeights.of(values().get(EVALUATE_WEIGHTS));
    }

    /** Returns the rule that ends training early, if there is one. */
    default Optional<EarlyStopping> earlyStopping() {
        return values().get(EARLY_STOPPING);
    }

    /** Returns the number by which the best evaluated checkpoint is kept: that of early stopping if there is no other. */
    default Optional<BestCheckpoint> keptBest() {
        return values().get(KEEP_BEST).or(() -> earlyStopping().map(EarlyStopping::checkpoint));
    }

    /** Returns the weights whose evaluations decide about early stopping: the moving average if it is evaluated. */
    default Weights decidingWeights() {
        return evaluatedWeights().contains(Weights.EMA) ? Weights.EMA : Weights.LATEST;
    }

    /** Returns the number of steps between looks at samples for failures; 0 if nothing is diagnosed. */
    default int diagnoseEvery() {
        return values().get(DIAGNOSE_EVERY);
    }

    /** Returns whether training ends when a failure is diagnosed. */
    default boolean stopsOnDiagnosis() {
        return values().get(ON_DIAGNOSIS).equals("stop");
    }

    /**
     * Returns whether training goes back to an earlier checkpoint when a failure is diagnosed, and continues from there with
     * lower learning rates.
     */
    default boolean rollsBack() {
        return values().get(ON_DIAGNOSIS).equals("roll-back");
    }

    /** Returns whether training goes on without a listener that fails. */
    default boolean detachesFailedListeners() {
        return values().get(ON_LISTENER_FAILURE).equals("detach");
    }
}
