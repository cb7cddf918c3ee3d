package org.gan4j.metrics.modes;

import java.util.Arrays;
import java.util.Optional;

/**
 * Groups of points that lie farther apart than the points within them: the connected parts of the minimum spanning tree
 * without its longest edges.
 */
final class SeparatedGroups {
    private static final double LEAST_RATIO = 3;

    private final double[][] centers;
    private final int[] members;
    private final double deviation;

    private SeparatedGroups(double[][] centers, int[] members, double deviation) {
        this.centers = centers;
        this.members = members;
        this.deviation = deviation;
    }

    /** Returns the groups of points, or nothing if they are not separated. */
    static Optional<SeparatedGroups> of(double[][] points) {
        Tree tree = Tree.of(points);
        double limit = tree.limit();
        if (Double.isNaN(limit)) {
            return Optional.empty();
        }
        int[] members = tree.parts(limit);
        int count = Arrays.stream(members).max().orElse(-1) + 1;
        int width = points[0].length;
        int[] sizes = ModeCounts.of(members, count);
        double[][] centers = new double[count][width];
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k < width; k++) {
                centers[members[i]][k] += points[i][k] / sizes[members[i]];
            }
        }
        double squares = 0;
        for (int i = 0; i < points.length; i++) {
            squares += squaredDistance(points[i], centers[members[i]]);
        }
        // each center is a mean of its own members, which takes one degree of freedom
        double deviation = Math.sqrt(squares / width / Math.max(1, points.length - count));
        return Optional.of(new SeparatedGroups(centers, members, deviation));
    }

    int count() {
        return centers.length;
    }

    /** Returns the group of each point. */
    int[] members() {
        return members;
    }

    /** Returns the standard deviation of a coordinate within the groups. */
    double deviation() {
        return deviation;
    }

    /** Returns the group whose center is nearest to a point. */
    int nearest(double[] point) {
        int nearest = 0;
        for (int i = 1; i < centers.length; i++) {
            if (squaredDistance(point, centers[i]) < squaredDistance(point, centers[nearest])) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** Returns the distance of a point from the center of a group. */
    double distance(double[] point, int group) {
        return Math.sqrt(squaredDistance(point, centers[group]));
    }

    private static double squaredDistance(double[] x, double[] y) {
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += (x[k] - y[k]) * (x[k] - y[k]);
        }
        return sum;
    }

    /**
     * A minimum spanning tree, in the order in which Prim's algorithm reaches the points.
     *
     * @param order the points
     * @param parents the point that each is joined to, by point; the first joins none
     * @param squares the squared length of the edge to the parent, by point
     */
    private record Tree(int[] order, int[] parents, double[] squares) {
        static Tree of(double[][] points) {
            int count = points.length;
            int[] order = new int[count];
            int[] parents = new int[count];
            double[] squares = new double[count];
            Arrays.fill(squares, Double.POSITIVE_INFINITY);
            boolean[] reached = new boolean[count];
            int current = 0;
            for (int step = 0; step < count; step++) {
                order[step] = current;
                reached[current] = true;
                int next = -1;
                for (int i = 0; i < count; i++) {
                    if (!reached[i]) {
                        double square = squaredDistance(points[i], points[current]);
                        if (square < squares[i]) {
                            squares[i] = square;
                            parents[i] = current;
                        }
                        if (next < 0 || squares[i] < squares[next]) {
                            next = i;
                        }
                    }
                }
                current = Math.max(0, next);
            }
            squares[order[0]] = 0;
            return new Tree(order, parents, squares);
        }

        /** Returns the squared length above which edges are cut, or NaN if none is that much longer than the next. */
        double limit() {
            double[] sorted = squares.clone();
            Arrays.sort(sorted);
            double most = LEAST_RATIO * LEAST_RATIO;
            double limit = Double.NaN;
            for (int i = sorted.length / 2; i + 1 < sorted.length; i++) {
                if (sorted[i] > 0 && sorted[i + 1] / sorted[i] >= most) {
                    most = sorted[i + 1] / sorted[i];
                    limit = sorted[i];
                }
            }
            return limit;
        }

        /** Returns the part that each point is in when edges longer than the limit are cut. */
        int[] parts(double limit) {
            int[] parts = new int[order.length];
            int count = 0;
            for (int step = 0; step < order.length; step++) {
                int point = order[step];
                parts[point] = step > 0 && squares[point] <= limit ? parts[parents[point]] : count++;
            }
            return parts;
        }
    }
}
