package org.gan4j.data.tables.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/** Opens connections to a database. The password is asked for each time, and is part of no message. */
final class DatabaseAccess {
    private final String url;
    private final String user;
    private final Supplier<Optional<String>> password;

    /**
     * Describes the access.
     *
     * @param user empty if the URL names it, or none is needed
     * @throws IllegalArgumentException if it is no URL of a database, or contains a password
     */
    DatabaseAccess(String url, String user, Supplier<Optional<String>> password) {
        DatabaseUrl.require(url);
        this.url = url.strip();
        this.user = user.strip();
        this.password = password;
    }

    /** Returns the access with the password of the environment. */
    static DatabaseAccess of(String url, String user) {
        return new DatabaseAccess(url, user, () -> Optional.ofNullable(System.getenv(DatabaseUrl.PASSWORD_VARIABLE)));
    }

    String url() {
        return url;
    }

    /**
     * Connects, without committing by itself.
     *
     * @throws IllegalArgumentException if there is no driver, or the database refuses
     */
    Connection connect() {
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
        }
        password.get().ifPresent(word -> properties.setProperty("password", word));
        try {
            Connection connection = JdbcDrivers.of(url).connect(url, properties);
            if (connection == null) {
                throw new SQLException("the driver does not know this URL");
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failed) {
            throw refused(failed);
        }
    }

    private IllegalArgumentException refused(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        String message = message(failed);
        if (state.startsWith("28") || state.equals("08004") && message.contains("password")) {
            return new IllegalArgumentException("the database refuses the user or the password: " + message
                    + "; name the user by --user or in the URL, and set the environment variable "
                    + DatabaseUrl.PASSWORD_VARIABLE);
        }
        return new IllegalArgumentException(
                "the database cannot be opened: " + message + "; check the URL, and that the database runs");
    }

    /** Returns the first line of a driver's message, without the password if the driver repeats it. */
    String message(SQLException failed) {
        String text = String.valueOf(failed.getMessage()).strip();
        String line = text.lines().findFirst().orElse("");
        String sentence = line.replaceFirst("(; SQL statement:|[.:;])\\s*$", "");
        return password.get()
                .filter(word -> !word.isBlank())
                .map(word -> sentence.replace(word, "***"))
                .orElse(sentence);
    }
}
