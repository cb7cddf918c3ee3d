package org.gan4j.data.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * @param parentColumn the column of the parent's keys
     * @param key the place of the keys among the parent's columns
     * @param counts the number of children of each key that has some
     */
    private record Children(String name, String parentColumn, int key, Map<String, Integer> counts) {}

    ParentRows(TableRows rows) {
        this.rows = rows;
    }

    /**
     * Counts the rows of a child table.
     *
     * @param own the parent table's file, for messages
     * @throws IllegalArgumentException if a table lacks its column of keys, or two parents have the same key
     */
    void count(Relation relation, Path own, TableRows of) {
        int key = Relation.place(relation.parent(), rows, own);
        Set<String> keys = new HashSet<>();
        rows.forEach(row -> {
            if (!keys.add(row.get(key))) {
                throw new IllegalArgumentException("two rows of " + own + " have the same " + relation.parent() + ", "
                        + row.get(key) + ": name the column that tells rows apart");
            }
        });
        int place = Relation.place(relation.child(), of, relation.file());
        Map<String, Integer> counts = new HashMap<>();
        of.forEach(row -> counts.merge(row.get(place), 1, Integer::sum));
        children.add(new Children(relation.table() + ".count", relation.parent(), key, counts));
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
                whole.add(String.valueOf(each.counts().getOrDefault(own.get(each.key()), 0)));
            }
            row.accept(whole);
        });
    }

    /** Returns what the columns hold: the keys are identifiers, and the numbers of children are not written. */
    TableSchema schema(Map<String, HeldKind> known) {
        Map<String, HeldKind> all = new HashMap<>(known);
        for (Children each : children) {
            all.put(each.name(), HeldKind.NUMBERS);
            all.putIfAbsent(each.parentColumn(), HeldKind.IDENTIFIERS);
        }
        List<String> counts = children.stream().map(Children::name).toList();
        return new TableSchema(SchemaInference.of(this, all).columns().stream()
                .map(column -> counts.contains(column.name()) ? column.as(Role.COUNT) : column)
                .toList());
    }
}
