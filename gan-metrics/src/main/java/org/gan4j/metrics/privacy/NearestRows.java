package org.gan4j.metrics.privacy;

import org.gan4j.metrics.vectors.Neighbors;

/**
 * The nearest rows of each other set, from which the measures are computed.
 *
 * @param samplesInTraining the nearest training rows of each sample, at least one
 * @param samplesInHeldOut the nearest held-out row of each sample
 * @param heldOutInTraining the nearest training row of each held-out row
 */
public record NearestRows(Neighbors samplesInTraining, Neighbors samplesInHeldOut, Neighbors heldOutInTraining) {
    private static final String TRAINING = "training";
    private static final String HELD_OUT = "held-out";
    private static final String GENERATED = "generated";

    /**
     * Finds the nearest rows.
     *
     * @param count the number of training rows to find for each sample
     * @throws IllegalArgumentException if a number is not finite, or the widths differ
     */
    public static NearestRows of(PrivacySets sets, int count) {
        return new NearestRows(
                Neighbors.of(GENERATED, sets.samples(), TRAINING, sets.training(), count),
                Neighbors.of(GENERATED, sets.samples(), HELD_OUT, sets.heldOut(), 1),
                Neighbors.of(HELD_OUT, sets.heldOut(), TRAINING, sets.training(), 1));
    }

    /** Returns the number of held-out rows that equal a training row, so that they were not held out. */
    public int heldOutCopies() {
        int copies = 0;
        for (double distance : heldOutInTraining.nearest()) {
            copies += distance == 0 ? 1 : 0;
        }
        return copies;
    }
}
