package org.gan4j.data.numbers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The lines of a CSV file (RFC 4180, UTF-8), one after the other. Empty lines are left out, and so are spaces around a cell and a
 * byte-order mark.
 */
public final class CsvLines {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private long line = 1;

    private CsvLines(Path file, CSVParser parser) {
        this.file = file;
        this.parser = parser;
        this.records = parser.iterator();
    }

    /**
     * Begins to read the content of a file.
     *
     * @param file the file, for messages
     * @param in its content, which is not closed
     * @param separator the character between cells
     * @throws UncheckedIOException if it cannot be read
     */
    public static CsvLines of(Path file, InputStream in, char separator) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
        // a decoder that reports malformed text, as that of a charset would replace it
        BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        try {
            return new CsvLines(file, CSVParser.parse(withoutMark(text), format));
        } catch (IOException problem) {
            throw unreadable(file, problem);
        }
    }

    private static BufferedReader withoutMark(BufferedReader in) throws IOException {
        in.mark(1);
        if (in.read() != BYTE_ORDER_MARK) {
            in.reset();
        }
        return in;
    }

    /**
     * Reads the next line; empty after the last one.
     *
     * @throws IllegalArgumentException if the file is no CSV file in UTF-8
     * @throws UncheckedIOException if it cannot be read
     */
    public Optional<Table.Row> next() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            String[] cells = records.next().values();
            Table.Row row = new Table.Row(Math.max(line, parser.getCurrentLineNumber()), cells);
            line = parser.getCurrentLineNumber() + 1;
            return Optional.of(row);
        } catch (UncheckedIOException problem) { // an iterator can throw no other
            throw unreadable(file, problem.getCause());
        }
    }

    private static RuntimeException unreadable(Path file, IOException problem) {
        if (problem instanceof CharacterCodingException) {
            return new IllegalArgumentException(file + " is not UTF-8 text: save it in this encoding", problem);
        }
        return problem instanceof CSVException
                ? new IllegalArgumentException(file + " is not a valid CSV file: " + problem.getMessage(), problem)
                : new UncheckedIOException(file + " cannot be read: " + problem, problem);
    }
}
