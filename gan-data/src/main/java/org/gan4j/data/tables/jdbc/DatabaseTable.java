package org.gan4j.data.tables.jdbc;

import java.util.List;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.data.tables.RowSampling;
import org.gan4j.data.tables.TableLearning;
import org.gan4j.data.tables.TableSource;

/**
 * The rows of a table or a view in a database, by JDBC. As those of a file, {@code image} is FLOAT [D], a row as {@link
 * TableEncoding} encodes it. The rows are read part by part, three times; of each row, a number for each column stays in memory.
 * The password is that of the environment variable {@link DatabaseUrl#PASSWORD_VARIABLE}.
 *
 * @param url the URL of the database, such as {@code jdbc:postgresql://host/database}, without a password
 * @param table the name of the table, perhaps with its schema in front: {@code sales.customers}
 * @param user the user; empty if the URL names it, or none is needed
 * @param modes the most modes of a column of numbers; 10 in CTGAN
 * @param holds what columns hold that would be taken for something else, such as {@code zip=categories}: numbers, dates,
 *     categories, identifiers, or text, which is left out
 * @param rules conditions that all rows keep, such as {@code start <= end}, and columns of which only combinations occur that are in
 *     the table, such as {@code fixed city + state}
 * @param sampling the order in which training draws rows; defaults to {@link RowSampling#ROWS}
 */
public record DatabaseTable(
        String url, String table, String user, int modes, List<String> holds, List<String> rules, RowSampling sampling)
        implements TableSource {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the URL is none of a database or contains a password, there is no name of a table, the
     *     number of modes is out of range, or a kind of column is unknown
     */
    public DatabaseTable {
        url = url == null ? "" : url.strip();
        DatabaseUrl.require(url);
        if (table == null || table.isBlank()) {
            throw new IllegalArgumentException("the table of a database needs its name: table: customers");
        }
        user = user == null ? "" : user.strip();
        TableLearning learning = new TableLearning(modes, holds, rules, sampling);
        holds = learning.holds();
        rules = learning.rules();
        sampling = learning.sampling();
    }

    private DatabaseTable(String url, String table, String user, TableLearning learning) {
        this(url, table, user, learning.modes(), learning.holds(), learning.rules(), learning.sampling());
    }

    /**
     * Returns a table.
     *
     * @throws IllegalArgumentException if the URL is none of a database or contains a password, or there is no name
     */
    public static DatabaseTable of(String url, String table) {
        return new DatabaseTable(url, table, "", TableLearning.usual());
    }

    /** Returns a copy that is read by another user. */
    public DatabaseTable as(String user) {
        return new DatabaseTable(url, table, user, learning());
    }

    @Override
    public TableLearning learning() {
        return new TableLearning(modes, holds, rules, sampling);
    }

    @Override
    public DatabaseTable learned(TableLearning other) {
        return new DatabaseTable(url, table, user, other);
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public String summary() {
        return "rows of a table in a database, by JDBC";
    }

    /**
     * Reads the rows, and encodes them.
     *
     * @throws IllegalArgumentException if there is no driver, the database refuses, it has no such table, or the table has no
     *     rows or no column that can be learned
     */
    @Override
    public Dataset open() {
        DatabaseRows rows = DatabaseRows.of(DatabaseAccess.of(url, user), table);
        return learning().dataset(rows, rows.known());
    }
}
