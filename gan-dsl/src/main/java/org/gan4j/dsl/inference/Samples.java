package org.gan4j.dsl.inference;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.gan4j.data.images.PngFiles;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Npy;

/**
 * Generated samples.
 *
 * @param data [N,C,H,W] in [-1, 1] if they are pictures, else [N, sample...]
 * @param columns how many belong into a row of a grid; any number if empty
 */
public record Samples(TensorData data, OptionalInt columns) {
    public Samples(TensorData data) {
        this(data, OptionalInt.empty());
    }

    /** How many there are. */
    public int count() {
        return data.shape().dim(0);
    }

    /** Whether they are pictures that a file can hold: gray or in color. */
    public boolean arePictures() {
        return data.shape().rank() == 4
                && (data.shape().dim(1) == 1 || data.shape().dim(1) == 3);
    }

    private void requirePictures() {
        if (!arePictures()) {
            throw new IllegalArgumentException("these samples are no pictures [N,C,H,W] with C = 1 or 3, but "
                    + data.shape() + ": save them as .npy");
        }
    }

    /** Writes all of them as one PNG, in rows and columns. */
    public Samples saveGrid(Path file) {
        requirePictures();
        if (columns.isPresent()) {
            PngFiles.writeGrid(file, data, columns.getAsInt());
        } else {
            PngFiles.writeGrid(file, data);
        }
        return this;
    }

    /** Writes each as a PNG of its own into a folder: 0000.png, 0001.png, ... */
    public Samples saveImages(Path folder) {
        requirePictures();
        PngFiles.writeEach(folder, data);
        return this;
    }

    /** Writes them as NumPy's float32 array, N×C×H×W in [-1, 1]. */
    public Samples saveNpy(Path file) {
        Npy.write(file, data);
        return this;
    }
}
