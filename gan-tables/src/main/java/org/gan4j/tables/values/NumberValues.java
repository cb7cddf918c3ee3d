package org.gan4j.tables.values;

import java.util.Arrays;

/**
 * A column of numbers, or of dates and times as seconds.
 *
 * @param name the name of the column
 * @param numbers a number for each row; NaN if it is missing
 */
public record NumberValues(String name, double[] numbers) implements ColumnValues {
    @Override
    public int count() {
        return numbers.length;
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(numbers[row]);
    }

    @Override
    public NumberValues and(ColumnValues other) {
        double[] more = ((NumberValues) other).numbers;
        double[] all = Arrays.copyOf(numbers, numbers.length + more.length);
        System.arraycopy(more, 0, all, numbers.length, more.length);
        return new NumberValues(name, all);
    }

    @Override
    public NumberValues of(int[] rows) {
        return new NumberValues(
                name, Arrays.stream(rows).mapToDouble(row -> numbers[row]).toArray());
    }

    /** Returns the numbers that are not missing, in ascending order. */
    public double[] sorted() {
        return Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
    }

    /**
     * Returns a quantile, between two numbers in proportion, as NumPy does.
     *
     * @param sorted at least one number, in ascending order
     * @param share from 0 to 1
     */
    public static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
