package org.gan4j.data.tables.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A database of a test.
 *
 * @param url its URL
 */
record TestDatabase(String url) {
    /** Returns a database in memory, which lives as long as the process. */
    static TestDatabase h2(String name) {
        return new TestDatabase("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url);
    }

    DatabaseAccess access() {
        return new DatabaseAccess(url, "", Optional::empty);
    }

    TestDatabase run(String... statements) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
        return this;
    }

    /** Returns the rows of a query, with null for NULL. */
    List<List<String>> rows(String query) throws SQLException {
        List<List<String>> all = new ArrayList<>();
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                all.add(row);
            }
        }
        return all;
    }

    long count(String table) throws SQLException {
        return Long.parseLong(rows("SELECT COUNT(*) FROM " + table).get(0).get(0));
    }
}
