package org.gan4j.dsl.spec;

import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Coordination;
import org.gan4j.api.game.Phase;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.loss.Constraint;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.network.Network;
import org.gan4j.data.transforms.TransformedBatches;

/**
 * The checks of a specification, for the builder in {@link org.gan4j.dsl}. Each check reports all of its problems at
 * once.
 */
public final class Checks {
    private Checks() {}

    /**
     * Checks the settings alone, before the data are opened.
     *
     * @throws InvalidGanException if there are no data, a setting is out of range, or two settings exclude each other
     */
    public static void settings(GanSpec spec) {
        List<String> inOrder = GanSpec.OPTIONS.stream()
                .flatMap(option -> problem(spec, option).stream())
                .toList();
        require(List.of(data(spec), all(inOrder), clipping(spec), parts(spec), packs(spec), all(evaluation(spec))));
    }

    /**
     * Checks that there are images to which the transforms apply.
     *
     * @throws InvalidGanException if there are transforms, and none of the data's fields is transformed
     */
    public static void transforms(GanSpec spec, Dataset data) {
        if (!spec.transforms().isEmpty() && data.transformed().isEmpty()) {
            throw new InvalidGanException(List.of("transforms do not apply to the data "
                    + spec.data().name() + ", whose images must keep fitting each other: remove transforms"));
        }
    }

    private static List<String> evaluation(GanSpec spec) {
        List<String> problems = new ArrayList<>();
        boolean evaluates = spec.evaluateEvery() > 0;
        if (evaluates
                && spec.evaluatedWeights().contains(Weights.EMA)
                && spec.components().movingAverage().isEmpty()) {
            problems.add("evaluate-weights is " + spec.values().get(GanSpec.EVALUATE_WEIGHTS)
                    + ", but this GAN keeps no moving average because its ema is 0: set ema, such as 0.999, or"
                    + " evaluate-weights to latest");
        }
        if (spec.earlyStopping().isPresent() && !evaluates) {
            problems.add("early-stopping needs evaluations, and evaluate-every is 0: set it, such as 500");
        }
        if (spec.values().get(GanSpec.KEEP_BEST).isPresent() && !evaluates) {
            problems.add("keep-best needs evaluations, and evaluate-every is 0: set it, such as 500");
        }
        if (spec.values().get(GanSpec.KEEP_BEST).isPresent()
                && spec.runDirectory().isEmpty()) {
            problems.add("keep-best needs a run directory, in which evaluations and the best checkpoint are kept: set"
                    + " the run directory, or remove keep-best");
        }
        if (spec.earlyStopping().isPresent() && spec.runDirectory().isEmpty()) {
            problems.add("early-stopping needs a run directory, in which evaluations and the best checkpoint are kept:"
                    + " set the run directory, or remove early-stopping");
        }
        return problems;
    }

    private static <T> Optional<String> problem(GanSpec spec, GanOption<T> option) {
        return spec.values().find(option).flatMap(option::problem);
    }

    /**
     * Checks what matters for training alone.
     *
     * @throws InvalidGanException if the application lacks something that its training needs, or the run cannot go back
     */
    public static void training(GanSpec spec) {
        List<String> problems = new ArrayList<>(spec.application().trainingProblems());
        if (spec.rollsBack() && spec.runDirectory().isEmpty()) {
            problems.add(
                    "on-diagnosis: roll-back goes back to checkpoints, which a GAN without a run directory does not"
                            + " write: give it a run directory, or use warn or stop");
        }
        if (!problems.isEmpty()) {
            throw new InvalidGanException(problems);
        }
    }

    /**
     * Completes the components for the data, and checks that there are enough data, and that transforms, application
     * and components fit them.
     *
     * @param samples the number of samples that the data have
     * @return the specification, completed and resolved
     * @throws InvalidGanException if there are fewer samples than a batch needs, something does not fit the data, or a
     *     component is missing or has no effect
     */
    public static GanSpec completed(GanSpec spec, DataSchema data, int samples) {
        return completed(
                spec,
                data,
                List.of(
                        enough(spec.batchSize(), samples),
                        data.has(Field.IMAGE)
                                ? all(TransformedBatches.problems(data.image(), spec.transforms()))
                                : valid()),
                spec.components());
    }

    /**
     * Completes the components of a specification that was built before, and checks that they fit the data.
     *
     * @return the specification, completed and resolved
     * @throws InvalidGanException if something does not fit the data, or a component is missing
     */
    public static GanSpec completed(GanSpec spec, DataSchema data) {
        // what it does not use had no effect when it was built, either
        return completed(spec, data, List.of(), GanComponents.open());
    }

