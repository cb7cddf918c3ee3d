package org.gan4j.data.photos;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.gan4j.tensor.io.AtomicFile;

/** The formats that photos are written in. Both are written row by row, so that an image need not fit into memory. */
public enum PhotoFormat {
    /** PNG, which keeps everything. */
    PNG(List.of("png")) {
        @Override
        void encode(RenderedImage image, Optional<byte[]> profile, ImageOutputStream out) throws IOException {
            new PngEncoder(image, profile).writeTo(out);
        }

        @Override
        void check(Path file, RenderedImage image, Consumer<String> warnings) {}

        @Override
        OutputStream textual(Finish finish, OutputStream out) {
            return finish.text().into(out);
        }
    },
    /** JPEG of quality 95, which is always of 8 bits and opaque: transparent areas are blended with white. */
    JPEG(List.of("jpg", "jpeg")) {
        @Override
        void encode(RenderedImage image, Optional<byte[]> profile, ImageOutputStream out) throws IOException {
            new JpegEncoder(image, profile).writeTo(out);
        }

        @Override
        void check(Path file, RenderedImage image, Consumer<String> warnings) {
            JpegEncoder.check(file, image, warnings);
        }
    };

    private final List<String> extensions;

    PhotoFormat(List<String> extensions) {
        this.extensions = extensions;
    }

    /**
     * Returns the format that a file's name asks for by its extension.
     *
     * @throws IllegalArgumentException if that is none of png, jpg and jpeg
     */
    public static PhotoFormat of(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (PhotoFormat format : values()) {
            if (name.contains(".") && format.extensions.contains(extension)) {
                return format;
            }
        }
        throw new IllegalArgumentException(
                file + " cannot be written as an image: name a file that ends in .png, .jpg or .jpeg");
    }

    /**
     * Writes an image atomically, without a finish.
     *
     * @throws IllegalArgumentException if the format cannot hold an image of this size
     * @throws UncheckedIOException if writing fails
     */
    public void write(Path file, RenderedImage image, Optional<byte[]> profile, Consumer<String> warnings) {
        write(file, image, profile, Finish.NONE, warnings);
    }

    /**
     * Writes an image atomically, as {@link AtomicFile} does.
     *
     * @param file the file, which is replaced if it exists
     * @param image the image; a {@link BandedImage} is computed while it is written
     * @param profile the ICC profile of its colors
     * @param finish the last change of the image, and its text
     * @param warnings receives a sentence for each thing that the format cannot keep
     * @throws IllegalArgumentException if the format cannot hold an image of this size, or the finish refuses it
     * @throws UncheckedIOException if writing fails
     */
    public void write(
            Path file, RenderedImage image, Optional<byte[]> profile, Finish finish, Consumer<String> warnings) {
        check(file, image, warnings);
        RenderedImage finished = finish.pixels(image);
        AtomicFile.write(file, channel -> {
            OutputStream stream = textual(finish, Channels.newOutputStream(channel));
            // in memory, where only what is not yet flushed is kept; by default, ImageIO would create a temporary file
            try (ImageOutputStream out = new MemoryCacheImageOutputStream(stream)) {
                encode(finished, profile, out);
            }
        });
    }

    /** Returns a stream that adds the text of a finish, if this format has text. */
    OutputStream textual(Finish finish, OutputStream out) {
        return out;
    }

    abstract void encode(RenderedImage image, Optional<byte[]> profile, ImageOutputStream out) throws IOException;

    abstract void check(Path file, RenderedImage image, Consumer<String> warnings);
}
