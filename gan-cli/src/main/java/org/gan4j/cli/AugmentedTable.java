package org.gan4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gan4j.api.data.tables.Choice;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.apps.tabular.TableSampler;
import org.gan4j.data.tables.CsvRows;
import org.gan4j.data.tables.CsvTable;
import org.gan4j.tables.augmentation.ClassBalance;

/**
 * Real rows, and synthetic ones of the classes that lack some.
 *
 * @param real the real rows
 * @param sampler makes the others
 * @param names what is named in messages
 * @param balance the classes, with the rows that they lack
 * @param count the number of real rows
 */
record AugmentedTable(CsvRows real, TableSampler sampler, Names names, ClassBalance balance, int count) {
    private static final int PART = 1000;
    private static final String YES = "yes";
    private static final String NO = "no";

    /**
     * The names of a table.
     *
     * @param file its file
     * @param run the folder of the run
     * @param column the column of classes
     */
    record Names(Path file, Path run, String column) {}

    /**
     * Plans the rows that are added.
     *
     * @param share the size of rare classes, as a share of the largest
     * @throws IllegalArgumentException if the columns are not those of the sampler, the column of classes holds none, the share is
     *     out of range, or a class that lacks rows was not learned
     */
    static AugmentedTable of(CsvRows real, TableSampler sampler, Names names, double share) {
        requireColumns(real, sampler, names);
        ClassBalance balance = ClassBalance.of(real, sampler.table().schema().column(names.column()), share);
        List<String> learned = sampler.table().choices().stream()
                .filter(choice -> choice.column().equals(names.column()))
                .map(Choice::values)
                .findFirst()
                .orElse(List.of());
        balance.added().forEach((name, count) -> {
            if (count > 0 && !learned.contains(name)) {
                throw new IllegalArgumentException("the GAN of " + names.run() + " has not learned the class " + name
                        + " of the column " + names.column() + ", but "
                        + String.join(
                                ", ",
                                learned.stream().filter(each -> !each.isEmpty()).toList())
                        + "; leave out its rows, or train a GAN on this table");
            }
        });
        int[] count = {0};
        real.forEach(row -> count[0]++);
        return new AugmentedTable(real, sampler, names, balance, count[0]);
    }

    private static void requireColumns(CsvRows real, TableSampler sampler, Names names) {
        List<String> made = WrittenColumns.of(sampler).names();
        if (!real.columns().contains(names.column())) {
            throw new IllegalArgumentException(names.file() + " has no column " + names.column()
                    + Suggestions.ending(names.column(), real.columns()));
        }
        made.stream().filter(name -> !real.columns().contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(names.file() + " has no column " + name + ", which the GAN of "
                    + names.run() + " makes; pass a table with the columns that it was trained on");
        });
        List<String> text = sampler.table().schema().columns().stream()
                .filter(column -> column.type() instanceof ColumnType.FreeText)
                .map(TableColumn::name)
                .toList();
        real.columns().stream()
                .filter(name -> !made.contains(name) && !text.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(names.file() + " has a column " + name + ", which the GAN of "
                            + names.run() + " was not trained on; leave it out");
                });
    }

    /**
     * Writes or replaces a file: the real rows as they are, then the synthetic ones, class by class.
     *
     * @param mark the column that says which rows are synthetic, if there is one
     * @throws IllegalArgumentException if the table has that column, or the GAN makes next to no row of a class
     */
    void write(Path out, Optional<String> mark, long seed) {
        mark.filter(real.columns()::contains).ifPresent(name -> {
            throw new IllegalArgumentException(
                    names.file() + " has a column " + name + " already; pass another name by --mark");
        });
        List<String> columns =
                Stream.concat(real.columns().stream(), mark.stream()).toList();
        CsvTable.write(out, columns, parts -> {
            List<List<String>> part = new ArrayList<>();
            real.asWritten().forEach(row -> {
                part.add(marked(row, mark, NO));
                if (part.size() == PART) {
                    parts.accept(part);
                    part.clear();
                }
            });
            parts.accept(part);
            made(
                    seed,
                    rows -> parts.accept(
                            rows.stream().map(row -> marked(row, mark, YES)).toList()));
        });
    }

    private static List<String> marked(List<String> row, Optional<String> mark, String word) {
        return mark.isEmpty()
                ? row
                : Stream.concat(row.stream(), Stream.of(word)).toList();
    }

    private void made(long seed, Consumer<List<List<String>>> parts) {
        int from = count; // identifiers that count go on after those of the real rows
        for (Map.Entry<String, Integer> each : balance.added().entrySet()) {
            for (int done = 0; done < each.getValue(); done += PART) {
                parts.accept(rows(each.getKey(), from + done, Math.min(PART, each.getValue() - done), seed));
            }
            from += each.getValue();
        }
    }

    /** Makes rows of a class, with the columns of the real table, of which those of free text are empty. */
    List<List<String>> rows(String name, int from, int some, long seed) {
        String condition = "\"" + names.column().replace("\"", "\"\"") + "\" = '" + name.replace("'", "''") + "'";
        List<Integer> places =
                real.columns().stream().map(sampler.columns()::indexOf).toList();
        return sampler.where(condition).rows(seed, from, some).stream()
                .map(row -> places.stream()
                        .map(place -> place < 0 ? "" : row.get(place))
                        .toList())
                .toList();
    }

    /** Returns the number of rows of both kinds, in words. */
    String sum() {
        return String.format(Locale.ROOT, "%,d real and %,d synthetic rows", count, balance.total());
    }
}
