package org.gan4j.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Labels;
import org.gan4j.api.data.Pixels;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * Images of clothes (<a href="https://arxiv.org/abs/1708.07747">Xiao et al. 2017</a>): the 10,000 of the test split,
 * 1,000 of each of ten classes, which are included in this library. {@code image} is FLOAT [1, 28, 28] in [-1, 1],
 * where -1 is black, and {@code label} is INT [], an index into {@link #CLASSES}.
 */
public record FashionMnist() implements DataSource {
    /** The names of the classes 0 to 9. */
    public static final List<String> CLASSES = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

    private static final String FOLDER = "fashion-mnist/";

    /** Returns the images included in this library. */
    public static FashionMnist embedded() {
        return new FashionMnist();
    }

    @Override
    public String name() {
        return "fashion-mnist";
    }

    @Override
    public Optional<String> license() {
        return Optional.of("Fashion-MNIST: MIT License, © 2017 Zalando SE");
    }

    @Override
    public String summary() {
        return "10,000 gray images of clothes, 28×28, included in this library";
    }

    @Override
    public Dataset open() {
        IdxFile images = read("t10k-images-idx3-ubyte.gz");
        IdxFile labels = read("t10k-labels-idx1-ubyte.gz");
        Shape image = Shape.of(1, images.shape().dim(1), images.shape().dim(2));
        return ColumnDataset.of(List.of(
                        new Pixels(new Field(Field.IMAGE, DType.FLOAT, image), images.values()),
                        Labels.of(labels.values())))
                .withClasses(CLASSES);
    }

    private static IdxFile read(String file) {
        try (InputStream in = FashionMnist.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalArgumentException("the resource " + FOLDER + file
                        + " is missing next to FashionMnist.class: build gan-data with its resources");
            }
            return IdxFile.read(in, file);
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem, problem);
        }
    }
}
