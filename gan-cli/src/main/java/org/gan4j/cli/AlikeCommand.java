package org.gan4j.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gan4j.dsl.inference.ReferenceData;
import org.gan4j.dsl.run.StoredEvaluation;
import org.gan4j.dsl.run.StoredEvaluation.Part;
import org.gan4j.metrics.Protocol;

/**
 * The command that evaluates a run in the way in which another one was evaluated: with the same number of samples, the
 * same weights, and the same held-out data.
 *
 * @param protocol how samples of the other run were compared with data
 */
record AlikeCommand(Protocol protocol) {
    /**
     * Returns the command, or nothing if a difference remains after it, such as that of other features.
     *
     * @param one the evaluation of the other run
     * @param other the evaluation of the run, which differs
     * @param run the run to evaluate
     */
    static Optional<String> of(StoredEvaluation one, StoredEvaluation other, Path run) {
        return one.parts().stream()
                .map(Part::protocol)
                .filter(protocol -> !protocol.isOfSamplesAlone())
                .findFirst()
                .map(AlikeCommand::new)
                .filter(command -> one.isComparable(command.applied(other)))
                .map(command -> command.text(run));
    }

    /** Returns the evaluation as it would be after the command. */
    private StoredEvaluation applied(StoredEvaluation other) {
        List<Part> parts = other.parts().stream()
                .map(part ->
                        new Part(part.values(), part.data(), part.baseline(), part.metrics(), applied(part.protocol())))
                .toList();
        return new StoredEvaluation(other.step(), other.duringTraining(), parts);
    }

    private Protocol applied(Protocol other) {
        boolean compared = !other.isOfSamplesAlone();
        boolean replaced = compared && isHeldOut();
        // all of the data are as many after the command as before
        boolean counted = replaced || compared && !other.data().contains(ReferenceData.ALL);
        return new Protocol(
                other.features(),
                replaced ? protocol.data() : other.data(),
                replaced ? protocol.split() : other.split(),
                counted ? protocol.realCount() : other.realCount(),
                other.samples(),
                weights().isEmpty() ? other.weights() : protocol.weights(),
                counted ? protocol.fakeCount() : other.fakeCount(),
                other.seed());
    }

    private boolean isHeldOut() {
        return protocol.split().equals(Protocol.HELD_OUT);
    }

    private String text(Path run) {
        return "./gan evaluate " + TrainReport.quoted(run) + weights() + " --count " + protocol.fakeCount()
                + (isHeldOut() ? ", with the held-out data of the other, as --data" : "");
    }

    /** Returns the options of the weights; empty if these are not known. */
    private String weights() {
        String weights = protocol.weights();
        int at = weights.indexOf(Protocol.TRUNCATION);
        String kind = at < 0 ? weights : weights.substring(0, at);
        String truncation = at < 0 ? "" : " --truncation " + weights.substring(at + Protocol.TRUNCATION.length());
        return switch (kind) {
            case Protocol.LATEST -> " --latest" + truncation;
            case Protocol.MOVING_AVERAGE -> " --ema" + truncation;
            default -> "";
        };
    }
}
