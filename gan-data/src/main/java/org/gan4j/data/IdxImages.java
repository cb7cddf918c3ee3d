package org.gan4j.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Labels;
import org.gan4j.api.data.Pixels;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * Gray pictures in an IDX file of bytes [N,H,W], gzipped or not, as those of <a
 * href="http://yann.lecun.com/exdb/mnist/">MNIST</a> and Fashion-MNIST. The field image is FLOAT 1×H×W in [-1, 1], where
 * byte 0 is -1 and 255 is 1; the field label is INT, if labels are given.
 *
 * @param images path of the file
 * @param labels path of a second IDX file, bytes [N]; empty for none
 */
public record IdxImages(String images, String labels) implements DataSource {
    public IdxImages {
        if (images == null || images.isBlank() || labels == null) {
            throw new IllegalArgumentException("IDX data need the path of a file of images; labels may be empty");
        }
    }

    /** Pictures without labels. */
    public static IdxImages of(Path images) {
        return new IdxImages(images.toString(), "");
    }

    /** Labeled pictures. */
    public static IdxImages of(Path images, Path labels) {
        return new IdxImages(images.toString(), labels.toString());
    }

    @Override
    public String name() {
        return "idx";
    }

    @Override
    public String summary() {
        return "gray pictures in MNIST's file format, gzipped or not";
    }

    @Override
    public Dataset open() {
        IdxFile pictures = read(images, 3, "images, [N,H,W]");
        Shape shape = Shape.of(1, pictures.shape().dim(1), pictures.shape().dim(2));
        if (pictures.shape().size() == 0) {
            throw new IllegalArgumentException(images + " holds no images: its shape is " + pictures.shape());
        }
        Pixels column = new Pixels(new Field(Field.IMAGE, DType.FLOAT, shape), pictures.values());
        if (labels.isEmpty()) {
            return ColumnDataset.of(List.of(column));
        }
        IdxFile classes = read(labels, 1, "labels, [N]");
        if (classes.values().length != column.samples()) {
            throw new IllegalArgumentException(labels + " has " + classes.values().length + " labels, and " + images
                    + " has " + column.samples() + " images: name the labels of these images");
        }
        return ColumnDataset.of(List.of(column, Labels.of(classes.values())));
    }

    private static IdxFile read(String path, int rank, String what) {
        Path file = Path.of(path);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no IDX file " + file);
        }
        try {
            IdxFile read = IdxFile.read(file);
            if (read.shape().rank() != rank) {
                throw new IllegalArgumentException(
                        file + " has the shape " + read.shape() + ", and a file of " + what + ", is needed");
            }
            return read;
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem, problem);
        }
    }
}
