package org.gan4j.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.gan4j.tables.values.AlignedTables;

/** The numbers and tables of make_tables_oracle.py, and the rows of make_smote_oracle.py. */
public final class Oracle {
    private Oracle() {}

    /** Returns the numbers of a part. */
    public static JsonNode of(String part) {
        return read("oracle.json").get(part);
    }

    /** Returns the rows of SMOTE. */
    public static JsonNode smote() {
        return read("smote.json");
    }

    private static JsonNode read(String name) {
        try (InputStream in = Oracle.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the tables. */
    public static AlignedTables tables() {
        return AlignedTables.of(
                GivenRows.resource("training"),
                Optional.of(GivenRows.resource("held-out")),
                GivenRows.resource("synthetic"));
    }
}
