package org.gan4j.bench;

import java.util.Map;

/** The check that both sides compute the same: equal losses in the first steps. */
final class EqualLosses {
    /** How many steps are compared. */
    static final int STEPS = 3;

    private static final double TOLERANCE = 1e-3;

    private EqualLosses() {}

    /**
     * Makes both sides' first steps.
     *
     * @return the largest difference
     * @throws IllegalStateException if the losses differ
     */
    static double check(Contestant ours, Contestant peer) {
        double largest = 0;
        for (int step = 1; step <= STEPS; step++) {
            Map<String, Double> expected = peer.step().losses();
            Map<String, Double> actual = ours.step().losses();
            if (!actual.keySet().equals(expected.keySet())) {
                throw new IllegalStateException("ours has " + actual.keySet() + ", the peer " + expected.keySet());
            }
            for (String loss : expected.keySet()) {
                double difference = Math.abs(expected.get(loss) - actual.get(loss));
                if (!(difference <= TOLERANCE * Math.max(1, Math.abs(expected.get(loss))))) {
                    throw new IllegalStateException("step " + step + ": " + loss + " is " + actual.get(loss)
                            + ", and the peer's " + expected.get(loss));
                }
                largest = Math.max(largest, difference);
            }
        }
        return largest;
    }
}
