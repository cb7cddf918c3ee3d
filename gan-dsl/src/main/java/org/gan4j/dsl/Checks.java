package org.gan4j.dsl;

import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.Network;
import org.gan4j.api.Regularizer;
import org.gan4j.api.Site;

/** What can be wrong with a specification. Each check gives its problems as sentences; all of them are reported at once. */
final class Checks {
    private Checks() {}

    /** @throws InvalidGanException with everything that is wrong, if something is */
    static void settings(GanSpec spec) {
        require(List.of(
                atLeastOne("the batch size", spec.batchSize(), "64 is usual"),
                atLeastOne("the number of critic moves", spec.criticMoves(), "1 and 5 are usual"),
                atLeastOne("sampleEvery", spec.sampleEvery(), "give a number of steps"),
                atLeastOne("checkpointEvery", spec.checkpointEvery(), "give a number of steps"),
                clipping(spec)));
    }

    /** Whether the architectures fit the data. */
    static void fit(GanSpec spec, Site generator, Site critic, int samples) {
        require(List.of(
                enough(spec.batchSize(), samples),
                all(spec.generator().problems(generator)),
                all(spec.critic().problems(critic))));
    }

    /** Whether the networks allow what the regularisers ask for. */
    static void networks(GanSpec spec, Network critic) {
        require(spec.regularizers().stream()
                .filter(Regularizer::usesInputGradient)
                .filter(any -> critic.mixesSamples())
                .map(regularizer -> problem("the critic mixes the samples of a batch (batch normalisation), but the"
                        + " regularizer " + regularizer.name()
                        + " needs each sample's own gradient: use Normalization.LAYER, NONE or AUTO in the critic"))
                .toList());
    }

    private static Validation<Seq<String>, Void> atLeastOne(String what, int value, String hint) {
        return value >= 1 ? fine() : problem(what + " must be at least 1, not " + value + ": " + hint);
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

    private static Validation<Seq<String>, Void> all(List<String> problems) {
        return problems.isEmpty() ? fine() : Validation.invalid(io.vavr.collection.List.ofAll(problems));
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
