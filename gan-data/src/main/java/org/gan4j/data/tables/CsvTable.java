package org.gan4j.data.tables;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.gan4j.tensor.io.AtomicFile;

/** Writes tables as CSV files (RFC 4180, UTF-8), which {@link TableFile} reads. */
public final class CsvTable {
    private static final int PART = 1000;

    private CsvTable() {}

    /** The source of rows that are written, which is asked for them once, in parts. */
    @FunctionalInterface
    public interface Parts {
        /** Passes on all rows: a text for each column, empty if the value is missing. */
        void forEach(Consumer<List<List<String>>> part);
    }

    /**
     * Writes or replaces a file, a part of the rows at a time. It is there when all rows are, or not at all.
     *
     * @param names the names of the columns, the first line
     * @param count the number of rows
     * @throws org.gan4j.tensor.io.StorageException if there is no room for it
     * @throws UncheckedIOException if writing fails otherwise
     */
    public static void write(Path file, List<String> names, int count, RowSource rows) {
        write(file, names, parts -> {
            for (long from = 0; from < count; from += PART) {
                parts.accept(rows.of((int) from, (int) Math.min(PART, count - from)));
            }
        });
    }

    /**
     * Writes or replaces a file, a part of the rows at a time. It is there when all rows are, or not at all.
     *
     * @param names the names of the columns, the first line
     * @throws org.gan4j.tensor.io.StorageException if there is no room for it
     * @throws UncheckedIOException if writing fails otherwise
     */
    public static void write(Path file, List<String> names, Parts rows) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
        AtomicFile.write(file, channel -> {
            BufferedWriter text = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
            CSVPrinter printer = new CSVPrinter(text, format); // not closed, since that would close the channel
            printer.printRecord(names);
            try {
                rows.forEach(part -> print(part, printer));
            } catch (UncheckedIOException failed) {
                throw failed.getCause(); // AtomicFile tells a full disk by it
            }
            printer.flush();
        });
    }

    private static void print(List<List<String>> part, CSVPrinter printer) {
        try {
            for (List<String> row : part) {
                printer.printRecord(row);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
