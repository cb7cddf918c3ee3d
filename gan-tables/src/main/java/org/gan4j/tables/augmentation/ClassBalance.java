package org.gan4j.tables.augmentation;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.data.tables.SchemaInference;
import org.gan4j.data.tables.TableRows;

/**
 * The samples that classes lack. With n of the largest class, each class gets as many as it lacks to share · n, rounded; a class
 * that has as many gets none, and none is ever taken away. With the share 1, all classes become as large as the largest.
 *
 * @param counts the number of samples of each class, at least two, the most frequent first
 * @param share the size of the smallest classes, as a share of the largest; above 0, and at most 1
 */
public record ClassBalance(Map<String, Integer> counts, double share) {
    /**
     * Orders the classes: the most frequent first, and of equal ones the first by name.
     *
     * @throws IllegalArgumentException if there are fewer than two, a class is empty, or the share is out of range
     */
    public ClassBalance {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("the share of the largest class must be above 0 and at most 1, not "
                    + share + "; 1 makes all equal");
        }
        if (counts.size() < 2) {
            throw new IllegalArgumentException(
                    "there " + (counts.isEmpty() ? "is no class" : "is one class alone, " + counts.keySet())
                            + ", and rare classes need another that is larger; pass samples of two classes or more");
        }
        counts.forEach((name, count) -> {
            if (count < 1) {
                throw new IllegalArgumentException(
                        "the class " + name + " has " + count + " samples; leave it out, or give it at least one");
            }
        });
        counts = Collections.unmodifiableMap(counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first, LinkedHashMap::new)));
    }

    /**
     * Counts the classes of a table. Rows without a class are not counted.
     *
     * @param column the column of classes, as {@link SchemaInference} finds it
     * @throws IllegalArgumentException if there is no such column, it holds no choices or one alone, or the share is out of range
     */
    public static ClassBalance of(TableRows rows, String column, double share) {
        require(rows, column);
        return of(rows, SchemaInference.of(rows).column(column), share);
    }

    /**
     * Counts the classes of a table. Rows without a class are not counted.
     *
     * @param column the column of classes, with what it holds
     * @throws IllegalArgumentException if there is no such column, it holds no choices or one alone, or the share is out of range
     */
    public static ClassBalance of(TableRows rows, TableColumn column, double share) {
        int place = require(rows, column.name());
        if (!(column.type() instanceof ColumnType.Categories
                || column.type() instanceof ColumnType.Flag
                || column.type() instanceof ColumnType.Constant)) {
            throw new IllegalArgumentException("the column " + column.name() + " holds no classes, but "
                    + column.type().summary() + "; name a column of categories, or of yes and no");
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows.forEach(row -> {
            if (!row.get(place).isEmpty()) {
                counts.merge(row.get(place), 1, Integer::sum);
            }
        });
        return new ClassBalance(counts, share);
    }

    private static int require(TableRows rows, String column) {
        int place = rows.columns().indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "the table has no column " + column + Suggestions.ending(column, rows.columns()));
        }
        return place;
    }

    /** Returns the number of samples of the largest class. */
    public int largest() {
        return counts.values().iterator().next();
    }

    /** Returns the number of samples that each class lacks, in the order of the classes; 0 for those that lack none. */
    public Map<String, Integer> added() {
        int wished = (int) Math.round(share * largest());
        Map<String, Integer> added = new LinkedHashMap<>();
        counts.forEach((name, count) -> added.put(name, Math.max(0, wished - count)));
        return Collections.unmodifiableMap(added);
    }

    /** Returns the number of samples that all classes lack together. */
    public int total() {
        return added().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns the class of the fewest samples. */
    public String rarest() {
        return counts.keySet().stream().reduce((first, second) -> second).orElseThrow();
    }

    /** Returns a line for each class, such as "  yes: 566, and 2,868 added". */
    @Override
    public String toString() {
        Map<String, Integer> added = added();
        return counts.entrySet().stream()
                .map(each -> String.format(Locale.ROOT, "  %s: %,d, ", each.getKey(), each.getValue())
                        + added(added.get(each.getKey())))
                .collect(Collectors.joining("\n"));
    }

    private static String added(int count) {
        return count == 0 ? "none added" : String.format(Locale.ROOT, "and %,d added", count);
    }
}
