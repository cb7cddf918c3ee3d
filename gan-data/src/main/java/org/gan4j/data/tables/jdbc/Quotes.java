package org.gan4j.data.tables.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Quotes the names of tables and columns, so that each is a name and nothing else.
 *
 * @param mark the character around names; blank if the database has none
 */
record Quotes(String mark) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    static Quotes of(Connection connection) throws SQLException {
        String mark = connection.getMetaData().getIdentifierQuoteString();
        return new Quotes(mark == null ? "" : mark.strip());
    }

    /**
     * Returns a name in quotes.
     *
     * @throws IllegalArgumentException if the database cannot quote it
     */
    String of(String name) {
        if (name.indexOf('\0') >= 0 || mark.isEmpty() && !PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the database has no quotes for the name '" + name + "': use letters, digits and underscores");
        }
        return mark + (mark.isEmpty() ? name : name.replace(mark, mark + mark)) + mark;
    }

    /** Returns names in quotes with commas between them. */
    String list(List<String> names) {
        return names.stream().map(this::of).collect(Collectors.joining(", "));
    }
}
