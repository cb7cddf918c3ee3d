package org.gan4j.data.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.gan4j.data.numbers.Header;
import org.gan4j.data.numbers.Table;

/** The rows of a CSV file, which is read into memory. A cell is missing if it is empty, or has a word for that, such as NA. */
public final class CsvRows implements TableRows {
    /** As R, pandas and databases write missing values. Words such as none, unknown or ? may be categories. */
    private static final List<String> MISSING = List.of("NA", "N/A", "NaN", "nan", "null", "NULL", "\\N");

    private static final String CHURN = "churn.csv.gz";

    private final List<String> columns;
    private final List<List<String>> rows;

    private CsvRows(Table table) {
        columns = table.columns();
        rows = table.rows().stream().map(CsvRows::values).toList();
    }

    private static List<String> values(Table.Row row) {
        return Arrays.stream(row.cells())
                .map(cell -> MISSING.contains(cell) ? "" : cell)
                .toList();
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is no CSV file; the message says why
     */
    public static CsvRows read(Path file, char separator, Header header) {
        return new CsvRows(Table.read(file, separator, header));
    }

    /**
     * Returns the included table: 5,000 customers of a telephone company, of whom one in seven leaves ({@code churn}), with 15
     * columns of numbers and 5 of words; from the R package modeldata.
     */
    public static CsvRows churn() {
        try (InputStream in = new GZIPInputStream(CsvRows.class.getResourceAsStream(CHURN))) {
            return new CsvRows(Table.read(Path.of(CHURN), in, ',', Header.PRESENT));
        } catch (IOException damaged) {
            throw new UncheckedIOException("cannot read the included table: " + damaged, damaged);
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public void forEach(Consumer<List<String>> row) {
        rows.forEach(row);
    }
}
