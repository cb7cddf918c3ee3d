package org.gan4j.metrics.privacy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The samples that are nearer to a training row than nearly every held-out row is: at a distance of at most the 0.1 %
 * quantile of the distances of held-out rows, by nearest rank, which is the smallest distance of fewer than 1,000. A
 * generator without memory has such samples, too, as often as held-out rows are as near.
 *
 * @param threshold the largest distance of a near-duplicate
 * @param expected the number to be expected of a generator without memory
 * @param samples the indices of the near-duplicates, nearest first
 * @param copies the number of them at distance 0
 */
public record NearDuplicates(double threshold, double expected, List<Integer> samples, int copies) {
    private static final double QUANTILE = 0.001;

    /** Copies the indices. */
    public NearDuplicates {
        samples = List.copyOf(samples);
    }

    /**
     * Finds near-duplicates.
     *
     * @param distances the distance of each sample to its nearest training row
     * @param heldOut the same of held-out rows, at least one
     */
    static NearDuplicates of(double[] distances, double[] heldOut) {
        double[] sorted = heldOut.clone();
        Arrays.sort(sorted);
        double threshold = sorted[(int) Math.ceil(QUANTILE * sorted.length) - 1];
        List<Integer> near = IntStream.range(0, distances.length)
                .filter(i -> distances[i] <= threshold)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distances[i]))
                .toList();
        long asNear = Arrays.stream(sorted).filter(each -> each <= threshold).count();
        int copies = (int) Arrays.stream(distances).filter(each -> each == 0).count();
        return new NearDuplicates(threshold, distances.length * asNear / (sorted.length + 1.0), near, copies);
    }
}
