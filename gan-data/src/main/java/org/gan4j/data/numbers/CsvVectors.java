package org.gan4j.data.numbers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.AtomicFile;

/** Writes vectors as CSV files (RFC 4180, UTF-8, decimal points), which {@link CsvFile} reads. */
public final class CsvVectors {
    private CsvVectors() {}

    /**
     * Writes or replaces a file with one vector per line. Each number has as many digits as tell its float from others.
     *
     * @param names the names of the columns, the first line; empty for none
     * @param vectors [N,D]
     * @throws IllegalArgumentException if these are no vectors, or there is not one name for each of their numbers
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Path file, List<String> names, TensorData vectors) {
        requireVectors(vectors.shape());
        int size = vectors.shape().dim(1);
        if (!names.isEmpty() && names.size() != size) {
            throw new IllegalArgumentException(
                    "vectors of " + size + " numbers need as many names, not " + names.size() + ": name each, or none");
        }
        AtomicFile.write(file, text(names, vectors.toFloats(), size));
    }

    /**
     * Requires that a CSV file can hold samples of a shape.
     *
     * @throws IllegalArgumentException if it is not [N,D]
     */
    public static void requireVectors(Shape shape) {
        if (shape.rank() != 2) {
            throw new IllegalArgumentException(
                    "a CSV file holds vectors [N,D], not " + shape + ": save these samples as .npy");
        }
    }

    private static String text(List<String> names, float[] values, int size) {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            if (!names.isEmpty()) {
                printer.printRecord(names);
            }
            for (int from = 0; from < values.length; from += size) {
                printer.printRecord(IntStream.range(from, from + size).mapToObj(i -> Float.toString(values[i])));
            }
        } catch (IOException impossible) { // it is written into memory
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
