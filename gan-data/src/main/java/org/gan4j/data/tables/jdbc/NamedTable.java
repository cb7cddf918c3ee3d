package org.gan4j.data.tables.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.plugin.Suggestions;

/**
 * A table or a view of a database.
 *
 * @param catalog empty if the connection is in it, or the database has none
 * @param schema empty if the database has none
 */
record NamedTable(String catalog, String schema, String name) {
    private static final List<String> SYSTEM = List.of("information_schema", "pg_catalog", "sys", "mysql");

    /**
     * Returns the table that a text names: its name, perhaps with its schema in front, in another case if only one is meant.
     *
     * @throws IllegalArgumentException if there is no such table; the message suggests near ones
     */
    static NamedTable required(Connection connection, String typed) throws SQLException {
        return find(connection, typed)
                .orElseThrow(() ->
                        new IllegalArgumentException("the database has no table " + typed + ending(connection, typed)));
    }

    private static String ending(Connection connection, String typed) {
        try {
            List<String> names = all(connection).stream()
                    .filter(table -> !SYSTEM.contains(table.schema.toLowerCase(Locale.ROOT)))
                    .map(table -> typed.contains(".") ? table.label() : table.name)
                    .distinct()
                    .sorted()
                    .toList();
            return names.isEmpty()
                    ? ": create it, or name another database"
                    : Suggestions.ending(
                            typed,
                            names,
                            "; there are " + names.stream().limit(10).collect(Collectors.joining(", ")));
        } catch (SQLException unknown) {
            return ": name one that is there";
        }
    }

    /**
     * Returns the table that a text names, if it is there.
     *
     * @throws IllegalArgumentException if it may be one of several
     */
    static Optional<NamedTable> find(Connection connection, String typed) throws SQLException {
        List<NamedTable> all = all(connection);
        String schema = orEmpty(connection.getSchema());
        List<Predicate<NamedTable>> ways = List.of(
                table -> table.here(schema) && table.name.equals(typed),
                table -> table.here(schema) && table.name.equalsIgnoreCase(typed),
                table -> table.label().equals(typed),
                table -> table.label().equalsIgnoreCase(typed),
                table -> table.name.equals(typed),
                table -> table.name.equalsIgnoreCase(typed));
        for (Predicate<NamedTable> way : ways) {
            List<NamedTable> found = all.stream().filter(way).toList();
            if (found.size() > 1) {
                throw new IllegalArgumentException("the database has several tables " + typed + ": name one of "
                        + found.stream().map(NamedTable::label).sorted().collect(Collectors.joining(", ")));
            }
            if (!found.isEmpty()) {
                return Optional.of(found.get(0));
            }
        }
        return Optional.empty();
    }

    /** Returns the name of a table that is not there yet: in the schema in front, if there is such a schema. */
    static NamedTable fresh(Connection connection, String typed) throws SQLException {
        int point = typed.indexOf('.');
        if (point > 0) {
            String front = typed.substring(0, point);
            DatabaseMetaData data = connection.getMetaData();
            Optional<String> schema = named(data.getSchemas(), "TABLE_SCHEM", front);
            if (schema.isPresent()) {
                return new NamedTable("", schema.get(), typed.substring(point + 1));
            }
            Optional<String> catalog = data.supportsCatalogsInDataManipulation()
                    ? named(data.getCatalogs(), "TABLE_CAT", front)
                    : Optional.empty();
            if (catalog.isPresent()) {
                return new NamedTable(catalog.get(), "", typed.substring(point + 1));
            }
        }
        return new NamedTable("", orEmpty(connection.getSchema()), typed);
    }

    private static Optional<String> named(ResultSet rows, String column, String typed) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        try (rows) {
            while (rows.next()) {
                String name = orEmpty(rows.getString(column));
                found.put(name.equals(typed) ? "" : name, name); // the exact one first
            }
        }
        return found.values().stream().filter(typed::equalsIgnoreCase).findFirst();
    }

    private static List<NamedTable> all(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        String here = orEmpty(connection.getCatalog());
        boolean catalogs = data.supportsCatalogsInDataManipulation();
        List<NamedTable> all = new ArrayList<>();
        try (ResultSet rows = data.getTables(null, null, "%", null)) {
            while (rows.next()) {
                String type = orEmpty(rows.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT);
                if ((type.endsWith("TABLE") || type.endsWith("VIEW")) && !type.startsWith("SYSTEM")) {
                    String catalog = orEmpty(rows.getString("TABLE_CAT"));
                    if (catalogs || catalog.equals(here) || catalog.isEmpty()) {
                        all.add(new NamedTable(
                                catalog.equals(here) ? "" : catalog,
                                orEmpty(rows.getString("TABLE_SCHEM")),
                                rows.getString("TABLE_NAME")));
                    }
                }
            }
        }
        return all;
    }

    /** Returns whether the table is there. */
    boolean exists(Connection connection) throws SQLException {
        return all(connection).stream().anyMatch(table -> table.label().equalsIgnoreCase(label()));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private boolean here(String current) {
        return catalog.isEmpty() && (schema.isEmpty() || schema.equals(current));
    }

    private Stream<String> parts() {
        return Stream.of(catalog, schema, name).filter(part -> !part.isEmpty());
    }

    /** Returns the name with its schema, for people. */
    String label() {
        return parts().collect(Collectors.joining("."));
    }

    /** Returns the table of this name in the same schema. */
    NamedTable sibling(String other) {
        return new NamedTable(catalog, schema, other);
    }

    /** Returns the name with its schema, in quotes, for statements. */
    String sql(Quotes quotes) {
        return parts().map(quotes::of).collect(Collectors.joining("."));
    }

    /** Returns the columns of the primary key in their order; none if there is no key. */
    List<String> key(Connection connection) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        String cat = catalog.isEmpty() ? connection.getCatalog() : catalog;
        try (ResultSet rows = connection.getMetaData().getPrimaryKeys(cat, schema.isEmpty() ? null : schema, name)) {
            while (rows.next()) {
                columns.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(columns.values());
    }
}
