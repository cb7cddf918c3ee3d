package org.gan4j.metrics.modes;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The numbers of samples in each mode. */
final class ModeCounts {
    private ModeCounts() {}

    /** Returns the number of samples of each mode. */
    static int[] of(int[] modes, int count) {
        int[] counts = new int[count];
        for (int mode : modes) {
            counts[mode]++;
        }
        return counts;
    }

    /** Returns the number of modes that have a sample. */
    static long covered(int[] counts) {
        return IntStream.of(counts).filter(count -> count > 0).count();
    }

    /**
     * Returns the divergence Σ p log(p / q) of the samples' modes from those of the data, in nats. It is finite however
     * many modes are missed.
     *
     * @param counts the number of samples of each mode
     * @param data the share q of each mode in the data, above 0 for each mode that has samples
     */
    static double reverseKl(int[] counts, double[] data) {
        double all = Arrays.stream(counts).sum();
        return IntStream.range(0, counts.length)
                .filter(mode -> counts[mode] > 0)
                .mapToDouble(mode -> counts[mode] / all * Math.log(counts[mode] / all / data[mode]))
                .sum();
    }
}
