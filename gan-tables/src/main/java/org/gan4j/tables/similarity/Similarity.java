package org.gan4j.tables.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.tables.values.ColumnValues;
import org.gan4j.tables.values.NumberValues;
import org.gan4j.tables.values.ValueTable;

/**
 * The likeness of a table to a real one.
 *
 * @param shapes each column
 * @param pairs each pair of columns
 */
public record Similarity(List<ColumnShape> shapes, List<PairTrend> pairs) {
    /** Copies the lists. */
    public Similarity {
        shapes = List.copyOf(shapes);
        pairs = List.copyOf(pairs);
    }

    /** Compares two tables with the same columns. */
    public static Similarity of(ValueTable real, ValueTable other) {
        int count = real.columns().size();
        List<ColumnShape> shapes = IntStream.range(0, count)
                .mapToObj(i ->
                        ColumnShape.of(real.columns().get(i), other.columns().get(i)))
                .toList();
        List<int[]> codes = new ArrayList<>();
        List<int[]> otherCodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            QuantileBins bins = QuantileBins.of(real.columns().get(i));
            codes.add(bins.codes(real.columns().get(i)));
            otherCodes.add(bins.codes(other.columns().get(i)));
        }
        List<PairTrend> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                ColumnValues first = real.columns().get(i);
                ColumnValues second = real.columns().get(j);
                pairs.add(
                        first instanceof NumberValues x && second instanceof NumberValues y
                                ? PairTrend.correlation(new NumberValues[] {x, y}, new NumberValues[] {
                                    (NumberValues) other.columns().get(i),
                                    (NumberValues) other.columns().get(j)
                                })
                                : PairTrend.contingency(
                                        first,
                                        second,
                                        Contingency.of(codes.get(i), codes.get(j)),
                                        Contingency.of(otherCodes.get(i), otherCodes.get(j))));
            }
        }
        return new Similarity(shapes, pairs);
    }

    /** Returns the mean of the columns. */
    public double shape() {
        return shapes.stream().mapToDouble(ColumnShape::score).average().orElse(1);
    }

    /** Returns the mean of the pairs; 1 if there is one column only. */
    public double trend() {
        return pairs.stream().mapToDouble(PairTrend::score).average().orElse(1);
    }

    /** Returns the mean of 1 − the difference of the shares of missing values. */
    public double missing() {
        return shapes.stream().mapToDouble(ColumnShape::missingScore).average().orElse(1);
    }
}
