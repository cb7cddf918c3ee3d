package org.gan4j.api.training;

import java.util.Map;

/**
 * A listener to the progress of training. The progress bar, metrics, samples and checkpoints are listeners. All methods
 * run on the training thread and do nothing by default.
 */
public interface TrainingListener {
    /** Handles the start of training, before the first step. */
    default void started(Progress progress) {}

    /** Handles the end of a step. */
    default void stepped(Progress progress) {}

    /** Handles an evaluation during training, after the end of its step. */
    default void evaluated(EvaluatedStep evaluated) {}

    /**
     * Handles a diagnosis of a failure, after the end of its step; or, before the end of training, of the step that ended
     * it. A failure is reported once, and again only after it was over.
     */
    default void diagnosed(Diagnosis diagnosis) {}

    /** Handles the end of training, after the last step or a failed one. */
    default void ended(Progress progress) {}

    /**
     * The progress of training.
     *
     * @param step the number of completed steps
     * @param steps the number of completed steps at the end of training
     * @param metrics the terms of each player's last update, by name: {@code loss.generator}, {@code loss.critic}, ...
     */
    record Progress(int step, int steps, Map<String, Double> metrics) {
        /** Returns whether the last step is complete. */
        public boolean isLast() {
            return step == steps;
        }
    }
}
