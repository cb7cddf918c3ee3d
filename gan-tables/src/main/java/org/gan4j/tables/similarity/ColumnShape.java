package org.gan4j.tables.similarity;

import java.util.Arrays;
import org.gan4j.tables.values.ChoiceValues;
import org.gan4j.tables.values.ColumnValues;
import org.gan4j.tables.values.NumberValues;

/**
 * The likeness of one column of two tables, as <a href="https://docs.sdv.dev/sdmetrics">SDMetrics</a>' Column Shapes: 1 − the
 * Kolmogorov–Smirnov statistic for numbers and dates (KSComplement), 1 − the total variation distance for choices
 * (TVComplement), of which a missing value is one.
 *
 * @param column the name of the column
 * @param measure KSComplement or TVComplement
 * @param score 1 if the distributions are equal, 0 if they have nothing in common
 * @param missingReal the share of missing values in the real table
 * @param missing the share of missing values in the other one
 */
public record ColumnShape(String column, String measure, double score, double missingReal, double missing) {
    /** Compares a column of two tables, which is of the same kind in both. */
    static ColumnShape of(ColumnValues real, ColumnValues other) {
        boolean numbers = real instanceof NumberValues;
        return new ColumnShape(
                real.name(),
                numbers ? "KSComplement" : "TVComplement",
                numbers
                        ? 1 - kolmogorovSmirnov(((NumberValues) real).sorted(), ((NumberValues) other).sorted())
                        : 1 - Contingency.of((ChoiceValues) real).distance(Contingency.of((ChoiceValues) other)),
                real.missing(),
                other.missing());
    }

    /** Returns 1 − the difference of the shares of missing values. */
    public double missingScore() {
        return 1 - Math.abs(missingReal - missing);
    }

    /** Returns the largest difference of two distribution functions; 1 if a table has no numbers. */
    private static double kolmogorovSmirnov(double[] first, double[] second) {
        if (first.length == 0 || second.length == 0) {
            return Arrays.equals(first, second) ? 0 : 1;
        }
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < first.length && j < second.length) {
            double at = Math.min(first[i], second[j]);
            while (i < first.length && first[i] == at) {
                i++;
            }
            while (j < second.length && second[j] == at) {
                j++;
            }
            largest = Math.max(largest, Math.abs(i / (double) first.length - j / (double) second.length));
        }
        return largest;
    }
}
