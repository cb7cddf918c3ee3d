package org.gan4j.tables.judges;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.tables.values.ChoiceValues;
import org.gan4j.tables.values.ColumnValues;
import org.gan4j.tables.values.NumberValues;
import org.gan4j.tables.values.ValueTable;

/**
 * Rows as named numbers.
 *
 * @param columns how each column is written
 */
record RowFeatures(List<Column> columns) {
    /** A feature of a row. */
    record Feature(String name, double value) {}

    /** Adds the features of one row. */
    private interface Column {
        void add(ColumnValues values, int row, List<Feature> to);
    }

    private static final int BINS = 256;
    private static final double FARTHEST = 10;

    /**
     * Writes choices as numbers, the most frequent one as 0, and numbers as their bins between 255 quantiles, since trees cost
     * more the more different numbers there are; the bin of missing ones is below all others.
     */
    static RowFeatures ordinal(ValueTable reference) {
        List<Column> columns = new ArrayList<>();
        for (ColumnValues column : reference.columns()) {
            String name = "c" + columns.size();
            if (column instanceof NumberValues numbers) {
                double[] edges = edges(numbers.sorted());
                columns.add((values, row, to) ->
                        to.add(new Feature(name, bin(edges, ((NumberValues) values).numbers()[row]))));
            } else {
                columns.add((values, row, to) -> to.add(new Feature(name, ((ChoiceValues) values).codes()[row])));
            }
        }
        return new RowFeatures(columns);
    }

    private static double[] edges(double[] sorted) {
        return sorted.length == 0
                ? sorted
                : IntStream.range(1, BINS)
                        .mapToDouble(i -> NumberValues.quantile(sorted, i / (double) BINS))
                        .distinct()
                        .toArray();
    }

    /** Returns twice the number of edges below a number, and one more if it equals the next one; -1 if it is missing. */
    private static int bin(double[] edges, double number) {
        if (Double.isNaN(number)) {
            return -1;
        }
        int place = Arrays.binarySearch(edges, number);
        return place >= 0 ? 2 * place + 1 : 2 * (-place - 1);
    }

    /** Writes choices as one-hots, and standardizes numbers; one that is missing is the mean, with a feature that says so. */
    static RowFeatures oneHot(ValueTable reference) {
        List<Column> columns = new ArrayList<>();
        for (ColumnValues column : reference.columns()) {
            String name = "c" + columns.size();
            if (column instanceof NumberValues numbers) {
                double mean = Arrays.stream(numbers.sorted()).average().orElse(0);
                double deviation = Math.sqrt(Arrays.stream(numbers.sorted())
                        .map(number -> (number - mean) * (number - mean))
                        .average()
                        .orElse(0));
                columns.add((values, row, to) -> {
                    double number = ((NumberValues) values).numbers()[row];
                    if (Double.isNaN(number)) {
                        to.add(new Feature(name + "?", 1));
                    } else {
                        double scaled = deviation > 0 ? (number - mean) / deviation : 0;
                        to.add(new Feature(name, Math.max(-FARTHEST, Math.min(FARTHEST, scaled))));
                    }
                });
            } else {
                columns.add(
                        (values, row, to) -> to.add(new Feature(name + "=" + ((ChoiceValues) values).codes()[row], 1)));
            }
        }
        return new RowFeatures(columns);
    }

    List<Feature> of(ValueTable table, int row) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(table.columns().get(i), row, features);
        }
        return features;
    }
}
