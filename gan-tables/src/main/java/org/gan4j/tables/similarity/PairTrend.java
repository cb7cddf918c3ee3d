package org.gan4j.tables.similarity;

import org.gan4j.tables.values.ColumnValues;
import org.gan4j.tables.values.NumberValues;

/**
 * The likeness of the relation of two columns in two tables, as <a href="https://docs.sdv.dev/sdmetrics">SDMetrics</a>' Column
 * Pair Trends: 1 − |ρ − ρ′| / 2 with Pearson's ρ for two columns of numbers (CorrelationSimilarity), otherwise 1 − the total
 * variation distance of the pairs (ContingencySimilarity). Numbers are there in ten bins of equal frequency; SDMetrics' are of
 * equal width.
 *
 * @param first the name of a column
 * @param second the name of the other one
 * @param measure CorrelationSimilarity or ContingencySimilarity
 * @param score 1 if the relations are equal
 */
public record PairTrend(String first, String second, String measure, double score) {
    static PairTrend correlation(NumberValues[] real, NumberValues[] other) {
        double difference = correlation(real[0], real[1]) - correlation(other[0], other[1]);
        return new PairTrend(real[0].name(), real[1].name(), "CorrelationSimilarity", 1 - Math.abs(difference) / 2);
    }

    static PairTrend contingency(ColumnValues first, ColumnValues second, Contingency real, Contingency other) {
        return new PairTrend(first.name(), second.name(), "ContingencySimilarity", 1 - real.distance(other));
    }

    /** Returns Pearson's correlation over the rows that have both numbers; 0 if one does not vary. */
    private static double correlation(NumberValues first, NumberValues second) {
        double[] x = first.numbers();
        double[] y = second.numbers();
        double meanX = 0;
        double meanY = 0;
        int count = 0;
        for (int row = 0; row < x.length; row++) {
            if (!Double.isNaN(x[row]) && !Double.isNaN(y[row])) {
                count++;
                meanX += (x[row] - meanX) / count;
                meanY += (y[row] - meanY) / count;
            }
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int row = 0; row < x.length; row++) {
            if (!Double.isNaN(x[row]) && !Double.isNaN(y[row])) {
                xx += (x[row] - meanX) * (x[row] - meanX);
                xy += (x[row] - meanX) * (y[row] - meanY);
                yy += (y[row] - meanY) * (y[row] - meanY);
            }
        }
        double scale = Math.sqrt(xx) * Math.sqrt(yy);
        return scale > 0 ? xy / scale : 0;
    }
}
