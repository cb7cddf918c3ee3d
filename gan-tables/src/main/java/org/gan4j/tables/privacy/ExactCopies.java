package org.gan4j.tables.privacy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gan4j.metrics.statistics.Draw;
import org.gan4j.metrics.statistics.Share;
import org.gan4j.tables.values.ValueTable;

/**
 * The rows that equal a training row in all columns that are compared. In tables of few choices, rows are equal by chance; so
 * different synthetic rows that equal one of some training rows alone are counted against those that equal one of as many
 * held-out rows alone, which would be as many without memory.
 *
 * @param synthetic the synthetic rows that equal a training row
 * @param heldOut the held-out rows that equal a training row
 * @param ofTraining the different synthetic rows that equal one of some training rows, and no held-out one
 * @param ofHeldOut the different synthetic rows that equal one of as many held-out rows, and no training one
 */
public record ExactCopies(Share synthetic, Share heldOut, int ofTraining, int ofHeldOut) {
    static ExactCopies of(RowSpace space, ValueTable training, ValueTable heldOut, ValueTable synthetic, long seed) {
        Set<List<Double>> known = rows(space, training);
        Set<List<Double>> made = rows(space, synthetic);
        int some = Math.min(training.count(), heldOut.count());
        Set<List<Double>> first = rows(space, training.drawn(some, new Draw(seed, "copies/training")));
        Set<List<Double>> second = rows(space, heldOut.drawn(some, new Draw(seed, "copies/held-out")));
        return new ExactCopies(
                share(space, synthetic, known),
                share(space, heldOut, known),
                alone(made, first, second),
                alone(made, second, first));
    }

    private static Set<List<Double>> rows(RowSpace space, ValueTable table) {
        return Arrays.stream(space.points(table)).map(ExactCopies::key).collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Double> key(double[] point) {
        return Arrays.stream(point)
                .map(each -> each + 0.0) // -0 is 0
                .boxed()
                .toList();
    }

    private static Share share(RowSpace space, ValueTable table, Set<List<Double>> known) {
        return new Share(
                Arrays.stream(space.points(table))
                        .filter(point -> known.contains(key(point)))
                        .count(),
                table.count());
    }

    private static int alone(Set<List<Double>> made, Set<List<Double>> in, Set<List<Double>> notIn) {
        return (int) made.stream()
                .filter(row -> in.contains(row) && !notIn.contains(row))
                .count();
    }

    /** Returns the deviation of both counts from each other: about normal with deviation 1 without memory. */
    public double z() {
        int both = ofTraining + ofHeldOut;
        return both == 0 ? 0 : (ofTraining - ofHeldOut) / Math.sqrt(both);
    }
}
