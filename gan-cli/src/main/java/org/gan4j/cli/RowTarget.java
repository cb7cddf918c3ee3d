package org.gan4j.cli;

import java.nio.file.Path;
import org.gan4j.data.tables.jdbc.DatabaseWriter;
import picocli.CommandLine.Option;

/** The options that choose where rows are written: a file, or a table of a database. */
final class RowTarget {
    @Option(names = "--out", paramLabel = "FILE", description = "The CSV file to write or replace.")
    private Path out;

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "The URL of a database to write into, such as jdbc:postgresql://host/database, in place of a"
                    + " file. A command that was interrupted continues when it is run again.")
    private String to;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "With --to: the table to write into, perhaps with its schema in front. Created if it is not"
                    + " there.")
    private String table;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "With --to: the user. The password is read from the environment variable"
                    + " GAN_DATABASE_PASSWORD.")
    private String user;

    @Option(names = "--append", description = "With --to: add the rows to a table that has others.")
    private boolean append;

    /**
     * Requires one target, with the options that belong to it.
     *
     * @throws IllegalArgumentException if there is none, or two, or an option has no effect
     */
    void require() {
        if (to == null && (table != null || user != null || append)) {
            throw new IllegalArgumentException((table != null ? "--table" : user != null ? "--user" : "--append")
                    + " applies to a database: pass its URL by --to, such as jdbc:postgresql://host/database");
        }
        if ((out == null) == (to == null)) {
            throw new IllegalArgumentException(
                    out == null
                            ? "the rows need a target: pass a CSV file by --out, or a database by --to and --table"
                            : "--out and --to are two targets: pass one of them");
        }
        if (isDatabase()) {
            database();
        }
    }

    /** Returns whether the target is a database. */
    boolean isDatabase() {
        return to != null;
    }

    /** Returns the file. */
    Path file() {
        return out;
    }

    /** Returns the name of the table. */
    String table() {
        return table;
    }

    /**
     * Returns what writes into the database.
     *
     * @throws IllegalArgumentException if the URL is none or contains a password, or the table has no name
     */
    DatabaseWriter database() {
        return DatabaseWriter.of(to, user == null ? "" : user, table == null ? "" : table, append);
    }
}
