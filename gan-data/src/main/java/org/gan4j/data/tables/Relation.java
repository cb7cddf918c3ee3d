package org.gan4j.data.tables;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How rows of a child table refer to rows of a parent table, of which one is in another file.
 *
 * @param file the other file
 * @param child the column of the child table with the keys of parents
 * @param parent the column of the parent table with their keys
 */
record Relation(Path file, String child, String parent) {
    private static final Pattern FORM = Pattern.compile("(?<file>.+)#(?<child>[^#=]+)(=(?<parent>[^#=]+))?");

    /**
     * Reads a relation.
     *
     * @param text such as {@code customers.csv#customer_id}, or {@code customers.csv#customer=id} if the columns have different
     *     names, that of the child first
     * @param own this table's file, in whose folder the other one is looked for first and last
     * @throws IllegalArgumentException if it has another form, or there is no such file
     */
    static Relation of(String text, Path own) {
        Matcher parts = matched(text);
        Path file = Path.of(parts.group("file").strip());
        Path found = Stream.of(own.resolveSibling(file), file, own.resolveSibling(file.getFileName()))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no CSV file " + file + ", which the table is related to"));
        String child = parts.group("child").strip();
        String parent = parts.group("parent");
        return new Relation(found, child, parent == null ? child : parent.strip());
    }

    /**
     * Requires the form of a relation.
     *
     * @throws IllegalArgumentException if it has another one
     */
    static void requireForm(String text) {
        matched(text);
    }

    private static Matcher matched(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' does not say how tables are related: write the other"
                    + " table's file and the column that refers to a row, such as customers.csv#customer_id, or"
                    + " customers.csv#customer=id if the parent's column has another name");
        }
        return parts;
    }

    /** Returns the name of the other table, that of its file without its ending. */
    String table() {
        return table(file);
    }

    /** Returns the name of a table, that of its file without its ending. */
    static String table(Path file) {
        String name = file.getFileName().toString();
        int end = name.lastIndexOf('.');
        return end < 1 ? name : name.substring(0, end);
    }

    /**
     * Returns the place of a column.
     *
     * @throws IllegalArgumentException if there is none
     */
    static int place(String column, TableRows rows, Path file) {
        int place = rows.columns().indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException(
                    file + " has no column " + column + ", by which tables are related; it has " + rows.columns());
        }
        return place;
    }
}
