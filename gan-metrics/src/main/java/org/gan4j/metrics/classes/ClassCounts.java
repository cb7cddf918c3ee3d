package org.gan4j.metrics.classes;

import java.util.stream.IntStream;
import org.gan4j.metrics.statistics.Share;

/**
 * The numbers of samples of each class, by their most probable class.
 *
 * @param fakes the number of fakes of each class
 * @param data the number of data of each class
 */
record ClassCounts(int[] fakes, int[] data) {
    static ClassCounts of(Probabilities fake, Probabilities real) {
        return new ClassCounts(counts(fake), counts(real));
    }

    private static int[] counts(Probabilities all) {
        int[] counts = new int[all.classes()];
        for (int k : all.mostProbable()) {
            counts[k]++;
        }
        return counts;
    }

    int classes() {
        return fakes.length;
    }

    Share ofFakes(int k) {
        return new Share(fakes[k], IntStream.of(fakes).sum());
    }

    Share ofData(int k) {
        return new Share(data[k], IntStream.of(data).sum());
    }

    /** Returns how much more often fakes have a class than data have it. */
    double excess(int k) {
        return ofFakes(k).value() - ofData(k).value();
    }
}
