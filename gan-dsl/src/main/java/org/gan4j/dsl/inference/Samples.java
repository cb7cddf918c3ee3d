package org.gan4j.dsl.inference;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.data.Scale;
import org.gan4j.data.images.GifFiles;
import org.gan4j.data.images.ImageGrid;
import org.gan4j.data.numbers.CsvVectors;
import org.gan4j.provenance.Imprint;
import org.gan4j.provenance.watermark.Watermark;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Npy;

/**
 * Generated samples.
 *
 * @param data [N,C,H,W] in [-1, 1] for images, otherwise [N, sample...], scaled as in training
 * @param columns the number of samples in a row of a grid; about as many as there are rows if empty
 * @param classes the number of samples of each class if shares of classes were asked for: those of the first come first
 * @param scales the units of vectors [N,D]: one for each of the D numbers, or one for all; empty if they are not scaled
 * @param imprint the text and the watermark that image files of these samples get
 */
public record Samples(
        TensorData data, OptionalInt columns, Map<String, Integer> classes, List<Scale> scales, Imprint imprint) {
    private static final int MILLIS = 80;

    /**
     * Copies the numbers.
     *
     * @throws IllegalArgumentException if the units are not those of vectors of this size
     */
    public Samples {
        scales = List.copyOf(scales);
        if (!scales.isEmpty()
                && (data.shape().rank() != 2
                        || scales.size() != 1 && scales.size() != data.shape().dim(1))) {
            throw new IllegalArgumentException("the samples are " + data.shape() + ", and " + scales.size()
                    + " units do not fit: give vectors [N,D] one for each number, or one for all");
        }
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
    }

    /** Creates samples whose files say nothing about their origin. */
    public Samples(TensorData data, OptionalInt columns, Map<String, Integer> classes, List<Scale> scales) {
        this(data, columns, classes, scales, Imprint.NONE);
    }

    /** Creates samples without units. */
    public Samples(TensorData data, OptionalInt columns, Map<String, Integer> classes) {
        this(data, columns, classes, List.of());
    }

    /** Creates samples whose classes are as they came. */
    public Samples(TensorData data, OptionalInt columns) {
        this(data, columns, Map.of());
    }

    /** Creates samples whose grid is about square. */
    public Samples(TensorData data) {
        this(data, OptionalInt.empty());
    }

    /**
     * Returns a copy with the units of vectors.
     *
     * @throws IllegalArgumentException if these samples are not vectors of this size
     */
    public Samples withScales(List<Scale> units) {
        return new Samples(data, columns, classes, units, imprint);
    }

    /** Returns a copy whose image files get this text and watermark. */
    public Samples withImprint(Imprint other) {
        return new Samples(data, columns, classes, scales, other);
    }

    /**
     * Returns a copy whose image files get an invisible watermark: a grid as a whole, or each image. The numbers stay as they
     * are.
     */
    public Samples withWatermark(Watermark watermark) {
        return withImprint(imprint.with(watermark));
    }

    /** Returns the samples in the units of the data: vectors as before scaling, images in [-1, 1]. */
    public TensorData inUnits() {
        if (scales.isEmpty()) {
            return data;
        }
        float[] values = data.toFloats();
        int size = data.shape().dim(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = scales.get(i % size % scales.size()).restored(values[i]);
        }
        return TensorData.of(values, data.shape());
    }

    /** Returns the number of samples. */
    public int count() {
        return data.shape().dim(0);
    }

    /** Returns the number and kind of the samples, their range, their mean and the first numbers. */
    @Override
    public String toString() {
        Shape shape = data.shape();
        String kind = areImages()
                ? (shape.dim(1) == 1 ? "gray" : "color") + " images of " + shape.dim(3) + "×" + shape.dim(2) + " pixels"
                : "samples";
        return shape.dim(0) + " " + kind + ", " + data + (classes.isEmpty() ? "" : ", classes " + classes);
    }

    /** Returns whether these are images that a PNG file can hold: [N,C,H,W], gray (C = 1) or in color (C = 3). */
    public boolean areImages() {
        return areImages(data.shape());
    }

    private static boolean areImages(Shape shape) {
        return shape.rank() == 4 && (shape.dim(1) == 1 || shape.dim(1) == 3);
    }

    /**
     * Requires that PNG files can hold samples of a shape.
     *
     * @throws IllegalArgumentException if these are not {@linkplain #areImages() images}
     */
    public static void requireImages(Shape shape) {
        if (!areImages(shape)) {
            throw new IllegalArgumentException(
                    "these samples are not images [N,C,H,W] with C = 1 or 3, but " + shape + ": save them as .npy");
        }
    }

    /**
     * Writes all samples as one PNG file, in rows and columns, with the {@linkplain #imprint imprint}.
     *
     * @return these samples
     * @throws IllegalArgumentException if these samples are not images, or too small for their watermark
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public Samples saveGrid(Path file) {
        imprint.write(file, grid());
        return this;
    }

    /**
     * Returns all samples as one image, in rows and columns.
     *
     * @throws IllegalArgumentException if these samples are not images
     */
    public BufferedImage grid() {
        requireImages(data.shape());
        return columns.isPresent() ? ImageGrid.of(data, columns.getAsInt()) : ImageGrid.of(data);
    }

    /**
     * Writes each sample as a PNG file into a directory: 0000.png, 0001.png, ..., each with the {@linkplain
     * #imprint imprint}.
     *
     * @return these samples
     * @throws IllegalArgumentException if these samples are not images, or too small for their watermark
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public Samples saveImages(Path directory) {
        requireImages(data.shape());
        for (int i = 0; i < count(); i++) {
            imprint.write(directory.resolve(String.format(Locale.ROOT, "%04d.png", i)), ImageGrid.single(data, i));
        }
        return this;
    }

    /**
     * Writes all samples as one animated GIF file, one after the other at {@value #MILLIS} ms each, forever; meant for
     * those of a {@link LatentWalk}. Small images are enlarged. The file's comment has the text of the {@linkplain #imprint
     * imprint}; a watermark would not survive 256 colors, so there is none.
     *
     * @return these samples
     * @throws IllegalArgumentException if these samples are not images
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public Samples saveGif(Path file) {
        requireImages(data.shape());
        String comment = imprint.text().texts().entrySet().stream()
                .filter(each ->
                        !each.getKey().startsWith("XML")) // XMP has a place of its own, which few readers look at
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining("\n"));
        GifFiles.write(
                file,
                IntStream.range(0, count())
                        .mapToObj(i -> ImageGrid.single(data, i))
                        .toList(),
                Duration.ofMillis(MILLIS),
                comment.replaceAll("[^\n -~]", "?"));
        return this;
    }

    /**
     * Writes all samples as one NumPy array of their shape, float32; images are N×C×H×W in [-1, 1], and
     * vectors N×D in the units of the data.
     *
     * @return these samples
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public Samples saveNpy(Path file) {
        Npy.write(file, inUnits());
        return this;
    }

    /**
     * Writes vectors as a CSV file in the units of the data, one per line, after a line of the columns' names if they are
     * known.
     *
     * @return these samples
     * @throws IllegalArgumentException if these samples are not vectors
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public Samples saveCsv(Path file) {
        List<String> names = scales.stream().map(Scale::name).toList();
        boolean named = names.stream().noneMatch(String::isEmpty);
        CsvVectors.write(file, named ? names : List.of(), inUnits());
        return this;
    }
}
