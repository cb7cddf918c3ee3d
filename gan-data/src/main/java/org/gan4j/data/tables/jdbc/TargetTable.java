package org.gan4j.data.tables.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gan4j.api.data.tables.TableColumn;

/**
 * A table that rows are written into.
 *
 * @param table where it is
 * @param made the columns of the rows
 * @param columns the column of the table for each of them
 * @param quotes quote names
 * @param words the words of the database
 */
record TargetTable(NamedTable table, List<NewColumn> made, List<TargetColumn> columns, Quotes quotes, SqlWords words) {
    /**
     * Finds or creates a table.
     *
     * @param held what the rows hold
     * @param rows how many there are
     * @throws IllegalArgumentException if there is one that does not have the columns, or whose columns cannot take the values
     */
    static TargetTable of(Connection connection, String typed, List<TableColumn> held, int rows) throws SQLException {
        List<NewColumn> made = NewColumn.all(held, rows);
        Optional<NamedTable> found = NamedTable.find(connection, typed);
        NamedTable table = found.isPresent() ? found.get() : created(connection, typed, held);
        List<TargetColumn> there = columns(connection, table);
        SqlWords words = SqlWords.of(connection);
        List<String> misfits = new ArrayList<>();
        List<TargetColumn> columns = new ArrayList<>();
        for (NewColumn each : made) {
            Optional<TargetColumn> same = there.stream()
                    .filter(column -> column.name().equals(each.name()))
                    .findFirst()
                    .or(() -> there.stream()
                            .filter(column -> column.name().equalsIgnoreCase(each.name()))
                            .findFirst());
            same.ifPresent(columns::add);
            same.map(column -> column.misfit(each, words))
                    .orElse(Optional.of(each.name() + " (is not there)"))
                    .ifPresent(misfits::add);
        }
        misfits.addAll(demanding(
                connection, table, columns.stream().map(TargetColumn::name).toList()));
        if (!misfits.isEmpty()) {
            throw new IllegalArgumentException("the columns of the table " + table.label() + " do not fit the rows: "
                    + String.join(", ", misfits) + "; change them, or name a table that is not there yet");
        }
        return new TargetTable(table, List.copyOf(made), List.copyOf(columns), Quotes.of(connection), words);
    }

    private static NamedTable created(Connection connection, String typed, List<TableColumn> columns)
            throws SQLException {
        NamedTable table = NamedTable.fresh(connection, typed);
        Quotes quotes = Quotes.of(connection);
        SqlWords words = SqlWords.of(connection);
        String definitions = NewColumn.all(columns, Integer.MAX_VALUE).stream() // it may be extended
                .map(each -> quotes.of(each.name()) + " " + each.sqlType(words))
                .collect(Collectors.joining(", "));
        connection.rollback();
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE " + table.sql(quotes) + " (" + definitions + ")");
            connection.commit();
            return NamedTable.find(connection, typed).orElse(table); // some databases change its case
        } catch (SQLException failed) {
            connection.rollback();
            return NamedTable.find(connection, typed).orElseThrow(() -> failed); // another command was faster
        }
    }

    private static List<TargetColumn> columns(Connection connection, NamedTable table) throws SQLException {
        List<TargetColumn> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet none =
                        statement.executeQuery("SELECT * FROM " + table.sql(Quotes.of(connection)) + " WHERE 1 = 0")) {
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                columns.add(TargetColumn.of(none.getMetaData(), i));
            }
        }
        return columns;
    }

    /** Returns the other columns that need a value. */
    private static List<String> demanding(Connection connection, NamedTable table, List<String> written)
            throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        List<String> demanding = new ArrayList<>();
        try (ResultSet rows = data.getColumns(null, null, escaped(data, table.name()), "%")) {
            while (rows.next()) {
                String schema = rows.getString("TABLE_SCHEM");
                boolean here = table.name().equals(rows.getString("TABLE_NAME"))
                        && (table.schema().isEmpty() || table.schema().equals(schema));
                boolean needed = "NO".equals(rows.getString("IS_NULLABLE"))
                        && rows.getString("COLUMN_DEF") == null
                        && !"YES".equals(rows.getString("IS_AUTOINCREMENT"));
                String name = rows.getString("COLUMN_NAME");
                if (here && needed && !written.contains(name)) {
                    demanding.add(name + " (needs a value, but is not made)");
                }
            }
        }
        return demanding;
    }

    private static String escaped(DatabaseMetaData data, String name) throws SQLException {
        String escape = data.getSearchStringEscape();
        return escape == null || escape.isEmpty()
                ? name
                : name.replace(escape, escape + escape)
                        .replace("_", escape + "_")
                        .replace("%", escape + "%");
    }

    boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(1);
            try (ResultSet rows = statement.executeQuery("SELECT 1 FROM " + table.sql(quotes))) {
                return !rows.next();
            }
        }
    }

    PreparedStatement insertion(Connection connection) throws SQLException {
        return connection.prepareStatement("INSERT INTO " + table.sql(quotes) + " ("
                + quotes.list(columns.stream().map(TargetColumn::name).toList())
                + ") VALUES (" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")");
    }

    /** Adds a row to the batch of an insertion. */
    void add(PreparedStatement insertion, List<String> row) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).bind(insertion, i + 1, made.get(i), row.get(i), words);
        }
        insertion.addBatch();
    }
}
