package org.gan4j.data.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the encoding of each column, in one pass over the rows. */
final class EncodingFit {
    /** The numbers of a column that its mixture is fitted to; of more, those at even ranks. */
    private static final int MOST_FITTED = 20_000;

    private final TableSchema schema;
    private final int modes;

    EncodingFit(TableSchema schema, int modes) {
        this.schema = schema;
        this.modes = modes;
    }

    /** Returns the encoding of each column; empty for free text. */
    List<Optional<ColumnEncoding>> of(TableRows rows) {
        List<Optional<Numbers>> numbers = schema.columns().stream()
                .map(column -> text(column.type()).map(text -> new Numbers(column, text)))
                .toList();
        rows.forEach(row -> {
            for (int i = 0; i < numbers.size(); i++) {
                if (numbers.get(i).isPresent()) {
                    numbers.get(i).get().add(row.get(i));
                }
            }
        });
        List<Optional<ColumnEncoding>> encodings = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            TableColumn column = schema.columns().get(i);
            encodings.add(
                    numbers.get(i).isPresent()
                            ? Optional.of(numbers.get(i).get().encoding(modes))
                            : other(column));
        }
        return encodings;
    }

    private static Optional<ValueText> text(ColumnType type) {
        if (type instanceof ColumnType.Numbers numbers) {
            return Optional.of(new NumberText(numbers.decimals(), numbers.padded()));
        }
        return type instanceof ColumnType.Moments moments
                ? Optional.of(new MomentText(moments.pattern()))
                : Optional.empty();
    }

    private static Optional<ColumnEncoding> other(TableColumn column) {
        boolean missing = column.missing() > 0;
        if (column.type() instanceof ColumnType.Categories categories) {
            return Optional.of(choice(categories.values(), missing, categories.rare() > 0));
        }
        if (column.type() instanceof ColumnType.Flag flag) {
            return Optional.of(choice(List.of(flag.no(), flag.yes()), missing, false));
        }
        if (column.type() instanceof ColumnType.Constant constant
                && missing
                && !constant.value().isEmpty()) {
            return Optional.of(choice(List.of(constant.value()), true, false));
        }
        return column.type() instanceof ColumnType.FreeText
                ? Optional.empty()
                : Optional.of(new RuleEncoding(column.type()));
    }

    private static ChoiceEncoding choice(List<String> values, boolean missing, boolean rare) {
        return ChoiceEncoding.of(
                missing ? Stream.concat(values.stream(), Stream.of("")).toList() : values, rare);
    }

    /** The numbers of a column. */
    private static final class Numbers {
        private final TableColumn column;
        private final ValueText text;
        private double[] found = new double[1024];
        private int count;

        Numbers(TableColumn column, ValueText text) {
            this.column = column;
            this.text = text;
        }

        void add(String value) {
            if (value.isEmpty()) {
                return;
            }
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count] = text.parsed(value);
            count++;
        }

        NumberEncoding encoding(int modes) {
            double[] sorted = Arrays.copyOf(found, count);
            found = new double[0];
            Arrays.sort(sorted);
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
            Mixture mixture = MixtureFit.of(Arrays.copyOf(values, distinct), Arrays.copyOf(counts, distinct), modes);
            return new NumberEncoding(
                    new ModeNormalization(mixture), text, sorted[0], sorted[count - 1], column.missing() > 0);
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
