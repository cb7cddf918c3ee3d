package org.gan4j.dsl;

import java.nio.file.Path;
import org.gan4j.data.images.PngFiles;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Npy;

/**
 * Generated samples.
 *
 * @param data [N,C,H,W] in [-1, 1]
 */
public record Samples(TensorData data) {
    /** How many there are. */
    public int count() {
        return data.shape().dim(0);
    }

    /** Writes all of them as one PNG, in rows and columns. */
    public Samples saveGrid(Path file) {
        PngFiles.writeGrid(file, data);
        return this;
    }

    /** Writes each as a PNG of its own into a folder: 0000.png, 0001.png, ... */
    public Samples saveImages(Path folder) {
        PngFiles.writeEach(folder, data);
        return this;
    }

    /** Writes them as NumPy's float32 array, N×C×H×W in [-1, 1]. */
    public Samples saveNpy(Path file) {
        Npy.write(file, data);
        return this;
    }
}
