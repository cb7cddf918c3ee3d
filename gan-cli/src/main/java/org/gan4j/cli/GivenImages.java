package org.gan4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Split;
import org.gan4j.data.folder.ColorMode;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.tensor.TensorData;

/** Reads images in the form of a GAN's samples: their center squares, in its size and colors. */
final class GivenImages {
    private GivenImages() {}

    /**
     * Reads an image file, or all images of a folder.
     *
     * @param form the form of the samples
     * @return [N,C,H,W] in [-1, 1]
     * @throws IllegalArgumentException if the samples are no square images, there is no such file or folder, or no usable
     *     image in it
     */
    static TensorData read(Path path, Field form) {
        if (!form.isImage() || form.shape().dim(1) != form.shape().dim(2)) {
            throw new IllegalArgumentException(
                    "this run generates " + form.shape() + ", and only square images can be compared with a file");
        }
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(
                    "there is no file or folder " + path + ": name an image, or a folder of images");
        }
        if (Files.isDirectory(path)) {
            return ofFolder(path, form, path);
        }
        try {
            Path folder = Files.createTempDirectory("gan-image");
            Path copy = folder.resolve(String.valueOf(path.getFileName()));
            try {
                Files.copy(path, copy);
                return ofFolder(folder, form, path);
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the image " + path + " cannot be read: " + failed, failed);
        }
    }

    private static TensorData ofFolder(Path folder, Field form, Path named) {
        ColorMode colors = form.shape().dim(0) == 1 ? ColorMode.GRAY : ColorMode.RGB;
        ImageFolder images = new ImageFolder(folder.toString(), form.shape().dim(1), colors, Split.ALL, true);
        try (Dataset opened = images.open()) {
            if (!opened.skipped().isEmpty() && opened.size() == 0) {
                throw new IllegalArgumentException(
                        named + " " + opened.skipped().get(0).why());
            }
            return opened.read(IntStream.range(0, opened.size()).toArray()).get(Field.IMAGE);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    String.valueOf(unusable.getMessage()).replace(folder.toString(), named.toString()), unusable);
        }
    }
}
