package org.gan4j.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.dsl.run.StoredEvaluation;
import org.gan4j.metrics.Protocol;

/** The command that evaluates a run in the way in which another one was evaluated. */
final class AlikeCommand {
    private static final String TRUNCATION = ", truncation ";
    private static final String HELD_OUT = "held out";

    private AlikeCommand() {}

    /**
     * Returns the command: with the same number of samples and weights, and data of the same name.
     *
     * @param one the evaluation of the other run
     * @param run the run to evaluate
     */
    static Optional<String> of(StoredEvaluation one, Path run) {
        Optional<Protocol> first = one.parts().stream()
                .map(StoredEvaluation.Part::protocol)
                .filter(protocol -> !protocol.isOfSamplesAlone())
                .findFirst();
        return first.map(protocol -> "./gan evaluate " + run + weights(protocol.weights()) + " --count "
                + protocol.fakeCount()
                + (protocol.split().equals(HELD_OUT) ? ", with the held-out data of the other, as --data" : ""));
    }

    private static String weights(String weights) {
        int at = weights.indexOf(TRUNCATION);
        String kind = at < 0 ? weights : weights.substring(0, at);
        String option = kind.equals("latest") ? " --latest" : kind.equals("moving average") ? " --ema" : "";
        return option + (at < 0 ? "" : " --truncation " + weights.substring(at + TRUNCATION.length()));
    }
}
