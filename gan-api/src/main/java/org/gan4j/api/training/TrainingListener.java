package org.gan4j.api.training;

import java.util.Map;

/** Is told how training goes. Progress, metrics, samples and checkpoints are listeners. */
public interface TrainingListener {
    /** Before the first step. */
    default void started(Progress progress) {}

    /** After a step. */
    default void stepped(Progress progress) {}

    /** After the last step, or after the one that failed. */
    default void ended(Progress progress) {}

    /**
     * Where training stands.
     *
     * @param step how many steps are done
     * @param steps how many there will be
     * @param metrics the terms of the last move of each player, by name: {@code loss.generator}, {@code loss.critic}, ...
     */
    record Progress(int step, int steps, Map<String, Double> metrics) {
        public boolean isLast() {
            return step == steps;
        }
    }
}
