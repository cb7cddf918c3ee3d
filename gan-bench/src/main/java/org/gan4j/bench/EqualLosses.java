package org.gan4j.bench;

import java.util.Map;

/** The check that both sides compute the same losses in the first steps. */
final class EqualLosses {
    /** The number of steps that are compared. */
    static final int STEPS = 3;

    private static final double TOLERANCE = 1e-3;

    private EqualLosses() {}

    /**
     * Runs the first steps of both sides and compares their losses.
     *
     * @return the largest difference between two losses
     * @throws IllegalStateException if the losses differ by more than 1e-3, relative to losses above 1, or have
     *     different names
     */
    static double check(Contestant ours, Contestant peer) {
        double largest = 0;
        for (int step = 1; step <= STEPS; step++) {
            Map<String, Double> expected = peer.step().losses();
            Map<String, Double> actual = ours.step().losses();
            if (!actual.keySet().equals(expected.keySet())) {
                throw new IllegalStateException("the losses have different names: Gan4J logs " + actual.keySet()
                        + ", the peer logs " + expected.keySet());
            }
            for (String loss : expected.keySet()) {
                double difference = Math.abs(expected.get(loss) - actual.get(loss));
                if (!(difference <= TOLERANCE * Math.max(1, Math.abs(expected.get(loss))))) {
                    throw new IllegalStateException("the losses differ in step " + step + ": " + loss + " is "
                            + actual.get(loss) + " in Gan4J and " + expected.get(loss) + " in the peer");
                }
                largest = Math.max(largest, difference);
            }
        }
        return largest;
    }
}
