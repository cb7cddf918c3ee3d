package org.gan4j.data.tables.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code gan4j_progress}, which says for each table how many rows of which origin it got. It is changed in the
 * transaction that writes the rows, so that it is true after any interruption.
 *
 * @param table where it is: in the schema of the other table
 * @param target the name of the table that rows are written into
 */
record ProgressTable(NamedTable table, String target, Quotes quotes) {
    static final String NAME = "gan4j_progress";
    /** H2's timeout, and PostgreSQL's. */
    private static final List<String> LOCKED = List.of("HYT00", "55P03");

    /**
     * Rows that were written.
     *
     * @param rows how many
     */
    record Entry(RowOrigin origin, int rows) {}

    /** Finds or creates the table beside another one. */
    static ProgressTable of(Connection connection, NamedTable target) throws SQLException {
        NamedTable table = target.sibling(NAME);
        ProgressTable progress = new ProgressTable(table, target.name(), Quotes.of(connection));
        if (!table.exists(connection)) {
            connection.rollback();
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("CREATE TABLE " + progress.sql()
                        + progress.filled(
                                " ({0} VARCHAR(250) NOT NULL PRIMARY KEY, {1} VARCHAR(100) NOT NULL, {2} INTEGER"
                                        + " NOT NULL, {3} BIGINT NOT NULL, {4} VARCHAR(20) NOT NULL, {5} INTEGER NOT NULL,"
                                        + " {6} INTEGER NOT NULL)"));
                connection.commit();
            } catch (SQLException failed) {
                connection.rollback();
                if (!table.exists(connection)) { // otherwise another command was faster
                    throw failed;
                }
            }
        }
        connection.rollback();
        return progress;
    }

    private String sql() {
        return table.sql(quotes);
    }

    private String filled(String statement) {
        String[] columns = {"table_name", "run", "step", "seed", "weights", "rows_written", "rows_wished"};
        String filled = statement;
        for (int i = 0; i < columns.length; i++) {
            filled = filled.replace("{" + i + "}", quotes.of(columns[i]));
        }
        return filled;
    }

    Optional<Entry> read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                filled("SELECT {1}, {2}, {3}, {4}, {5} FROM ") + sql() + filled(" WHERE {0} = ?"))) {
            statement.setString(1, target);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Entry(
                                new RowOrigin(rows.getString(1), rows.getInt(2), rows.getLong(3), rows.getString(4)),
                                rows.getInt(5)))
                        : Optional.empty();
            }
        }
    }

    void insert(Connection connection, RowOrigin origin, int wished) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + sql() + " VALUES (?, ?, ?, ?, ?, 0, ?)")) {
            statement.setString(1, target);
            bind(statement, 2, origin);
            statement.setInt(6, wished);
            statement.executeUpdate();
        }
    }

    /** Deletes an entry if it is still the same. */
    void delete(Connection connection, Entry entry) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM " + sql() + same())) {
            bindSame(statement, 1, entry);
            statement.executeUpdate();
        }
    }

    /** Adds to the rows of an entry if it is still the same, and locks it until the transaction ends; returns whether it was. */
    boolean advance(Connection connection, Entry entry, int rows, int wished) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE " + sql() + filled(" SET {5} = ?, {6} = ?") + same())) {
            statement.setInt(1, rows);
            statement.setInt(2, wished);
            bindSame(statement, 3, entry);
            return statement.executeUpdate() == 1;
        } catch (SQLException failed) {
            if (isLocked(failed)) {
                return false;
            }
            throw failed;
        }
    }

    /** Returns whether a statement waited for another transaction in vain. */
    private static boolean isLocked(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        return state.startsWith("40")
                || LOCKED.contains(state)
                || String.valueOf(failed.getMessage()).contains("SQLITE_BUSY");
    }

    private String same() {
        return filled(" WHERE {0} = ? AND {1} = ? AND {2} = ? AND {3} = ? AND {4} = ? AND {5} = ?");
    }

    private void bindSame(PreparedStatement statement, int from, Entry entry) throws SQLException {
        statement.setString(from, target);
        bind(statement, from + 1, entry.origin);
        statement.setInt(from + 5, entry.rows);
    }

    private static void bind(PreparedStatement statement, int from, RowOrigin origin) throws SQLException {
        statement.setString(from, origin.run());
        statement.setInt(from + 1, origin.step());
        statement.setLong(from + 2, origin.seed());
        statement.setString(from + 3, origin.weights());
    }
}
