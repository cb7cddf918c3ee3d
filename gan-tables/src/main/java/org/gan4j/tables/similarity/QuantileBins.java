package org.gan4j.tables.similarity;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gan4j.tables.values.ChoiceValues;
import org.gan4j.tables.values.ColumnValues;
import org.gan4j.tables.values.NumberValues;

/**
 * The bins of a column of numbers, between the deciles of the real table; missing values are one more bin.
 *
 * @param edges the different inner edges, in ascending order; a number that equals one is above it
 */
record QuantileBins(double[] edges) {
    private static final int BINS = 10;

    static QuantileBins of(NumberValues real) {
        double[] sorted = real.sorted();
        return new QuantileBins(
                sorted.length == 0
                        ? sorted
                        : IntStream.range(1, BINS)
                                .mapToDouble(i -> NumberValues.quantile(sorted, i / (double) BINS))
                                .distinct()
                                .toArray());
    }

    /** Returns the choice of each row: its own for a column of choices, its bin by these edges for one of numbers. */
    int[] codes(ColumnValues values) {
        return values instanceof ChoiceValues choices
                ? choices.codes()
                : Arrays.stream(((NumberValues) values).numbers())
                        .mapToInt(this::bin)
                        .toArray();
    }

    /** Returns the bins of a column, which are none for choices. */
    static QuantileBins of(ColumnValues real) {
        return real instanceof NumberValues numbers ? of(numbers) : new QuantileBins(new double[0]);
    }

    private int bin(double number) {
        if (Double.isNaN(number)) {
            return -1;
        }
        int bin = 0;
        while (bin < edges.length && number >= edges[bin]) {
            bin++;
        }
        return bin;
    }
}
