package org.gan4j.data.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.api.data.tables.TableColumn.Role;
import org.gan4j.api.data.tables.TableSchema;
import org.gan4j.api.data.tables.ValueText;

/** The rows of a child table, each with the columns of its parent, which are called {@code customers.age}. */
final class ChildRows implements TableRows {
    private final Relation relation;
    private final TableRows rows;
    private final int key;
    private final TableSchema parents;
    private final List<Integer> joined;
    private final Map<String, List<String>> byKey = new HashMap<>();

    /**
     * Reads the parent table.
     *
     * @param own the child table's file, for messages
     * @throws IllegalArgumentException if a table lacks its column of keys, or two parents have the same key
     */
    ChildRows(TableRows rows, Relation relation, Path own, TableRows parents) {
        this.relation = relation;
        this.rows = rows;
        this.key = Relation.place(relation.child(), rows, own);
        int parentKey = Relation.place(relation.parent(), parents, relation.file());
        this.parents = SchemaInference.of(parents);
        this.joined = IntStream.range(0, this.parents.columns().size())
                .filter(i -> i != parentKey && isJoined(this.parents.columns().get(i)))
                .boxed()
                .toList();
        parents.forEach(row -> {
            List<String> some = joined.stream().map(row::get).toList();
            if (byKey.put(row.get(parentKey), some) != null) {
                throw new IllegalArgumentException("two rows of " + relation.file() + " have the same "
                        + relation.parent() + ", " + row.get(parentKey) + ": name the column that tells rows apart");
            }
        });
    }

    private static boolean isJoined(TableColumn column) {
        return column.type() instanceof ColumnType.Categories
                || column.type() instanceof ColumnType.Flag
                || ValueText.of(column.type()).isPresent();
    }

    @Override
    public List<String> columns() {
        Stream<String> given = joined.stream().map(i -> name(parents.columns().get(i)));
        return Stream.concat(rows.columns().stream(), given).toList();
    }

    private String name(TableColumn column) {
        return relation.table() + "." + column.name();
    }

    @Override
    public void forEach(Consumer<List<String>> row) {
        long[] number = {0};
        rows.forEach(own -> {
            number[0]++;
            List<String> parent = byKey.get(own.get(key));
            if (parent == null) {
                throw new IllegalArgumentException(
                        "row " + number[0] + " has the " + relation.child() + " '" + own.get(key)
                                + "', which no row of " + relation.file() + " has: add it, or leave out this row");
            }
            row.accept(Stream.concat(own.stream(), parent.stream()).toList());
        });
    }

    /** Returns what the columns hold, of which those of the parent are given. */
    TableSchema schema(Map<String, HeldKind> known) {
        List<TableColumn> columns = new ArrayList<>();
        for (TableColumn column : SchemaInference.of(rows, known).columns()) {
            columns.add(
                    column.name().equals(relation.child())
                            ? new TableColumn(
                                    column.name(), new ColumnType.Reference(relation.table(), relation.parent()), 0)
                            : column);
        }
        for (int i : joined) {
            TableColumn column = parents.columns().get(i);
            columns.add(new TableColumn(name(column), column.type(), column.missing(), Role.GIVEN));
        }
        return new TableSchema(columns);
    }
}
