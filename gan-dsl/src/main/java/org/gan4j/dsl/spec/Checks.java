package org.gan4j.dsl.spec;

import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
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
     * @throws InvalidGanException if a setting is out of range, or two settings exclude each other
     */
    public static void settings(GanSpec spec) {
        require(List.of(
                atLeastOne("the batch size", spec.batchSize(), "64 is usual"),
                atLeastOne("the number of critic updates", spec.criticUpdates(), "1 and 5 are usual"),
                atLeastOne("the number of steps between sample grids", spec.sampleEvery(), "100 is usual"),
                atLeastOne("the number of steps between checkpoints", spec.checkpointEvery(), "200 is usual"),
                ema(spec.ema()),
                clipping(spec)));
    }

    /**
     * Checks that there are enough data, and that transforms, application and components fit them.
     *
     * @param samples the number of samples that the data have
     * @throws InvalidGanException if there are fewer samples than a batch needs, or something does not fit the data
     */
    public static void dataAndFit(GanSpec spec, DataSchema data, int samples) {
        require(List.of(
                enough(spec.batchSize(), samples),
                data.has(Field.IMAGE) ? all(TransformedBatches.problems(data.image(), spec.transforms())) : valid(),
                all(spec.application().problems(spec.components(), data))));
    }

    /**
     * Checks that the application and its components fit the data.
     *
     * @throws InvalidGanException if they do not
     */
    public static void fit(GanSpec spec, DataSchema data) {
        require(List.of(all(spec.application().problems(spec.components(), data))));
    }

    private static Validation<Seq<String>, Void> all(Collection<String> problems) {
        return problems.isEmpty() ? valid() : Validation.invalid(io.vavr.collection.List.ofAll(problems));
    }

    /**
     * Checks that batches are large enough for the networks.
     *
     * @throws InvalidGanException if a network uses batch normalization and the batch size is 1
     */
    public static void batches(GanSpec spec, List<Network> networks) {
        require(List.of(
                spec.batchSize() > 1 || networks.stream().noneMatch(Network::mixesSamples)
                        ? valid()
                        : problem(
                                "batch normalization needs other samples in a batch, and the batch size is 1: use 2 or"
                                        + " more, or another normalization")));
    }

    private static Validation<Seq<String>, Void> atLeastOne(String what, int value, String hint) {
        return value >= 1 ? valid() : problem(what + " must be at least 1, not " + value + ": " + hint);
    }

    private static Validation<Seq<String>, Void> ema(double decay) {
        return decay >= 0 && decay < 1
                ? valid()
                : problem("ema must be at least 0 and below 1, not " + decay + ": 0.999 is usual, 0 keeps no average");
    }

    private static Validation<Seq<String>, Void> enough(int batchSize, int samples) {
        return batchSize <= samples
                ? valid()
                : problem("the batch size is " + batchSize + ", but the data have only " + samples
                        + " samples: use a smaller batch or more data");
    }

    private static Validation<Seq<String>, Void> clipping(GanSpec spec) {
        boolean penalty = spec.regularizers().stream().anyMatch(Regularizer::usesInputGradient);
        return spec.constraint().isPresent() && penalty
                ? problem("the constraint " + spec.constraint().get().name()
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
