package org.gan4j.data.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.data.tables.TableSchema;
import org.gan4j.api.plugin.Suggestions;

/**
 * Finds out what the columns of a table hold, in one pass over its rows:
 *
 * <ol>
 *   <li>one value alone: a constant;
 *   <li>identifiers: UUIDs; whole numbers that count up; words of one form, letters and digits, that are all different. In a
 *       column whose name says so ({@code id}, {@code customer_id}, {@code uuid}, {@code key}), whole numbers that are all
 *       different are enough;
 *   <li>two words for yes and no, 0 and 1 among them: a flag;
 *   <li>numbers; those with zeros in front, such as postal codes, are words;
 *   <li>dates and times of one form; if months and days cannot be told apart, as in 03/04/2020, months are in front;
 *   <li>free text: sentences, most of which are different, and words that are nearly all different, such as names and
 *       addresses, which would otherwise be made known;
 *   <li>everything else: categories.
 * </ol>
 *
 * <p>The memory is bounded: a column's different values are counted up to 50,000.
 */
public final class SchemaInference {
    private SchemaInference() {}

    /**
     * Returns the schema of a table.
     *
     * @throws IllegalArgumentException if it has no rows or cannot be read
     */
    public static TableSchema of(TableRows rows) {
        return of(rows, Map.of());
    }

    /**
     * Returns the schema of a table of which some columns are known.
     *
     * @throws IllegalArgumentException if there is no such column, or it cannot hold that; or as {@link #of(TableRows)}
     */
    static TableSchema of(TableRows rows, Map<String, HeldKind> known) {
        for (String name : known.keySet()) {
            if (!rows.columns().contains(name)) {
                throw new IllegalArgumentException(
                        "the table has no column " + name + Suggestions.ending(name, rows.columns()));
            }
        }
        List<ColumnProfile> profiles = new ArrayList<>();
        rows.columns().forEach(name -> profiles.add(new ColumnProfile(name)));
        rows.forEach(row -> {
            for (int i = 0; i < profiles.size(); i++) {
                profiles.get(i).add(row.get(i));
            }
        });
        return new TableSchema(profiles.stream()
                .map(profile -> profile.column(Optional.ofNullable(known.get(profile.name()))))
                .toList());
    }
}
