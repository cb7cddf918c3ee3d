package org.gan4j.data.tables.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/**
 * The words of a database for the types of new columns, where they differ.
 *
 * @param flag for true and false
 * @param moment for a date with a time
 * @param text for texts, in front of their greatest length
 * @param longText for texts of any length
 * @param moments whether dates and times are values of their own; otherwise they are texts
 */
record SqlWords(String flag, String moment, String text, String longText, boolean moments) {
    private static final SqlWords STANDARD = new SqlWords("BOOLEAN", "TIMESTAMP", "VARCHAR", "TEXT", true);
    private static final SqlWords SQLITE = new SqlWords("BOOLEAN", "TIMESTAMP", "VARCHAR", "TEXT", false);
    /** TIMESTAMP ends in 2038, and changes by itself. */
    private static final SqlWords MYSQL = new SqlWords("BOOLEAN", "DATETIME", "VARCHAR", "LONGTEXT", true);
    /** TIMESTAMP is the number of a row's version. */
    private static final SqlWords SQL_SERVER = new SqlWords("BIT", "DATETIME2", "NVARCHAR", "NVARCHAR(MAX)", true);

    static SqlWords of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        if (product.contains("sqlite")) {
            return SQLITE;
        }
        if (product.contains("mysql") || product.contains("mariadb")) {
            return MYSQL;
        }
        return product.contains("microsoft") ? SQL_SERVER : STANDARD;
    }
}
