package org.gan4j.data.tables.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gan4j.data.tables.HeldKind;
import org.gan4j.data.tables.TableRows;

/**
 * The rows of a table in a database, which are read part by part each time that they are asked for, in the order of the primary
 * key, or else of all columns that can be ordered. NULL and empty texts are missing values. Bytes are not read.
 */
final class DatabaseRows implements TableRows {
    private static final int FETCHED = 1000;

    private final DatabaseAccess access;
    private final NamedTable table;
    private final List<CellText> cells;
    private final List<String> key;

    private DatabaseRows(DatabaseAccess access, NamedTable table, List<CellText> cells, List<String> key) {
        this.access = access;
        this.table = table;
        this.cells = cells;
        this.key = key;
    }

    /**
     * Finds a table.
     *
     * @param name its name, perhaps with its schema in front
     * @throws IllegalArgumentException if the database cannot be opened, or has no such table
     */
    static DatabaseRows of(DatabaseAccess access, String name) {
        try (Connection connection = access.connect()) {
            NamedTable table = NamedTable.required(connection, name);
            DatabaseRows rows =
                    new DatabaseRows(access, table, cells(connection, table), List.copyOf(table.key(connection)));
            connection.rollback(); // some refuse to close within a transaction
            return rows;
        } catch (SQLException failed) {
            throw unreadable(access, name, failed);
        }
    }

    /** Returns the columns of a table. */
    static List<CellText> cells(Connection connection, NamedTable table) throws SQLException {
        List<CellText> cells = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet none =
                        statement.executeQuery("SELECT * FROM " + table.sql(Quotes.of(connection)) + " WHERE 1 = 0")) {
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                cells.add(CellText.of(none.getMetaData(), i));
            }
        }
        return cells;
    }

    private static IllegalArgumentException unreadable(DatabaseAccess access, String name, SQLException failed) {
        return new IllegalArgumentException("the table " + name + " cannot be read: " + access.message(failed)
                + "; check that the user may read it, and that the database runs");
    }

    @Override
    public List<String> columns() {
        return cells.stream().map(CellText::name).toList();
    }

    /** Returns the kinds of columns that their SQL types tell: keys name rows, and bytes are left out. */
    Map<String, HeldKind> known() {
        Map<String, HeldKind> known = new LinkedHashMap<>();
        for (CellText cell : cells) {
            if (cell.isBinary()) {
                known.put(cell.name(), HeldKind.TEXT);
            } else if (key.equals(List.of(cell.name())) && !cell.isDate()) {
                known.put(cell.name(), HeldKind.IDENTIFIERS);
            }
        }
        return known;
    }

    @Override
    public void forEach(Consumer<List<String>> row) {
        boolean any = false;
        try (Connection connection = access.connect();
                Statement statement =
                        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            streamed(statement);
            try (ResultSet rows = statement.executeQuery(query(Quotes.of(connection)))) {
                while (rows.next()) {
                    any = true;
                    row.accept(CellText.row(rows, cells));
                }
            }
            connection.rollback();
        } catch (SQLException failed) {
            throw unreadable(access, table.label(), failed);
        }
        if (!any) {
            throw new IllegalArgumentException("the table " + table.label()
                    + " has no rows, of which a GAN could learn: fill it, or name another");
        }
    }

    /** Asks for parts of the rows. MySQL's driver would hold all of them, except with a size of its own. */
    private void streamed(Statement statement) throws SQLException {
        if (DatabaseUrl.kind(access.url()).equals("jdbc:mysql")) {
            try {
                statement.setFetchSize(Integer.MIN_VALUE);
                return;
            } catch (SQLException otherDriver) { // MariaDB's accepts such URLs, too
                statement.setFetchSize(FETCHED);
            }
        }
        statement.setFetchSize(FETCHED);
    }

    private String query(Quotes quotes) {
        List<String> read = cells.stream()
                .filter(cell -> !cell.isBinary())
                .map(CellText::name)
                .toList();
        List<String> order = key.isEmpty()
                ? cells.stream().filter(CellText::isSorted).map(CellText::name).toList()
                : key;
        return "SELECT " + (read.isEmpty() ? "1" : quotes.list(read)) + " FROM " + table.sql(quotes)
                + (order.isEmpty() ? "" : " ORDER BY " + quotes.list(order));
    }
}
