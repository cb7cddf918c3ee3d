package org.gan4j.data.images;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.AtomicFile;

/**
 * Writes images [N,C,H,W] in [-1, 1] as PNG files, each wholly or not at all; equal images give equal bytes. Folders
 * that are missing are made. What cannot be written is an {@link UncheckedIOException}.
 */
public final class PngFiles {
    private PngFiles() {}

    /** All images as one picture, see {@link ImageGrid}. */
    public static void writeGrid(Path file, TensorData images) {
        write(file, ImageGrid.of(images));
    }

    /** The same with so many columns. */
    public static void writeGrid(Path file, TensorData images, int columns) {
        write(file, ImageGrid.of(images, columns));
    }

    /** Each image as a file of its own: 0000.png, 0001.png, ... */
    public static void writeEach(Path folder, TensorData images) {
        for (int i = 0; i < images.shape().dim(0); i++) {
            write(folder.resolve(String.format(Locale.ROOT, "%04d.png", i)), ImageGrid.single(images, i));
        }
    }

    /** One picture. */
    public static void write(Path file, BufferedImage picture) {
        AtomicFile.write(file, channel -> encode(picture, Channels.newOutputStream(channel)));
    }

    /** Through memory, since ImageIO's own choice is one more file in the folder for temporary ones. */
    private static void encode(BufferedImage picture, OutputStream to) throws IOException {
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(to)) {
            if (!ImageIO.write(picture, "png", out)) {
                throw new IOException("this Java has no PNG writer for " + picture);
            }
        }
    }
}
