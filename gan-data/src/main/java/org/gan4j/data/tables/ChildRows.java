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
    private final ParentKeys<List<String>> keys;
    private final Map<String, HeldKind> known;

    /**
     * Reads the parent table.
     *
     * @param own the child table's file, for messages
     * @param known columns whose kinds are known; those of the parent under their own names
     * @throws IllegalArgumentException if a table lacks its column of keys, or a parent its key, or two have the same one
     */
    ChildRows(TableRows rows, Relation relation, Path own, TableRows parents, Map<String, HeldKind> known) {
        this.relation = relation;
        this.rows = rows;
        this.known = known;
        this.key = Relation.place(relation.child(), rows, own);
        this.parents = SchemaInference.of(parents, knownOfParents());
        int parentKey = Relation.place(relation.parent(), parents, relation.file());
        this.joined = IntStream.range(0, this.parents.columns().size())
                .filter(i -> i != parentKey && isJoined(this.parents.columns().get(i)))
                .boxed()
                .toList();
        Map<String, String> once = new HashMap<>(); // the same words come again and again
        this.keys = ParentKeys.read(parents, relation.parent(), relation.file(), row -> joined.stream()
                .map(i -> once.computeIfAbsent(row.get(i), text -> text))
                .toList());
    }

    private Map<String, HeldKind> knownOfParents() {
        String prefix = relation.table() + ".";
        Map<String, HeldKind> own = new HashMap<>();
        known.forEach((name, kind) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), kind);
            }
        });
        return own;
    }

    private Map<String, HeldKind> knownOfChildren() {
        Map<String, HeldKind> own = new HashMap<>(known);
        own.keySet()
                .removeIf(name -> name.startsWith(relation.table() + ".")
                        && !rows.columns().contains(name));
        return own;
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
            List<String> parent = keys.of(own.get(key), relation.child(), number[0]);
            row.accept(Stream.concat(own.stream(), parent.stream()).toList());
        });
    }

    /** Returns what the columns hold, of which those of the parent are given. */
    TableSchema schema() {
        List<TableColumn> columns = new ArrayList<>();
        for (TableColumn column : SchemaInference.of(rows, knownOfChildren()).columns()) {
            columns.add(
                    column.name().equals(relation.child())
                            ? new TableColumn(
                                    column.name(), new ColumnType.Reference(relation.table(), relation.parent()), 0)
                            : column);
        }
        for (int i : joined) {
            TableColumn column = parents.columns().get(i);
            if (rows.columns().contains(name(column))) {
                throw new IllegalArgumentException(
                        "the column " + column.name() + " of the parent table needs the name " + name(column)
                                + ", which a column of this table has: rename one of them");
            }
            columns.add(new TableColumn(name(column), column.type(), column.missing(), Role.GIVEN));
        }
        return new TableSchema(columns);
    }
}
