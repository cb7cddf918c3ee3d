package org.gan4j.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Labels;
import org.gan4j.api.data.Pixels;
import org.gan4j.api.plugin.FilePath;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * Gray images in an IDX file of bytes [N,H,W], gzipped or not, such as those of <a
 * href="http://yann.lecun.com/exdb/mnist/">MNIST</a> and Fashion-MNIST. {@code image} is FLOAT 1×H×W in [-1, 1], where
 * byte 0 is -1 and 255 is 1; {@code label} is INT and present if labels are given. The labels that occur are the classes,
 * in ascending order, and are called by their numbers.
 *
 * @param images path of the file
 * @param labels path of a second IDX file, bytes [N]; empty for none
 */
public record IdxImages(@FilePath String images, @FilePath String labels) implements DataSource {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the path of the images is blank or a setting is missing
     */
    public IdxImages {
        if (images == null || images.isBlank() || labels == null) {
            throw new IllegalArgumentException("IDX data need the path of a file of images; labels may be empty");
        }
    }

    /** Returns images without labels. */
    public static IdxImages of(Path images) {
        return new IdxImages(images.toString(), "");
    }

    /** Returns labeled images. */
    public static IdxImages of(Path images, Path labels) {
        return new IdxImages(images.toString(), labels.toString());
    }

    @Override
    public String name() {
        return "idx";
    }

    @Override
    public String summary() {
        return "gray images in MNIST's file format, gzipped or not";
    }

    @Override
    public Dataset open() {
        IdxFile pixels = read(images, 3, "images, [N,H,W]");
        Shape shape = Shape.of(1, pixels.shape().dim(1), pixels.shape().dim(2));
        if (pixels.shape().size() == 0) {
            throw new IllegalArgumentException(images + " holds no images: its shape is " + pixels.shape());
        }
        Pixels column = new Pixels(new Field(Field.IMAGE, DType.FLOAT, shape), pixels.values());
        if (labels.isEmpty()) {
            return ColumnDataset.of(List.of(column)).withFiles(files(images));
        }
        IdxFile classes = read(labels, 1, "labels, [N]");
        if (classes.values().length != column.samples()) {
            throw new IllegalArgumentException(labels + " has " + classes.values().length + " labels, but " + images
                    + " has " + column.samples() + " images: give the label file of these images");
        }
        // the labels that occur are the classes, so that none is without an image
        Labels given = Labels.of(classes.values());
        return ColumnDataset.of(List.of(column, given.counted()))
                .withClasses(given.names())
                .withFiles(files(images, labels));
    }

    private static List<DataFile> files(String... paths) {
        return Stream.of(paths).map(path -> DataFile.of(Path.of(path))).toList();
    }

    private static IdxFile read(String path, int rank, String what) {
        Path file = Path.of(path);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "there is no IDX file " + file + ": give the path of one; scripts/data/fetch-mnist gets MNIST's");
        }
        try {
            IdxFile read = IdxFile.read(file);
            if (read.shape().rank() != rank) {
                throw new IllegalArgumentException(
                        file + " has the shape " + read.shape() + ": give a file of " + what);
            }
            return read;
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem, problem);
        }
    }
}
