package org.gan4j.data.folder;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.gan4j.api.data.images.PixelImage;

/** An image file that is open for reading: PNG, JPEG, GIF, BMP or WebP, as its content says, whatever its name is. */
public final class ImageFile {
    /** The most pixels that are decoded: two such images at a time still fit into a small heap. */
    public static final long MOST_PIXELS = 100_000_000;

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp", "webp");

    private final ImageReader reader;
    private final Orientation orientation;

    private ImageFile(ImageReader reader, Orientation orientation) {
        this.reader = reader;
        this.orientation = orientation;
    }

    /** A use of an open file. */
    @FunctionalInterface
    public interface Reading<T> {
        /**
         * Reads from the file.
         *
         * @throws IOException if the file is damaged
         * @throws UnusableException if the image cannot be used
         */
        T apply(ImageFile opened) throws IOException, UnusableException;
    }

    /**
     * Opens a file, reads from it, and closes it.
     *
     * @throws UnusableException if it is empty, damaged or not an image, or for a reason of the reading
     */
    public static <T> T open(Path file, Reading<T> reading) throws UnusableException {
        try {
            if (Files.size(file) == 0) {
                throw new UnusableException("is empty");
            }
            try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
                ImageReader reader = reader(in);
                try {
                    Orientation orientation = format(reader).equals("jpeg") ? Orientation.of(in) : Orientation.UPRIGHT;
                    if (format(reader).equals("webp")) {
                        requireWhole(in, Files.size(file));
                    }
                    reader.setInput(in, true);
                    return reading.apply(new ImageFile(reader, orientation));
                } finally {
                    reader.dispose();
                }
            }
        } catch (EOFException early) {
            throw new UnusableException("is damaged: it ends too early", early);
        } catch (IOException | RuntimeException problem) {
            // readers throw any kind of exception for damaged files
            String what = problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
            throw new UnusableException("is damaged or has an unsupported format: " + what.strip(), problem);
        }
    }

    /**
     * Reads an image as a folder of data does: upright, in sRGB, transparent parts white, with 8 bits.
     *
     * @throws IllegalArgumentException if there is no such file, it is damaged or not an image, or has more than
     *     {@link #MOST_PIXELS}
     */
    public static PixelImage pixels(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("there is no file " + file);
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder: name an image in it");
        }
        try {
            return new ImageDecoder(0).read(file);
        } catch (UnusableException why) {
            throw new IllegalArgumentException(file + " " + why.getMessage(), why);
        }
    }

    private static ImageReader reader(ImageInputStream in) throws UnusableException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            try {
                if (FORMATS.contains(format(reader))) {
                    return reader;
                }
            } catch (IOException unknown) {
                // another reader may know it
            }
        }
        throw new UnusableException("is not a PNG, JPEG, GIF, BMP or WebP image");
    }

    /** Rejects truncated WebP files, which the reader would accept, by the length in their header. */
    private static void requireWhole(ImageInputStream in, long size) throws IOException, UnusableException {
        in.mark();
        in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        in.skipBytes(4);
        long expected = in.readUnsignedInt() + 8;
        in.setByteOrder(ByteOrder.BIG_ENDIAN);
        in.reset();
        if (size < expected) {
            throw new UnusableException("is damaged: it ends too early");
        }
    }

    private static String format(ImageReader reader) throws IOException {
        return reader.getFormatName().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the format: png, jpeg, gif, bmp or webp.
     *
     * @throws IOException if the file is damaged
     */
    public String format() throws IOException {
        return format(reader);
    }

    /** Returns the reader of this format, whose input is the file. */
    public ImageReader reader() {
        return reader;
    }

    /** Returns the orientation that the file states; only that of JPEG files is read. */
    public Orientation orientation() {
        return orientation;
    }

    /**
     * Decodes the image as it is stored, not turned upright.
     *
     * @param param the reader's settings, such as subsampling
     * @throws IOException if the file is damaged
     * @throws UnusableException if it ends too early, or more than {@link #MOST_PIXELS} would be decoded
     */
    public BufferedImage decode(ImageReadParam param) throws IOException, UnusableException {
        AtomicReference<String> cutShort = new AtomicReference<>();
        reader.addIIOReadWarningListener((source, warning) -> {
            // the JPEG reader fills the rest with gray and only warns
            if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
                cutShort.set(warning);
            }
        });
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long decoded = (long) (width / param.getSourceXSubsampling()) * (height / param.getSourceYSubsampling());
        if (decoded > MOST_PIXELS) {
            throw new UnusableException(String.format(
                    Locale.ROOT, "is too large: %d×%d, at most %,d pixels can be read", width, height, MOST_PIXELS));
        }
        BufferedImage image = reader.read(0, param);
        if (cutShort.get() != null) {
            throw new UnusableException("is damaged: it ends too early");
        }
        return image;
    }
}
