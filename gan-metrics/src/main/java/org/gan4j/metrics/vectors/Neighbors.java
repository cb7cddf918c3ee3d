package org.gan4j.metrics.vectors;

import java.util.Arrays;
import org.gan4j.tensor.TensorData;

/**
 * The nearest neighbors of points among other points, by Euclidean distance, found by comparing all pairs. Nothing is
 * approximate, and equal points are at distance 0 exactly.
 *
 * @param indices the neighbors of each point, nearest first; the first of equally near ones comes first
 * @param distances their distances
 */
public record Neighbors(int[][] indices, double[][] distances) {
    private static final String SEARCH = "the search for neighbors";

    /**
     * Finds neighbors.
     *
     * @param whose what the points are in messages, such as "generated"
     * @param points FLOAT [N,F]
     * @param whoseOthers what the other points are in messages
     * @param among the other points, FLOAT [M,F]
     * @param count the number of neighbors of each point; fewer if there are fewer other points
     * @throws IllegalArgumentException if a set is empty, not a matrix, or not finite; or if the widths differ
     */
    public static Neighbors of(String whose, TensorData points, String whoseOthers, TensorData among, int count) {
        Vectors x = Vectors.of(whose, points, SEARCH, 1);
        Vectors y = Vectors.of(whoseOthers, among, SEARCH, 1);
        requireEqualWidths(whose, x, whoseOthers, y);
        int kept = Math.min(count, y.count());
        int[][] indices = new int[x.count()][];
        double[][] distances = new double[x.count()][];
        Pairs.squaredDistances(x, y, (i, squared) -> {
            indices[i] = smallest(squared, kept);
            distances[i] = Arrays.stream(indices[i])
                    .mapToDouble(j -> Math.sqrt(squared[j]))
                    .toArray();
        });
        return new Neighbors(indices, distances);
    }

    /**
     * Counts the other points within a distance of each point.
     *
     * @param whose what the points are in messages, such as "generated"
     * @param points FLOAT [N,F]
     * @param whoseOthers what the other points are in messages
     * @param among the other points, FLOAT [M,F]
     * @param radius the largest distance that counts
     * @return one count per point
     * @throws IllegalArgumentException if a set is empty, not a matrix, or not finite; or if the widths differ
     */
    public static int[] within(String whose, TensorData points, String whoseOthers, TensorData among, double radius) {
        Vectors x = Vectors.of(whose, points, SEARCH, 1);
        Vectors y = Vectors.of(whoseOthers, among, SEARCH, 1);
        requireEqualWidths(whose, x, whoseOthers, y);
        int[] counts = new int[x.count()];
        Pairs.squaredDistances(x, y, (i, squared) -> {
            for (double each : squared) { // the root, since a radius is one, and equal must stay equal
                counts[i] += Math.sqrt(each) <= radius ? 1 : 0;
            }
        });
        return counts;
    }

    private static void requireEqualWidths(String whose, Vectors x, String whoseOthers, Vectors y) {
        if (x.width() != y.width()) {
            throw new IllegalArgumentException("neighbors are found among points of equal width; " + whose
                    + " samples have " + x.width() + " numbers, " + whoseOthers + " samples " + y.width()
                    + ": compute both in the same way");
        }
    }

    /** Returns the indices of the smallest values, in ascending order of the values. */
    private static int[] smallest(double[] values, int count) {
        int[] least = new int[count];
        int found = 0;
        for (int i = 0; i < values.length; i++) {
            if (found == count && values[i] >= values[least[count - 1]]) {
                continue;
            }
            int at = found < count ? found++ : count - 1;
            while (at > 0 && values[least[at - 1]] > values[i]) {
                least[at] = least[at - 1];
                at--;
            }
            least[at] = i;
        }
        return least;
    }

    /** Returns the number of points. */
    public int count() {
        return indices.length;
    }

    /** Returns the distance of each point to its nearest neighbor. */
    public double[] nearest() {
        return Arrays.stream(distances).mapToDouble(each -> each[0]).toArray();
    }
}
