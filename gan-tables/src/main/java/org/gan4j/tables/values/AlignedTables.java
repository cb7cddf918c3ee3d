package org.gan4j.tables.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.api.data.tables.TableSchema;
import org.gan4j.data.tables.SchemaInference;
import org.gan4j.data.tables.TableRows;

/**
 * Tables with the same columns, whose values can be compared. The training table decides what the columns hold, as {@link
 * SchemaInference} finds out. Identifiers and free text are not compared.
 *
 * @param training the real rows that a generator was trained on
 * @param heldOut real rows that it was not trained on, if there are any
 * @param synthetic the rows that it made
 * @param leftOut the columns that are not compared, and what they hold
 */
public record AlignedTables(
        ValueTable training, Optional<ValueTable> heldOut, ValueTable synthetic, List<String> leftOut) {
    /** The rows without which no number means anything. */
    private static final int FEWEST = 20;

    private static final String TRAINING = "training";

    /** Copies the columns that are left out. */
    public AlignedTables {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Reads tables, and aligns their columns by name.
     *
     * @throws IllegalArgumentException if a table has fewer than 20 rows, lacks a column or has one more, has a value that does
     *     not fit, or no column can be compared
     */
    public static AlignedTables of(TableRows training, Optional<TableRows> heldOut, TableRows synthetic) {
        int rows = requireRows(TRAINING, training);
        heldOut.ifPresent(table -> requireRows("held-out", table));
        requireRows("synthetic", synthetic);
        TableSchema schema = SchemaInference.of(training);
        List<TableColumn> compared = schema.columns().stream()
                .filter(column -> isCompared(column.type()))
                .toList();
        if (compared.isEmpty()) {
            throw new IllegalArgumentException("no column of the training table can be compared among " + rows
                    + " rows, since all hold identifiers or text; add columns of numbers, dates or categories");
        }
        List<TableCells> cells = new ArrayList<>(List.of(TableCells.of(TRAINING, training, schema, compared)));
        cells.add(TableCells.of("synthetic", synthetic, schema, compared));
        heldOut.ifPresent(table -> cells.add(TableCells.of("held-out", table, schema, compared)));
        List<ValueTable> tables = TableCells.values(cells, compared);
        return new AlignedTables(
                tables.get(0),
                heldOut.map(table -> tables.get(2)),
                tables.get(1),
                schema.columns().stream()
                        .filter(column -> !isCompared(column.type()))
                        .map(TableColumn::toString)
                        .toList());
    }

    private static boolean isCompared(ColumnType type) {
        return !(type instanceof ColumnType.Identifiers || type instanceof ColumnType.FreeText);
    }

    private static int requireRows(String which, TableRows table) {
        int[] count = {0};
        table.forEach(row -> count[0]++);
        if (count[0] < FEWEST) {
            throw new IllegalArgumentException("the " + which + " table has " + (count[0] == 0 ? "no" : count[0])
                    + (count[0] == 1 ? " row" : " rows") + ", and an assessment needs at least " + FEWEST
                    + "; pass a table with more rows");
        }
        return count[0];
    }
}
