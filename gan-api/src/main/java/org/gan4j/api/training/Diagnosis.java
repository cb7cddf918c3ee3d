package org.gan4j.api.training;

import java.util.Locale;

/**
 * A failure of training that its numbers or its samples show. {@code docs/diagnosis.md} describes the kinds and their
 * thresholds.
 *
 * @param step the number of completed steps; for {@link Kind#NON_FINITE}, the step that failed
 * @param kind the kind of failure
 * @param player the player that fails; for a critic that is too strong, that critic; empty if it is not known
 * @param evidence the numbers that show the failure, as a part of a sentence
 */
public record Diagnosis(int step, Kind kind, String player, String evidence) {
    private static final String PAGE = "docs/choosing-a-loss.md#";

    /** A kind of failure, with what helps against it. */
    public enum Kind {
        /** The critic separates real and generated samples perfectly, so the generator's gradient vanishes. */
        SATURATED_CRITIC(
                "saturated critic",
                "lower the critic's learning rate, or add instance noise or R1",
                "a-critic-that-is-too-strong"),
        /** A player's gradient is a tiny part of what it was. */
        VANISHING_GRADIENT(
                "vanishing gradient", "use a loss whose gradient does not vanish, or R1", "gradients-that-vanish"),
        /** A player's gradient is many times what it was. */
        EXPLODING_GRADIENT(
                "exploding gradient", "lower the learning rate, or clip the gradient", "gradients-that-explode"),
        /** The generator's samples are far more alike than the data. */
        MODE_COLLAPSE("mode collapse", "add R1, or use r3gan or wgan-gp", "mode-collapse"),
        /** The losses circle without coming closer to an equilibrium. */
        OSCILLATION("oscillation", "add R1, or use extragradient or optimistic Adam", "oscillation"),
        /** No gradient reaches a player, or its output is constant. */
        DEAD_NETWORK("dead network", "check its architecture and lower its learning rate", "a-dead-network"),
        /** The generator's samples are copies of the data. */
        MEMORIZED_SAMPLES("memorized samples", "use more data, DiffAugment or ADA", "memorized-samples"),
        /** A loss or a gradient is NaN or infinite, which ends training. */
        NON_FINITE("NaN or infinity", "lower the learning rate, or clip the gradient", "nan-or-infinity");

        private final String title;
        private final String advice;
        private final String section;

        Kind(String title, String advice, String section) {
            this.title = title;
            this.advice = advice;
            this.section = section;
        }

        /** Returns the name for people, such as "mode collapse". */
        public String title() {
            return title;
        }

        /** Returns the name in files, such as {@code mode-collapse}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Returns what helps, with the section of the documentation that says more. */
    public String remedy() {
        return kind.advice + "; see " + PAGE + kind.section;
    }

    /** Returns the diagnosis in one line. */
    @Override
    public String toString() {
        String failing = player.isEmpty() ? "" : " of the " + player;
        return "step " + step + ": " + kind.title + failing + ": " + evidence + "; " + remedy();
    }
}
