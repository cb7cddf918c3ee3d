package org.gan4j.data.tables;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.api.plugin.FilePath;
import org.gan4j.data.numbers.CsvFile;
import org.gan4j.data.numbers.Header;
import org.gan4j.data.numbers.Table;

/**
 * The rows of a table with columns of different kinds, in a CSV file (RFC 4180, UTF-8). {@link SchemaInference} finds out what
 * they hold, and {@code image}, the field of samples of every kind, is FLOAT [D], a row as {@link TableEncoding} encodes it. The
 * file is read row by row, three times; of each row, a number for each column stays in memory.
 *
 * @param path path of the file; empty for the included table of customers who leave, {@link CsvRows#churn}
 * @param separator the character between cells; defaults to a comma
 * @param header whether the first line names the columns; defaults to {@link Header#AUTO}
 * @param modes the most modes of a column of numbers; 10 in CTGAN
 * @param holds what columns hold that would be taken for something else, such as {@code zip=categories}: numbers, dates,
 *     categories, identifiers, or text, which is left out
 */
public record TableFile(@FilePath String path, String separator, Header header, int modes, List<String> holds)
        implements TableSource {
    private static final int MODES = 10;

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the separator is not one character, a setting is missing, the number of modes is out
     *     of range, or a kind of column is unknown
     */
    public TableFile {
        path = path == null ? "" : path.strip();
        if (header == null) {
            throw new IllegalArgumentException("the header of a table must be AUTO, PRESENT or ABSENT");
        }
        if (!Table.isSeparator(separator)) {
            throw new IllegalArgumentException(
                    "the separator of a table must be one character, such as a comma, not '" + separator + "'");
        }
        EncodedRows.requireModes(modes);
        holds = holds == null ? List.of() : List.copyOf(holds);
        HeldKind.of(holds);
    }

    /** Returns the table in this library: 5,000 customers, of whom one in seven leaves. */
    public static TableFile embedded() {
        return new TableFile("", ",", Header.AUTO, MODES, List.of());
    }

    /** Returns the table of a CSV file. */
    public static TableFile of(Path file) {
        return new TableFile(file.toString(), ",", Header.AUTO, MODES, List.of());
    }

    /**
     * Returns a copy in which columns hold what is said here, instead of what they would be taken for.
     *
     * @param columns for each of them its name and kind, such as {@code zip=categories}
     * @throws IllegalArgumentException if a kind is unknown
     */
    public TableFile holding(String... columns) {
        return new TableFile(path, separator, header, modes, List.of(columns));
    }

    @Override
    public TableFile encoded(int modes, List<String> holds) {
        return new TableFile(path, separator, header, modes, holds);
    }

    /** Returns the other table if those data are one, with the modes of this table. */
    @Override
    public DataSource over(DataSource other) {
        if (other instanceof TableSource table) {
            return table.encoded(modes, holds);
        }
        return other instanceof CsvFile csv
                ? new TableFile(csv.path(), csv.separator(), csv.header(), modes, holds)
                : other;
    }

    @Override
    public String name() {
        return "table";
    }

    @Override
    public String summary() {
        return "rows of numbers, categories, dates and more in a CSV file; without a path, 5,000 customers";
    }

    /**
     * Reads the rows, and encodes them.
     *
     * @throws IllegalArgumentException if there is no such file, it is no CSV file, or no column of it can be learned
     */
    @Override
    public Dataset open() {
        if (path.isEmpty()) {
            return EncodedRows.dataset(CsvRows.churn(), HeldKind.of(holds), modes);
        }
        Path file = Path.of(path);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no CSV file " + file);
        }
        return EncodedRows.dataset(CsvRows.read(file, separator.charAt(0), header), HeldKind.of(holds), modes)
                .withFiles(List.of(DataFile.of(file)));
    }
}
