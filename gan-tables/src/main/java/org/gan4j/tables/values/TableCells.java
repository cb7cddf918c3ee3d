package org.gan4j.tables.values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.api.data.tables.TableSchema;
import org.gan4j.api.data.tables.ValueText;
import org.gan4j.data.tables.TableRows;

/**
 * The texts of the compared columns of one table.
 *
 * @param which the table's name in messages
 * @param columns for each column its texts, one for each row
 */
record TableCells(String which, List<List<String>> columns) {
    static TableCells of(String which, TableRows table, TableSchema schema, List<TableColumn> compared) {
        List<String> known = schema.columns().stream().map(TableColumn::name).toList();
        for (String name : table.columns()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("the " + which + " table has a column " + name
                        + ", which the training table has not; leave it out");
            }
        }
        int[] places = compared.stream()
                .mapToInt(column -> {
                    int place = table.columns().indexOf(column.name());
                    if (place < 0) {
                        throw new IllegalArgumentException("the " + which + " table has no column " + column.name()
                                + ", which the training table has; pass tables with the same columns");
                    }
                    return place;
                })
                .toArray();
        List<List<String>> columns = new ArrayList<>();
        compared.forEach(column -> columns.add(new ArrayList<>()));
        table.forEach(row -> {
            for (int i = 0; i < places.length; i++) {
                columns.get(i).add(row.get(places[i]));
            }
        });
        return new TableCells(which, columns);
    }

    /** Returns the values of tables with the same columns, that of training first. */
    static List<ValueTable> values(List<TableCells> tables, List<TableColumn> compared) {
        List<List<ColumnValues>> values = new ArrayList<>();
        tables.forEach(table -> values.add(new ArrayList<>()));
        for (int i = 0; i < compared.size(); i++) {
            TableColumn column = compared.get(i);
            Optional<ValueText> text = ValueText.of(column.type());
            List<String> words = text.isPresent() ? List.of() : words(tables, i);
            Map<String, Integer> codes = new HashMap<>();
            words.forEach(word -> codes.put(word, codes.size()));
            for (int t = 0; t < tables.size(); t++) {
                List<String> cells = tables.get(t).columns.get(i);
                values.get(t)
                        .add(
                                text.isPresent()
                                        ? tables.get(t).numbers(column, text.get(), cells)
                                        : new ChoiceValues(
                                                column.name(),
                                                words,
                                                cells.stream()
                                                        .mapToInt(codes::get)
                                                        .toArray()));
            }
        }
        return values.stream().map(ValueTable::new).toList();
    }

    /** Returns the words of a column in all tables: those of training first, by their frequency there. */
    private static List<String> words(List<TableCells> tables, int column) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        tables.get(0).columns.get(column).forEach(word -> counts.merge(word, 1, Integer::sum));
        tables.forEach(table -> table.columns.get(column).forEach(word -> counts.putIfAbsent(word, 0)));
        return counts.keySet().stream()
                .sorted(Comparator.<String>comparingInt(word -> -counts.get(word))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private NumberValues numbers(TableColumn column, ValueText text, List<String> cells) {
        double[] numbers = IntStream.range(0, cells.size())
                .mapToDouble(row -> cells.get(row).isEmpty() ? Double.NaN : number(column, text, row, cells.get(row)))
                .toArray();
        return new NumberValues(column.name(), numbers);
    }

    private double number(TableColumn column, ValueText text, int row, String cell) {
        try {
            double number = text.parsed(cell);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (IllegalArgumentException other) {
            throw misfit(column, row, cell, other);
        }
        throw misfit(column, row, cell, null);
    }

    private IllegalArgumentException misfit(TableColumn column, int row, String cell, Exception cause) {
        return new IllegalArgumentException(
                "row " + (row + 1) + " of the " + which + " table, column " + column.name() + ": '" + cell
                        + "' does not fit, since the column of the training table holds "
                        + column.type().summary() + "; correct the cell, or leave out the column in all tables",
                cause);
    }
}
