package org.gan4j.data.numbers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.data.Column;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Floats;
import org.gan4j.api.data.Scale;
import org.gan4j.api.plugin.FilePath;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * Vectors of numbers in a CSV file (RFC 4180, UTF-8, decimal points), one per line. {@code image}, the field of samples
 * of every kind, is FLOAT [D], and {@code label} is INT if there is a column for it. The file is read into memory.
 *
 * @param path path of the file
 * @param columns the columns of the vector, in this order; defaults to none, which selects all but the label
 * @param label the column of classes: whole numbers from 0, which are sorted by value, or words, which are sorted; the
 *     classes are called as the cells say, and numbered in this order; empty for none
 * @param header defaults to {@link Header#AUTO}
 * @param separator the character between cells; defaults to a comma
 * @param scaling the scaling of each column, independent of the others; defaults to {@link Scaling#AUTO}
 */
public record CsvFile(
        @FilePath String path, List<String> columns, String label, Header header, String separator, Scaling scaling)
        implements DataSource {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the path is blank, a setting is missing, or the separator is not one
     *     character
     */
    public CsvFile {
        if (path == null || path.isBlank() || columns == null || label == null || header == null || scaling == null) {
            throw new IllegalArgumentException("CSV data need the path of a file, and no setting may be missing");
        }
        if (!Table.isSeparator(separator)) {
            throw new IllegalArgumentException(
                    "the separator of CSV data must be one character, such as a comma, not '" + separator + "'");
        }
        columns = List.copyOf(columns);
    }

    /** Returns all columns of a file, scaled by {@link Scaling#AUTO}. */
    public static CsvFile of(Path path) {
        return new CsvFile(path.toString(), List.of(), "", Header.AUTO, ",", Scaling.AUTO);
    }

    /** Returns a copy of this data source with this column as the label. */
    public CsvFile withLabel(String column) {
        return new CsvFile(path, columns, column, header, separator, scaling);
    }

    /** Returns a copy of this data source with these columns only. */
    public CsvFile withColumns(String... names) {
        return new CsvFile(path, List.of(names), label, header, separator, scaling);
    }

    /** Returns a copy of this data source with this scaling. */
    public CsvFile withScaling(Scaling other) {
        return new CsvFile(path, columns, label, header, separator, other);
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String summary() {
        return "vectors of numbers in a CSV file";
    }

    @Override
    public Dataset open() {
        Path file = Path.of(path);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no CSV file " + file);
        }
        Table table = Table.read(file, separator.charAt(0), header);
        int[] places = places(table);
        Field vector = new Field(Field.IMAGE, DType.FLOAT, Shape.of(places.length));
        List<Column> fields = new ArrayList<>();
        double[][] numbers = numbers(table, places);
        Line[] lines = lines(numbers, places.length);
        fields.add(new Floats(vector, scaled(numbers, lines)));
        List<Scale> scales = Line.scales(lines, names(table, places));
        List<DataFile> files = List.of(DataFile.of(file));
        if (label.isEmpty()) {
            return ColumnDataset.of(fields).withScales(scales).withFiles(files);
        }
        Classes classes = Classes.of(table, table.place(label));
        fields.add(classes.labels());
        return ColumnDataset.of(fields)
                .withClasses(classes.names())
                .withScales(scales)
                .withFiles(files);
    }

    /** Returns the names of the columns; empty if the file has none. */
    private static List<String> names(Table table, int[] places) {
        if (!table.named()) {
            return List.of();
        }
        return IntStream.of(places).mapToObj(table.columns()::get).toList();
    }

    private int[] places(Table table) {
        if (!columns.isEmpty()) {
            return columns.stream().mapToInt(table::place).toArray();
        }
        int labels = label.isEmpty() ? -1 : table.place(label);
        int[] places = IntStream.range(0, table.columns().size())
                .filter(place -> place != labels)
                .toArray();
        if (places.length == 0) {
            throw new IllegalArgumentException(
                    path + " has no column but the label " + label + ": add a column of numbers");
        }
        for (int place : places) {
            if (table.columns().get(place).isEmpty()) {
                throw new IllegalArgumentException("column " + (place + 1) + " of " + path
                        + " has no name, such as one that only counts the lines: name it, or select the"
                        + " columns to use");
            }
        }
        return places;
    }

    /** Returns the numbers in these columns, row by row. */
    private double[][] numbers(Table table, int[] places) {
        int rows = table.rows().size();
        if ((long) rows * places.length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(path + " has " + rows + " lines of " + places.length
                    + " numbers, and at most 2^31 - 1 fit: use a .npy file, which is read during training");
        }
        double[][] numbers = new double[rows][places.length];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < places.length; i++) {
                numbers[row][i] = table.number(row, places[i]);
            }
        }
        return numbers;
    }

    private Line[] lines(double[][] numbers, int columns) {
        Spreads spreads = Spreads.ofColumns(columns);
        for (double[] row : numbers) {
            spreads.add(row);
        }
        return spreads.lines(scaling);
    }

    private static float[] scaled(double[][] numbers, Line[] lines) {
        float[] scaled = new float[numbers.length * lines.length];
        for (int row = 0; row < numbers.length; row++) {
            for (int i = 0; i < lines.length; i++) {
                scaled[row * lines.length + i] = lines[i].scaled(numbers[row][i]);
            }
        }
        return scaled;
    }
}
