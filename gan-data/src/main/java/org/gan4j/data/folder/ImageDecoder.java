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
import org.gan4j.api.data.images.PixelRows;

/**
 * A reader of image files, which detects the format from the content. Thread-safe.
 *
 * @param size side in pixels of the center square to return; 0 returns the whole image
 */
record ImageDecoder(int size) {
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp", "webp");

    /** Images with more pixels are subsampled while decoding, as long as enough pixels are left to average over. */
    private static final long MANY_PIXELS = 8_000_000;

    private static final int ENOUGH_PER_PIXEL = 4;
    /** The limit after subsampling: two such images at a time still fit into a small heap. */
    private static final long TOO_MANY_PIXELS = 100_000_000;

    /** The width and height of an upright image. */
    record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "×" + height;
        }
    }

    /** Returns the size of an image from its header, without decoding the pixels. */
    Size measure(Path file) throws UnusableException {
        return open(file, (reader, orientation) -> measure(reader, orientation));
    }

    PixelImage read(Path file) throws UnusableException {
        return open(file, (reader, orientation) -> {
            requireEnough(measure(reader, orientation));
            BufferedImage decoded = decode(reader);
            PixelImage image = size == 0 ? PixelImage.of(decoded) : CenterSquare.of(PixelRows.of(decoded), size);
            return orientation.turn(image);
        });
    }

    private interface Reading<T> {
        T apply(ImageReader reader, Orientation orientation) throws IOException, UnusableException;
    }

    private static <T> T open(Path file, Reading<T> reading) throws UnusableException {
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
                    return reading.apply(reader, orientation);
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

    private static Size measure(ImageReader reader, Orientation orientation) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        return orientation.isSwapped() ? new Size(height, width) : new Size(width, height);
    }

    private void requireEnough(Size measured) throws UnusableException {
        if (Math.min(measured.width(), measured.height()) < size) {
            throw new UnusableException("is too small: " + measured + ", at least " + size + "×" + size + " is needed");
        }
    }

    private BufferedImage decode(ImageReader reader) throws IOException, UnusableException {
        AtomicReference<String> cutShort = new AtomicReference<>();
        reader.addIIOReadWarningListener((source, warning) -> {
            // the JPEG reader fills the rest with gray and only warns
            if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
                cutShort.set(warning);
            }
        });
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int every = every(width, height);
        if ((long) width / every * (height / every) > TOO_MANY_PIXELS) {
            throw new UnusableException("is too large: " + new Size(width, height));
        }
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(every, every, 0, 0);
        BufferedImage image = reader.read(0, param);
        if (cutShort.get() != null) {
            throw new UnusableException("is damaged: it ends too early");
        }
        return image;
    }

    /** Returns the subsampling of a very large image: 1 reads every pixel, 2 every second, ... */
    private int every(int width, int height) {
        if (size == 0) {
            return 1;
        }
        int wanted = (int) Math.ceil(Math.sqrt((double) width * height / MANY_PIXELS));
        int allowed = Math.min(width, height) / (ENOUGH_PER_PIXEL * size);
        return Math.max(1, Math.min(wanted, allowed));
    }
}
