package org.gan4j.data.tables.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.data.tables.RowSource;

/**
 * Writes rows into a table of a database, by JDBC, a thousand in each transaction. The same transaction records in the table
 * {@code gan4j_progress} how many rows are there: so a command that was interrupted continues where it stopped when it is run
 * again, and no row is written twice, not even by two commands at once.
 */
public final class DatabaseWriter {
    private static final int PART = 1000;

    private final DatabaseAccess access;
    private final String table;
    private final boolean append;

    DatabaseWriter(DatabaseAccess access, String table, boolean append) {
        if (table.isBlank()) {
            throw new IllegalArgumentException("the table of a database needs its name: --table customers_synthetic");
        }
        this.access = access;
        this.table = table;
        this.append = append;
    }

    /**
     * Returns a writer, which opens the database when it writes.
     *
     * @param url the URL of the database, without a password
     * @param user the user; empty if the URL names it, or none is needed
     * @param table the name of the table, perhaps with its schema in front, which is created if it is not there
     * @param append whether rows are added to a table that has others
     * @throws IllegalArgumentException if the URL is none of a database or contains a password, or there is no name
     */
    public static DatabaseWriter of(String url, String user, String table, boolean append) {
        return new DatabaseWriter(DatabaseAccess.of(url, user), table, append);
    }

    /**
     * Writes the rows that are not there yet.
     *
     * @param columns what the rows hold, in their order
     * @param origin what decides about the rows
     * @param count how many rows there are in the end
     * @param progress receives the number of rows that are there, after each part
     * @throws IllegalArgumentException if the database refuses, the columns of the table do not fit, it has rows of another origin,
     *     or another command writes into it
     * @throws UncheckedIOException if writing fails; rows that were written are recorded
     */
    public WrittenRows write(
            List<TableColumn> columns, RowOrigin origin, int count, RowSource rows, IntConsumer progress) {
        try (Connection connection = access.connect()) {
            TargetTable target = TargetTable.of(connection, table, columns, count);
            ProgressTable recorded = ProgressTable.of(connection, target.table());
            int before = begun(connection, target, recorded, origin, count);
            int done = before;
            while (done < count) {
                List<List<String>> part = rows.of(done, Math.min(PART, count - done));
                add(connection, target, recorded, new Part(new ProgressTable.Entry(origin, done), part, count));
                done += part.size();
                progress.accept(done);
            }
            return new WrittenRows(before, done);
        } catch (SQLException failed) {
            throw new IllegalArgumentException("the table " + table + " cannot be written: " + access.message(failed)
                    + "; check that the user may create tables and write into them");
        }
    }

    /**
     * Rows that are written in one transaction.
     *
     * @param after what is there before them
     * @param wished how many rows there are in the end
     */
    private record Part(ProgressTable.Entry after, List<List<String>> rows, int wished) {
        Part {
            if (rows.isEmpty()) {
                throw new IllegalArgumentException("there are " + after.rows() + " rows only, fewer than " + wished);
            }
        }
    }

    private void add(Connection connection, TargetTable target, ProgressTable recorded, Part part) {
        try (PreparedStatement insertion = target.insertion(connection)) {
            int rows = part.after.rows() + part.rows.size();
            if (!recorded.advance(connection, part.after, rows, part.wished)) {
                throw new IllegalArgumentException("another command writes into the table "
                        + target.table().label() + " now: wait until it ends, and run this one again to continue");
            }
            for (List<String> row : part.rows) {
                target.add(insertion, row);
            }
            insertion.executeBatch();
            connection.commit();
        } catch (RuntimeException failed) {
            rollBack(connection, failed); // closing would commit in some databases
            throw failed;
        } catch (SQLException failed) {
            rollBack(connection, failed);
            throw new UncheckedIOException(new IOException("the table " + table + " cannot be written: "
                    + access.message(last(failed)) + "; " + part.after.rows()
                    + " rows are there: run the same command again to continue"));
        }
    }

    private static void rollBack(Connection connection, Exception because) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            because.addSuppressed(lost);
        }
    }

    /** Returns the failure of a batch itself. */
    private static SQLException last(SQLException failed) {
        SQLException last = failed;
        while (last.getNextException() != null) {
            last = last.getNextException();
        }
        return last;
    }

    /** Returns how many rows of this origin are there, and records that more will follow. */
    private int begun(Connection connection, TargetTable target, ProgressTable recorded, RowOrigin origin, int wished)
            throws SQLException {
        Optional<ProgressTable.Entry> entry = read(connection, recorded);
        boolean empty = target.isEmpty(connection); // after the entry was read: no row comes without one
        connection.rollback();
        if (entry.isPresent() && (empty || entry.get().rows() == 0)) {
            boolean same = entry.get().rows() == 0 && entry.get().origin().equals(origin);
            if (same) {
                return 0;
            }
            recorded.delete(connection, entry.get()); // of a table that was dropped or emptied
            connection.commit();
            entry = Optional.empty();
        }
        if (entry.isEmpty() && !empty && !append) {
            entry = read(connection, recorded);
            if (entry.isEmpty()) {
                throw new IllegalArgumentException("the table " + target.table().label()
                        + " has rows already: pass --append to add rows to them, or name another table");
            }
        }
        return entry.isPresent()
                ? continued(target, entry.get(), origin)
                : inserted(connection, target, recorded, origin, wished);
    }

    private static Optional<ProgressTable.Entry> read(Connection connection, ProgressTable recorded)
            throws SQLException {
        Optional<ProgressTable.Entry> entry = recorded.read(connection);
        connection.rollback(); // so that the next reading sees what others wrote meanwhile
        return entry;
    }

    private static int inserted(
            Connection connection, TargetTable target, ProgressTable recorded, RowOrigin origin, int wished)
            throws SQLException {
        try {
            recorded.insert(connection, origin, wished);
            connection.commit();
            return 0;
        } catch (SQLException failed) {
            connection.rollback();
            ProgressTable.Entry other = read(connection, recorded).orElseThrow(() -> failed); // of a faster command
            return continued(target, other, origin);
        }
    }

    private static int continued(TargetTable target, ProgressTable.Entry entry, RowOrigin origin) {
        if (entry.origin().equals(origin)) {
            return entry.rows();
        }
        String name = target.table().label();
        throw new IllegalArgumentException("the table " + name + " has " + entry.rows() + " rows of "
                + (entry.origin().run().equals(origin.run())
                        ? "the same weights"
                        : "other weights, settings or another condition")
                + " ("
                + entry.origin() + "), and this command makes others (" + origin
                + "): name another table, or drop this one; to add the rows to it, delete the row of "
                + recordedName(target) + " whose table_name is "
                + target.table().name() + ", and pass --append");
    }

    private static String recordedName(TargetTable target) {
        return target.table().sibling(ProgressTable.NAME).label();
    }
}
