package org.gan4j.data.tables;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of each row of a parent table, by its key.
 *
 * @param column the column of the keys
 * @param file the parent table's file, for messages
 * @param place the place of the column
 * @param byKey what is known
 */
record ParentKeys<T>(String column, Path file, int place, Map<String, T> byKey) {
    /**
     * Reads the parent table.
     *
     * @throws IllegalArgumentException if it has no such column, or a row without a key or with that of another row
     */
    static <T> ParentKeys<T> read(TableRows parents, String column, Path file, Function<List<String>, T> known) {
        int place = Relation.place(column, parents, file);
        Map<String, T> byKey = new HashMap<>();
        long[] number = {0};
        parents.forEach(row -> {
            number[0]++;
            String key = row.get(place);
            if (key.isEmpty()) {
                throw new IllegalArgumentException("row " + number[0] + " of " + file + " has no " + column
                        + ", by which tables are related: add it, or leave out the row");
            }
            if (byKey.put(key, known.apply(row)) != null) {
                throw new IllegalArgumentException("two rows of " + file + " have the same " + column + ", " + key
                        + ": name the column that tells rows apart");
            }
        });
        return new ParentKeys<>(column, file, place, byKey);
    }

    /**
     * Returns what is known of the parent of a row.
     *
     * @param number the number of the row, from 1, for messages
     * @throws IllegalArgumentException if the row names no parent, or one that does not exist
     */
    T of(String key, String reference, long number) {
        return Optional.ofNullable(byKey.get(key))
                .orElseThrow(() -> new IllegalArgumentException("row " + number + " of the child table has "
                        + (key.isEmpty() ? "no " + reference : "the " + reference + " '" + key + "'")
                        + (key.isEmpty() ? "" : ", which no row of " + file + " has")
                        + ": each row needs a parent, so add it, or leave out the row"));
    }
}
