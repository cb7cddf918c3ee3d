package org.gan4j.data.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.data.tables.Mixture;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.api.data.tables.TableSchema;
import org.gan4j.api.data.tables.ValueText;

/**
 * Finds the modes of the columns that hold numbers, dates or times, in one pass over the rows: each value that at least 5 % of the rows
 * have, and 20, and the mixture of all others.
 */
public final class EncodingFit {
    /** The numbers of a column that its mixture is fitted to; of more, those at even ranks. */
    private static final int MOST_FITTED = 20_000;

    /** The share and the number of rows from which a value is a mode of its own. */
    private static final double FREQUENT_SHARE = 0.05;

    private static final int FREQUENT_ROWS = 20;

    private EncodingFit() {}

    /**
     * Returns the encoding of a table.
     *
     * @param modes the most modes of a column; CTGAN has 10
     * @throws IllegalArgumentException if no column can be learned, a value does not fit the schema, or a column has no
     *     numbers; the message says which
     */
    public static TableEncoding of(TableSchema schema, TableRows rows, int modes) {
        List<Optional<Numbers>> numbers =
                schema.columns().stream().map(Numbers::of).toList();
        long[] row = {0};
        rows.forEach(cells -> {
            row[0]++;
            for (int i = 0; i < numbers.size(); i++) {
                if (numbers.get(i).isPresent() && !cells.get(i).isEmpty()) {
                    numbers.get(i).get().add(cells.get(i), row[0]);
                }
            }
        });
        Map<String, Mixture> mixtures = new LinkedHashMap<>();
        numbers.forEach(column -> column.ifPresent(each -> mixtures.put(each.column.name(), each.mixture(modes))));
        return new TableEncoding(schema, mixtures);
    }

    /** The numbers of a column. */
    private static final class Numbers {
        private final TableColumn column;
        private final ValueText text;
        private double[] found = new double[1024];
        private int count;

        private Numbers(TableColumn column, ValueText text) {
            this.column = column;
            this.text = text;
        }

        /** Returns the empty numbers of a column; none for a column of another kind. */
        static Optional<Numbers> of(TableColumn column) {
            return ValueText.of(column.type()).map(text -> new Numbers(column, text));
        }

        void add(String value, long row) {
            double number;
            try {
                number = text.parsed(value);
            } catch (IllegalArgumentException other) {
                throw new IllegalArgumentException(
                        "row " + row + ", column " + column.name() + ": '" + value
                                + "' does not fit, since the column holds "
                                + column.type().summary(),
                        other);
            }
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count] = number;
            count++;
        }

        Mixture mixture(int modes) {
            if (count == 0) {
                throw new IllegalArgumentException("the column " + column.name() + " holds "
                        + column.type().summary() + ", but no row has a value there");
            }
            double[] sorted = Arrays.copyOf(found, count);
            found = new double[0];
            Arrays.sort(sorted);
            // numbers of children are an order, of which modes of single values would know nothing
            List<Mixture.Mode> all =
                    new ArrayList<>(column.role() == TableColumn.Role.COUNT ? List.of() : frequent(sorted));
            double share = all.stream().mapToDouble(Mixture.Mode::weight).sum();
            double[] others = Arrays.stream(sorted)
                    .filter(x -> all.stream().noneMatch(mode -> mode.mean() == x))
                    .toArray();
            if (others.length > 0) {
                for (Mixture.Mode mode : fitted(others, modes).modes()) {
                    all.add(new Mixture.Mode(mode.weight() * (1 - share), mode.mean(), mode.deviation()));
                }
            }
            return new Mixture(all);
        }

        /** Returns the single values that many rows have, as modes without deviation. */
        private static List<Mixture.Mode> frequent(double[] sorted) {
            List<Mixture.Mode> values = new ArrayList<>();
            int begin = 0;
            for (int i = 1; i <= sorted.length; i++) {
                if (i == sorted.length || sorted[i] != sorted[begin]) {
                    int rows = i - begin;
                    if (rows >= FREQUENT_ROWS && rows >= FREQUENT_SHARE * sorted.length) {
                        values.add(new Mixture.Mode(rows / (double) sorted.length, sorted[begin], 0));
                    }
                    begin = i;
                }
            }
            return values;
        }

        private Mixture fitted(double[] sorted, int modes) {
            double[] fitted = spread(sorted);
            double[] values = new double[fitted.length];
            double[] counts = new double[fitted.length];
            int distinct = 0;
            for (double number : fitted) {
                if (distinct == 0 || number != values[distinct - 1]) {
                    values[distinct] = number;
                    distinct++;
                }
                counts[distinct - 1]++;
            }
            try {
                return MixtureFit.of(Arrays.copyOf(values, distinct), Arrays.copyOf(counts, distinct), modes);
            } catch (IllegalArgumentException beyond) {
                throw new IllegalArgumentException(
                        "the numbers of the column " + column.name() + " are too far apart to be learned: "
                                + column.type().summary(),
                        beyond);
            }
        }

        private static double[] spread(double[] sorted) {
            if (sorted.length <= MOST_FITTED) {
                return sorted;
            }
            double[] some = new double[MOST_FITTED];
            Arrays.setAll(some, i -> sorted[(int) ((2L * i + 1) * sorted.length / (2L * MOST_FITTED))]);
            return some;
        }
    }
}