    private static GanSpec completed(
            GanSpec spec, DataSchema data, List<Validation<Seq<String>, Void>> others, GanComponents chosen) {
        Application application = spec.application();
        List<Validation<Seq<String>, Void>> all = new ArrayList<>(others);
        List<String> ofData = application.problems(data);
        all.add(all(ofData));
        GanSpec completed = spec;
        if (ofData.isEmpty()) {
            completed = spec.with(application.complete(spec.components(), data));
            List<String> ofUse = new ArrayList<>(chosen.unused(application.name(), application.uses()));
            ofUse.addAll(completed.components().missing(application.name(), application.uses()));
            all.add(all(ofUse));
            all.add(ofUse.isEmpty() ? all(application.problems(completed.components(), data)) : valid());
            all.add(coordination(completed.components()));
        }
        require(all);
        return completed.with(application.resolved(completed.components(), data));
    }

    private static Validation<Seq<String>, Void> data(GanSpec spec) {
        return spec.values().find(GanSpec.DATA).isPresent()
                ? valid()
                : problem("there are no data: set the option data, such as FashionMnist.embedded()");
    }

    private static Validation<Seq<String>, Void> all(Collection<String> problems) {
        return problems.isEmpty() ? valid() : Validation.invalid(io.vavr.collection.List.ofAll(problems));
    }

    /**
     * Checks that the batches of all phases are large enough for the networks, and that there are enough data for them.
     *
     * @param samples the number of samples that the data have; empty if they are not open
     * @throws InvalidGanException if a network mixes the samples of a batch and a batch size is 1, or if a phase has a
     *     batch size of its own that exceeds the data or does not fit the critic's packs
     */
    public static void batches(GanSpec spec, Plan plan, OptionalInt samples) {
        List<Validation<Seq<String>, Void>> all = new ArrayList<>();
        int parts = spec.components().accumulation();
        all.add(
                spec.batchSize() > parts || plan.networks().stream().noneMatch(Network::mixesSamples)
                        ? valid()
                        : problem(
                                "layers that mix the samples of a batch, such as batch normalization, need several, but"
                                        + (parts == 1
                                                ? " the batch size is 1: use 2 or more, or other layers"
                                                : " each of the " + parts + " parts of a batch has 1: use a larger"
                                                        + " batch, a smaller accumulation, or other layers")));
        for (Phase phase : plan.phaseSchedule().phases()) {
            phase.batchSize()
                    .ifPresent(size -> all.add(all(PhaseBatchCheck.problems(phase, size, spec.components(), samples))));
        }
        require(all);
    }

    private static Validation<Seq<String>, Void> enough(int batchSize, int samples) {
        return batchSize <= samples
                ? valid()
                : problem("the batch size is " + batchSize + ", but the data have only " + samples
                        + " samples: use a smaller batch or more data");
    }

    private static Validation<Seq<String>, Void> parts(GanSpec spec) {
        int parts = spec.components().accumulation();
        return parts < 1 || spec.batchSize() % parts == 0
                ? valid()
                : problem("the accumulation cuts batches into " + parts + " equal parts, but the batch size is "
                        + spec.batchSize() + ": choose a batch size divisible by " + parts);
    }

    private static Validation<Seq<String>, Void> packs(GanSpec spec) {
        int parts = Math.max(1, spec.components().accumulation());
        return spec.values()
                .find(GanComponents.CRITIC)
                .map(critic -> spec.components().critic())
                // a critic of less than 1 sample per pack reports that itself, once there are data
                .filter(critic -> critic.samplesPerScore() > 0
                        && spec.batchSize() % parts == 0
                        && spec.batchSize() / parts % critic.samplesPerScore() != 0)
                .map(critic -> problem("the critic " + critic.name() + " scores packs of " + critic.samplesPerScore()
                        + " samples, but the batch size is " + spec.batchSize()
                        + (parts == 1 ? "" : " in " + parts + " parts") + ": choose a batch size divisible by "
                        + critic.samplesPerScore() * parts))
                .orElseGet(Checks::valid);
    }

    private static Validation<Seq<String>, Void> coordination(GanComponents components) {
        Coordination coordination = components.coordination();
        return components.criticUpdates() == 1 || coordination.allowsSeveralUpdates()
                ? valid()
                : problem("with the coordination " + coordination.name() + " the critic makes one update per step, but"
                        + " critic-updates is " + components.criticUpdates()
                        + ": set critic-updates to 1, or use the coordination alternating");
    }

    private static Validation<Seq<String>, Void> clipping(GanSpec spec) {
        Optional<Constraint> constraint = spec.components().constraint();
        boolean penalty = spec.components().regularizers().stream().anyMatch(Regularizer::usesInputGradient);
        return constraint.isPresent() && penalty
                ? problem("the constraint " + constraint.get().name()
                        + " and a gradient penalty both bound the critic, and work against each other: use one of them")
                : valid();
    }

    private static Validation<Seq<String>, Void> problem(String sentence) {
        return Validation.invalid(io.vavr.collection.List.of(sentence));
    }

    private static Validation<Seq<String>, Void> valid() {
        return Validation.valid(null);
    }

    private static void require(List<Validation<Seq<String>, Void>> checks) {
        Validation<Seq<String>, Seq<Void>> together = Validation.sequence(checks);
        if (together.isInvalid()) {
            throw new InvalidGanException(new ArrayList<>(together.getError().asJava()));
        }
    }
}
