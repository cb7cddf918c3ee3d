package org.gan4j.data.numbers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.plugin.FilePath;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.io.NpyRows;

/**
 * The samples in NumPy's .npy file, along the first axis: [N,H,W] gray images, [N,C,H,W] or [N,H,W,C] images, [N,D]
 * vectors, [N] numbers. {@code image} is FLOAT 1×H×W, C×H×W, [D] or [1]. The file is read during training, so it may be
 * larger than memory; it must not change meanwhile. Opening it reads it once, to find its range and to reject
 * non-finite numbers.
 *
 * @param path path of the file
 * @param layout the order of the axes of images with four axes; defaults to {@link Layout#AUTO}
 * @param scaling defaults to {@link Scaling#AUTO}
 */
public record NpyFile(@FilePath String path, Layout layout, Scaling scaling) implements DataSource {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the path is blank or a setting is missing
     */
    public NpyFile {
        if (path == null || path.isBlank() || layout == null || scaling == null) {
            throw new IllegalArgumentException("NumPy data need the path of a .npy file, a layout and a scaling");
        }
    }

    /** Returns the samples of a file, scaled by {@link Scaling#AUTO}. */
    public static NpyFile of(Path path) {
        return new NpyFile(path.toString(), Layout.AUTO, Scaling.AUTO);
    }

    @Override
    public String name() {
        return "npy";
    }

    @Override
    public String summary() {
        return "images or vectors in NumPy's .npy file";
    }

    @Override
    public Dataset open() {
        Path file = Path.of(path);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no .npy file " + file);
        }
        NpyRows rows = NpyRows.open(file);
        boolean channelsLast = rows.row().rank() == 3 && layout.isChannelsLast(rows.row(), path);
        Field image = new Field(Field.IMAGE, DType.FLOAT, sampleShape(rows.row(), channelsLast));
        Line[] lines = lines(rows);
        boolean vectors = image.shape().rank() == 1;
        return ColumnDataset.of(List.of(new NpyColumn(image, rows, channelsLast, lines)))
                .withScales(vectors ? Line.scales(lines, List.of()) : List.of())
                .withFiles(List.of(DataFile.of(file)));
    }

    private Shape sampleShape(Shape row, boolean channelsLast) {
        return switch (row.rank()) {
            case 0 -> Shape.of(1);
            case 1 -> row;
            case 2 -> Shape.of(1, row.dim(0), row.dim(1));
            case 3 -> channelsLast ? Shape.of(row.dim(2), row.dim(0), row.dim(1)) : row;
            default ->
                throw new IllegalArgumentException(path + " has " + (row.rank() + 1) + " axes: reshape it to [N,H,W],"
                        + " [N,C,H,W] or [N,H,W,C] for images, or to [N,D] for vectors");
        };
    }

    private Line[] lines(NpyRows rows) {
        if (rows.areBytes() && scaling == Scaling.AUTO) {
            return new Line[] {Line.PIXELS};
        }
        Spreads spreads = rows.row().rank() > 1
                ? Spreads.together()
                : Spreads.ofColumns(rows.row().size());
        for (int row = 0; row < rows.rows(); row++) {
            double[] sample = rows.read(row);
            for (int i = 0; i < sample.length; i++) {
                if (!Float.isFinite((float) sample[i])) {
                    throw new IllegalArgumentException(
                            path + " holds " + sample[i] + " in sample " + row + ", at index " + i + " of "
                                    + sample.length + ", which is no finite float: replace it first");
                }
            }
            spreads.add(sample);
        }
        return spreads.lines(scaling);
    }
}
