package org.gan4j.data.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
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
 * Writes images [N,C,H,W] in [-1, 1] as PNG files. Each file is written atomically, and equal images give equal bytes.
 * Missing folders are created. A failed write throws an {@link UncheckedIOException}.
 */
public final class PngFiles {
    private PngFiles() {}

    /**
     * Writes all images as one {@linkplain ImageGrid grid}.
     *
     * @throws IllegalArgumentException if these are not images [N,C,H,W] with 1 or 3 channels, or if there are none
     */
    public static void writeGrid(Path file, TensorData images) {
        write(file, ImageGrid.of(images));
    }

    /**
     * Writes all images as one {@linkplain ImageGrid grid} with this number of columns.
     *
     * @throws IllegalArgumentException if these are not images [N,C,H,W] with 1 or 3 channels, if there are none, or if
     *     the number of columns is less than 1
     */
    public static void writeGrid(Path file, TensorData images, int columns) {
        write(file, ImageGrid.of(images, columns));
    }

    /**
     * Writes each image to its own file: 0000.png, 0001.png, ...
     *
     * @throws IllegalArgumentException if these are not images [N,C,H,W] with 1 or 3 channels
     */
    public static void writeEach(Path folder, TensorData images) {
        for (int i = 0; i < images.shape().dim(0); i++) {
            write(folder.resolve(String.format(Locale.ROOT, "%04d.png", i)), ImageGrid.single(images, i));
        }
    }

    /** Writes one image. */
    public static void write(Path file, BufferedImage image) {
        write(file, image, PngText.NONE);
    }

    /** Writes one image with texts. */
    public static void write(Path file, BufferedImage image, PngText text) {
        AtomicFile.write(file, channel -> encode(image, text.into(Channels.newOutputStream(channel))));
    }

    /** Returns one image as the bytes of the file that {@link #write(Path, BufferedImage)} writes. */
    public static byte[] bytes(BufferedImage image) {
        return bytes(image, PngText.NONE);
    }

    /** Returns one image as the bytes of the file that {@link #write(Path, BufferedImage, PngText)} writes. */
    public static byte[] bytes(BufferedImage image, PngText text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            encode(image, text.into(bytes));
        } catch (IOException problem) {
            throw new UncheckedIOException("an image cannot be encoded as PNG: " + problem, problem);
        }
        return bytes.toByteArray();
    }

    /** Encodes in memory; by default, ImageIO would create another temporary file. */
    private static void encode(BufferedImage image, OutputStream to) throws IOException {
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(to)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("this Java has no PNG writer for " + image);
            }
        }
    }
}
