package org.gan4j.data.tables.jdbc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.data.tables.EncodedRows;
import org.gan4j.data.tables.HeldKind;
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
 */
public record DatabaseTable(String url, String table, String user, int modes, List<String> holds, List<String> rules)
        implements TableSource {
    private static final int MODES = 10;

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
        EncodedRows.requireModes(modes);
        holds = holds == null ? List.of() : List.copyOf(holds);
        HeldKind.of(holds);
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /**
     * Returns a table.
     *
     * @throws IllegalArgumentException if the URL is none of a database or contains a password, or there is no name
     */
    public static DatabaseTable of(String url, String table) {
        return new DatabaseTable(url, table, "", MODES, List.of(), List.of());
    }

    /** Returns a copy that is read by another user. */
    public DatabaseTable as(String user) {
        return new DatabaseTable(url, table, user, modes, holds, rules);
    }

    /**
     * Returns a copy in which columns hold what is said here, instead of what they would be taken for.
     *
     * @param columns for each of them its name and kind, such as {@code zip=categories}
     * @throws IllegalArgumentException if a kind is unknown
     */
    public DatabaseTable holding(String... columns) {
        return encoded(modes, List.of(columns), rules);
    }

    /**
     * Returns a copy whose rows keep rules, as generated rows then do.
     *
     * @param all such as {@code start <= end} and {@code fixed city + state}
     */
    public DatabaseTable keeping(String... all) {
        return encoded(modes, holds, List.of(all));
    }

    @Override
    public DatabaseTable encoded(int modes, List<String> holds, List<String> rules) {
        return new DatabaseTable(url, table, user, modes, holds, rules);
    }

    /** Returns the other table if those data are one, with the modes of this table. */
    @Override
    public DataSource over(DataSource other) {
        return other instanceof TableSource source ? source.encoded(modes, holds, rules) : other;
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
        Map<String, HeldKind> known = new LinkedHashMap<>(rows.known());
        known.putAll(HeldKind.of(holds));
        return EncodedRows.dataset(rows, known, modes, rules);
    }
}
