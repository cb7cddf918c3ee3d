package org.gan4j.data.tables;

import java.util.List;
import java.util.function.Consumer;

/** The rows of a table, as text, which can be read again and again, one after the other. */
public interface TableRows {
    /** Returns the names of the columns. */
    List<String> columns();

    /**
     * Reads all rows in their order, and passes each on: a text for each column, empty if the value is missing.
     *
     * @throws IllegalArgumentException if the rows cannot be read; the message says where they come from
     */
    void forEach(Consumer<List<String>> row);
}
