package org.gan4j.data.numbers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The cells of a CSV file (RFC 4180, UTF-8), with rows of equal length.
 *
 * @param file the file, for messages
 * @param named whether the file names its columns
 * @param columns the names of the columns, or their numbers from 1
 * @param rows the rows after the header
 */
public record Table(Path file, boolean named, List<String> columns, List<Row> rows) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * A row.
     *
     * @param line its line in the file, from 1, for messages
     * @param cells one text per column; not copied
     */
    public record Row(long line, String[] cells) {}

    /** Returns whether a text can stand between cells: one character, which cells and lines do not need for themselves. */
    public static boolean isSeparator(String text) {
        return text != null && text.length() == 1 && !"\"\r\n".contains(text);
    }

    /**
     * Reads a file.
     *
     * @param separator the character between cells
     * @param header whether the first line names the columns
     * @throws IllegalArgumentException if it is no CSV file in UTF-8, has no line after its header, has two columns of the
     *     same name, or has rows of different lengths
     * @throws UncheckedIOException if it cannot be read
     */
    public static Table read(Path file, char separator, Header header) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file, in, separator, header);
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem, problem);
        }
    }

    /**
     * Reads the content of a file.
     *
     * @param file the file, for messages
     * @param in its content, which is not closed
     * @throws IllegalArgumentException as {@link #read(Path, char, Header)}
     * @throws UncheckedIOException if it cannot be read
     */
    public static Table read(Path file, InputStream in, char separator, Header header) {
        List<Row> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
        // a decoder that reports malformed text, as that of a charset would replace it
        BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        try {
            CSVParser parser = CSVParser.parse(withoutMark(text), format);
            long line = 1;
            for (CSVRecord cells : parser) {
                rows.add(new Row(Math.max(line, parser.getCurrentLineNumber()), cells.values()));
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (CharacterCodingException foreign) {
            throw new IllegalArgumentException(file + " is not UTF-8 text: save it in this encoding", foreign);
        } catch (CSVException malformed) {
            throw malformed(file, malformed);
        } catch (UncheckedIOException problem) {
            if (problem.getCause() instanceof CharacterCodingException) {
                throw new IllegalArgumentException(file + " is not UTF-8 text: save it in this encoding", problem);
            }
            throw malformed(file, problem.getCause());
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem, problem);
        }
        return of(file, rows, header);
    }

    private static IllegalArgumentException malformed(Path file, Exception problem) {
        return new IllegalArgumentException(file + " is not a valid CSV file: " + problem.getMessage(), problem);
    }

    private static BufferedReader withoutMark(BufferedReader in) throws IOException {
        in.mark(1);
        if (in.read() != BYTE_ORDER_MARK) {
            in.reset();
        }
        return in;
    }

    private static Table of(Path file, List<Row> rows, Header header) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(file + " is empty");
        }
        Row first = rows.get(0);
        boolean named = header == Header.PRESENT
                || (header == Header.AUTO && firstLine(file, rows).isHeader());
        List<String> names = named
                ? List.of(first.cells())
                : IntStream.rangeClosed(1, first.cells().length)
                        .mapToObj(String::valueOf)
                        .toList();
        List<Row> samples = named ? rows.subList(1, rows.size()) : rows;
        if (samples.isEmpty()) {
            throw new IllegalArgumentException(file + " has no lines after its header");
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException(file + " has two columns of the same name: " + names);
        }
        for (Row row : samples) {
            if (row.cells().length != names.size()) {
                throw new IllegalArgumentException(file + ", line " + row.line() + ", has " + row.cells().length
                        + " cells, but the first line has " + names.size() + ": correct the file");
            }
        }
        return new Table(file, named, names, List.copyOf(samples));
    }

    private static FirstLine firstLine(Path file, List<Row> rows) {
        List<String> below = rows.size() < 2 ? List.of() : List.of(rows.get(1).cells());
        return new FirstLine(file.toString(), List.of(rows.get(0).cells()), below);
    }

    /**
     * Returns the index of the column with this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int place(String column) {
        int place = columns.indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException(
                    file + " has no column " + column + "; it has " + columns + ": rename one of them, or name another"
                            + (columns.size() == 1 ? Numeral.hint(columns.get(0)) : ""));
        }
        return place;
    }

    String cell(int row, int column) {
        return rows.get(row).cells()[column];
    }

    /** Returns the number in a cell, which also a float can hold. */
    double number(int row, int column) {
        String cell = cell(row, column);
        double number = Numeral.parsed(cell).orElse(Double.NaN);
        if (!Float.isFinite((float) number)) {
            throw new IllegalArgumentException(
                    file + ", line " + rows.get(row).line() + ", column " + columns.get(column) + ": '" + cell
                            + "' is not a finite number: correct the file, or select the columns to use"
                            + Numeral.hint(cell));
        }
        return number;
    }
}
