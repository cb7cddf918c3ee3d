package org.gan4j.tables.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.metrics.vectors.Neighbors;
import org.gan4j.tables.values.ChoiceValues;
import org.gan4j.tables.values.ColumnValues;
import org.gan4j.tables.values.NumberValues;
import org.gan4j.tables.values.ValueTable;

/**
 * The distance of rows, after <a href="https://doi.org/10.2307/2528823">Gower 1971</a>: the mean over the columns of
 *
 * <pre>
 * numbers   min(1, |a − b| / (q₉₉ − q₁)), with quantiles of the real rows
 * choices   0 if they are the same, otherwise 1
 * missing   0 if both are, 1 if one is
 * </pre>
 *
 * <p>The quantiles, in place of Gower's range, keep a few far values from making all others equal.
 *
 * @param scales the factor of each column; 1 for choices
 */
record RowSpace(double[] scales) {
    private static final double LOW = 0.01;
    private static final double HIGH = 0.99;
    /** Farther than 1 from every number. */
    private static final double MISSING = 1e300;

    static RowSpace of(ValueTable real) {
        return new RowSpace(real.columns().stream().mapToDouble(RowSpace::scale).toArray());
    }

    private static double scale(ColumnValues column) {
        if (!(column instanceof NumberValues numbers)) {
            return 1;
        }
        double[] sorted = numbers.sorted();
        if (sorted.length == 0) {
            return 1;
        }
        double usual = NumberValues.quantile(sorted, HIGH) - NumberValues.quantile(sorted, LOW);
        double range = usual > 0 ? usual : sorted[sorted.length - 1] - sorted[0];
        return range > 0 ? 1 / range : 1;
    }

    /** Returns rows as points, whose distance is the mean of min(1, |a − b|). */
    double[][] points(ValueTable table) {
        List<double[]> columns = new ArrayList<>();
        for (int i = 0; i < scales.length; i++) {
            double scale = scales[i];
            columns.add(
                    table.columns().get(i) instanceof NumberValues numbers
                            ? Arrays.stream(numbers.numbers())
                                    .map(number -> Double.isNaN(number) ? MISSING : number * scale)
                                    .toArray()
                            : Arrays.stream(((ChoiceValues) table.columns().get(i)).codes())
                                    .asDoubleStream()
                                    .toArray());
        }
        return IntStream.range(0, table.count())
                .mapToObj(row ->
                        columns.stream().mapToDouble(column -> column[row]).toArray())
                .toArray(double[][]::new);
    }

    /** Finds the nearest other point of each point, the first one if several are, by comparing all pairs. */
    static Neighbors nearest(double[][] points, double[][] others) {
        int[][] indices = new int[points.length][1];
        double[][] distances = new double[points.length][1];
        IntStream.range(0, points.length).parallel().forEach(i -> {
            double best = Double.POSITIVE_INFINITY;
            for (int j = 0; j < others.length; j++) {
                double distance = distance(points[i], others[j], best);
                if (distance < best) {
                    best = distance;
                    indices[i][0] = j;
                }
            }
            distances[i][0] = best / points[i].length;
        });
        return new Neighbors(indices, distances);
    }

    /** Returns the sum over the columns; less of it once it is not below a bound. */
    private static double distance(double[] first, double[] second, double bound) {
        double sum = 0;
        for (int i = 0; i < first.length && sum < bound; i++) {
            sum += Math.min(1, Math.abs(first[i] - second[i]));
        }
        return sum;
    }
}
