package org.gan4j.data.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.gan4j.data.numbers.ColumnNames;
import org.gan4j.data.numbers.CsvLines;
import org.gan4j.data.numbers.Header;
import org.gan4j.data.numbers.Table;

/**
 * The rows of a CSV file, which is read each time that they are asked for. A cell is missing if it is empty, or has a word for
 * that, such as NA.
 */
public final class CsvRows implements TableRows {
    /** As R, pandas and databases write missing values. Words such as none, unknown or ? may be categories. */
    private static final List<String> MISSING = List.of("NA", "N/A", "NaN", "nan", "null", "NULL", "\\N");

    private static final String CHURN = "churn.csv.gz";

    private final Path file;
    private final Content content;
    private final char separator;
    private final ColumnNames names;
    private final List<String> missing;

    /** Opens the content of a file, as often as needed. */
    @FunctionalInterface
    private interface Content {
        InputStream open() throws IOException;
    }

    private CsvRows(Path file, Content content, char separator, Header header) {
        this.file = file;
        this.content = content;
        this.separator = separator;
        this.names = reading(lines -> ColumnNames.of(file, lines.next(), lines.next(), header));
        this.missing = MISSING;
    }

    private CsvRows(CsvRows other, List<String> missing) {
        this.file = other.file;
        this.content = other.content;
        this.separator = other.separator;
        this.names = other.names;
        this.missing = missing;
    }

    private <T> T reading(Function<CsvLines, T> reader) {
        try (InputStream in = content.open()) {
            return reader.apply(CsvLines.of(file, in, separator));
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be read: " + failed, failed);
        }
    }

    /**
     * Returns the rows of a file.
     *
     * @throws IllegalArgumentException if it is no CSV file; the message says why
     * @throws UncheckedIOException if it cannot be read
     */
    public static CsvRows read(Path file, char separator, Header header) {
        return new CsvRows(file, () -> Files.newInputStream(file), separator, header);
    }

    /**
     * Returns the included table: 5,000 customers of a telephone company, of whom one in seven leaves ({@code churn}), with 15
     * columns of numbers and 5 of words; from the R package modeldata.
     */
    public static CsvRows churn() {
        return new CsvRows(
                Path.of(CHURN),
                () -> new GZIPInputStream(CsvRows.class.getResourceAsStream(CHURN)),
                ',',
                Header.PRESENT);
    }

    /** Returns a copy whose rows have words for missing values, such as NA, as the file has them. */
    public CsvRows asWritten() {
        return new CsvRows(this, List.of());
    }

    @Override
    public List<String> columns() {
        return names.all();
    }

    @Override
    public void forEach(Consumer<List<String>> row) {
        reading(lines -> {
            if (names.given()) {
                lines.next();
            }
            for (Optional<Table.Row> next = lines.next(); next.isPresent(); next = lines.next()) {
                names.requireCells(next.get());
                row.accept(values(next.get()));
            }
            return names;
        });
    }

    private List<String> values(Table.Row row) {
        return Arrays.stream(row.cells())
                .map(cell -> missing.contains(cell) ? "" : cell)
                .toList();
    }
}
