package org.gan4j.data.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gan4j.api.data.tables.TableColumn.Role;
import org.gan4j.api.data.tables.TableSchema;

/** The rows of a parent table, each with the number of its rows in child tables, called {@code orders.count}. */
final class ParentRows implements TableRows {
    private final TableRows rows;
    private final List<Children> children = new ArrayList<>();

    /**
     * The numbers of children.
     *
     * @param name the name of the column
     * @param keys the number of each parent
     */
    private record Children(String name, ParentKeys<int[]> keys) {}

    ParentRows(TableRows rows) {
        this.rows = rows;
    }

    /**
     * Counts the rows of a child table.
     *
     * @param own the parent table's file, for messages
     * @throws IllegalArgumentException if a table lacks its column of keys, a parent its key, two parents have the same one, or a row no
     *     parent
     */
    void count(Relation relation, Path own, TableRows of) {
        ParentKeys<int[]> keys = ParentKeys.read(rows, relation.parent(), own, row -> new int[1]);
        int place = Relation.place(relation.child(), of, relation.file());
        long[] number = {0};
        of.forEach(row -> {
            number[0]++;
            keys.of(row.get(place), relation.child(), number[0])[0]++;
        });
        String name = relation.table() + ".count";
        if (columns().contains(name)) {
            throw new IllegalArgumentException("the number of rows of " + relation.file() + " needs the name " + name
                    + ", which another column has: rename one of the files, or the column");
        }
        children.add(new Children(name, keys));
    }

    @Override
    public List<String> columns() {
        return Stream.concat(rows.columns().stream(), children.stream().map(Children::name))
                .toList();
    }

    @Override
    public void forEach(Consumer<List<String>> row) {
        rows.forEach(own -> {
            List<String> whole = new ArrayList<>(own);
            for (Children each : children) {
                whole.add(String.valueOf(
                        each.keys().byKey().get(own.get(each.keys().place()))[0]));
            }
            row.accept(whole);
        });
    }

    /** Returns what the columns hold: the keys are identifiers, and the numbers of children are not written. */
    TableSchema schema(Map<String, HeldKind> known) {
        Map<String, HeldKind> all = new HashMap<>(known);
        for (Children each : children) {
            all.put(each.name(), HeldKind.NUMBERS);
            all.putIfAbsent(each.keys().column(), HeldKind.IDENTIFIERS);
        }
        List<String> counts = children.stream().map(Children::name).toList();
        return new TableSchema(SchemaInference.of(this, all).columns().stream()
                .map(column -> counts.contains(column.name()) ? column.as(Role.COUNT) : column)
                .toList());
    }
}
