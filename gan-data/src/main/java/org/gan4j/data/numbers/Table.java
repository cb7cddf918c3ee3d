package org.gan4j.data.numbers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cells of a CSV file (RFC 4180, UTF-8), with rows of equal length.
 *
 * @param file the file, for messages
 * @param named whether the file names its columns
 * @param columns the names of the columns, or their numbers from 1
 * @param rows the rows after the header
 */
public record Table(Path file, boolean named, List<String> columns, List<Row> rows) {
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
        CsvLines lines = CsvLines.of(file, in, separator);
        List<Row> rows = new ArrayList<>();
        for (Optional<Row> next = lines.next(); next.isPresent(); next = lines.next()) {
            rows.add(next.get());
        }
        ColumnNames names = ColumnNames.of(
                file, rows.stream().findFirst(), rows.stream().skip(1).findFirst(), header);
        List<Row> samples = names.given() ? rows.subList(1, rows.size()) : rows;
        samples.forEach(names::requireCells);
        return new Table(file, names.given(), names.all(), List.copyOf(samples));
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
