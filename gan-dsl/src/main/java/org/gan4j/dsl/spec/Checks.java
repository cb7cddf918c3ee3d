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

/** What can be wrong with a specification. Each check gives its problems as sentences; all of them are reported at once. */
public final class Checks {
    private Checks() {}

    /** @throws InvalidGanException with everything that is wrong, if something is */
    public static void settings(GanSpec spec) {
        require(List.of(
                atLeastOne("the batch size", spec.batchSize(), "64 is usual"),
                atLeastOne("the number of critic moves", spec.criticUpdates(), "1 and 5 are usual"),
                atLeastOne(
                        "the number of steps between grids of samples", spec.sampleEvery(), "give a number of steps"),
                atLeastOne("the number of steps between checkpoints", spec.checkpointEvery(), "give a number of steps"),
                ema(spec.ema()),
                clipping(spec)));
    }

    /** Whether there are enough data, and the application can be had with them. */
    public static void dataAndFit(GanSpec spec, DataSchema data, int samples) {
        require(List.of(
                enough(spec.batchSize(), samples),
                data.has(Field.IMAGE) ? all(TransformedBatches.problems(data.image(), spec.transforms())) : fine(),
                all(spec.application().problems(spec.components(), data))));
    }

    /** Whether the application can be had with the data. */
    public static void fit(GanSpec spec, DataSchema data) {
        require(List.of(all(spec.application().problems(spec.components(), data))));
    }

    private static Validation<Seq<String>, Void> all(Collection<String> problems) {
        return problems.isEmpty() ? fine() : Validation.invalid(io.vavr.collection.List.ofAll(problems));
    }

    /** Whether batches are large enough for the networks. */
    public static void batches(GanSpec spec, List<Network> networks) {
        require(List.of(
                spec.batchSize() > 1 || networks.stream().noneMatch(Network::mixesSamples)
                        ? fine()
                        : problem(
                                "batch normalization needs other samples in a batch, and the batch size is 1: use 2 or"
                                        + " more, or another normalization")));
    }

    private static Validation<Seq<String>, Void> atLeastOne(String what, int value, String hint) {
        return value >= 1 ? fine() : problem(what + " must be at least 1, not " + value + ": " + hint);
    }

    private static Validation<Seq<String>, Void> ema(double decay) {
        return decay >= 0 && decay < 1
                ? fine()
                : problem("ema must be at least 0 and below 1, not " + decay + ": 0.999 is usual, 0 keeps no average");
    }

    private static Validation<Seq<String>, Void> enough(int batchSize, int samples) {
        return batchSize <= samples
                ? fine()
                : problem("the batch size is " + batchSize + ", but the data have only " + samples
                        + " samples: use a smaller batch or more data");
    }

    private static Validation<Seq<String>, Void> clipping(GanSpec spec) {
        boolean penalty = spec.regularizers().stream().anyMatch(Regularizer::usesInputGradient);
        return spec.constraint().isPresent() && penalty
                ? problem("the constraint " + spec.constraint().get().name()
                        + " and a gradient penalty both bound the critic, and work against each other: use one of them")
                : fine();
    }

    private static Validation<Seq<String>, Void> problem(String sentence) {
        return Validation.invalid(io.vavr.collection.List.of(sentence));
    }

    private static Validation<Seq<String>, Void> fine() {
        return Validation.valid(null);
    }

    private static void require(List<Validation<Seq<String>, Void>> checks) {
        Validation<Seq<String>, Seq<Void>> together = Validation.sequence(checks);
        if (together.isInvalid()) {
            throw new InvalidGanException(new ArrayList<>(together.getError().asJava()));
        }
    }
}
