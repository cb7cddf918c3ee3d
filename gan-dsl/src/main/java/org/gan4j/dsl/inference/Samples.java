package org.gan4j.dsl.inference;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.gan4j.data.images.PngFiles;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Npy;

/**
 * Generated samples.
 *
 * @param data [N,C,H,W] in [-1, 1] for images, otherwise [N, sample...]
 * @param columns the number of samples in a row of a grid; about as many as there are rows if empty
 * @param classes the number of samples of each class if shares of classes were asked for: those of the first come first
 */
public record Samples(TensorData data, OptionalInt columns, Map<String, Integer> classes) {
    /** Copies the numbers. */
    public Samples {
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
    }

    /** Creates samples whose classes are as they came. */
    public Samples(TensorData data, OptionalInt columns) {
        this(data, columns, Map.of());
    }

    /** Creates samples whose grid is about square. */
    public Samples(TensorData data) {
        this(data, OptionalInt.empty());
    }

    /** Returns the number of samples. */
    public int count() {
        return data.shape().dim(0);
    }

    /** Returns whether these are images that a PNG file can hold: [N,C,H,W], gray (C = 1) or in color (C = 3). */
    public boolean areImages() {
        return data.shape().rank() == 4
                && (data.shape().dim(1) == 1 || data.shape().dim(1) == 3);
    }

    private void requireImages() {
        if (!areImages()) {
            throw new IllegalArgumentException("these samples are not images [N,C,H,W] with C = 1 or 3, but "
                    + data.shape() + ": save them as .npy");
        }
    }

    /**
     * Writes all samples as one PNG file, in rows and columns.
     *
     * @return these samples
     * @throws IllegalArgumentException if these samples are not images
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public Samples saveGrid(Path file) {
        requireImages();
        if (columns.isPresent()) {
            PngFiles.writeGrid(file, data, columns.getAsInt());
        } else {
            PngFiles.writeGrid(file, data);
        }
        return this;
    }

    /**
     * Writes each sample as a PNG file into a directory: 0000.png, 0001.png, ...
     *
     * @return these samples
     * @throws IllegalArgumentException if these samples are not images
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public Samples saveImages(Path directory) {
        requireImages();
        PngFiles.writeEach(directory, data);
        return this;
    }

    /**
     * Writes all samples as one NumPy array of their shape, float32; images are N×C×H×W in [-1, 1].
     *
     * @return these samples
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public Samples saveNpy(Path file) {
        Npy.write(file, data);
        return this;
    }
}
