package org.gan4j.metrics.privacy;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A sample with its nearest training rows and its nearest held-out row. It is the more suspicious, the smaller the ratio
 * of the two distances: a copy of a training row has 0, and a sample of a region in which all rows are alike has about 1.
 *
 * @param sample the index of the sample
 * @param training the indices of the nearest training rows, nearest first
 * @param distances their distances
 * @param heldOut the index of the nearest held-out row
 * @param heldOutDistance its distance
 */
public record Suspect(int sample, List<Integer> training, List<Double> distances, int heldOut, double heldOutDistance) {
    /** Copies the lists. */
    public Suspect {
        training = List.copyOf(training);
        distances = List.copyOf(distances);
    }

    /** Returns the samples with the smallest ratios, most suspicious first. */
    public static List<Suspect> most(NearestRows nearest, int count) {
        return IntStream.range(0, nearest.samplesInTraining().count())
                .mapToObj(i -> of(i, nearest))
                .sorted(Comparator.comparingDouble(Suspect::ratio))
                .limit(count)
                .toList();
    }

    /** Returns one sample with its neighbors. */
    static Suspect of(int sample, NearestRows nearest) {
        return new Suspect(
                sample,
                IntStream.of(nearest.samplesInTraining().indices()[sample])
                        .boxed()
                        .toList(),
                DoubleStream.of(nearest.samplesInTraining().distances()[sample])
                        .boxed()
                        .toList(),
                nearest.samplesInHeldOut().indices()[sample][0],
                nearest.samplesInHeldOut().distances()[sample][0]);
    }

    /** Returns the distance to the nearest training row, divided by that to the nearest held-out row; 1 if both are 0. */
    public double ratio() {
        double nearest = distances.get(0);
        return nearest == heldOutDistance ? 1 : nearest / heldOutDistance;
    }
}
