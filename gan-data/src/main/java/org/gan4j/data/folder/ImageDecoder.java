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
 * Reads a picture file, whatever its name says. Knows nothing of others, so many threads may read.
 *
 * @param size of the square that is cut out; 0 takes the whole picture
 */
record ImageDecoder(int size) {
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp", "webp");

    /** A picture of more pixels is thinned out while it is read, as long as enough are left to average over. */
    private static final long MANY_PIXELS = 8_000_000;

    private static final int ENOUGH_PER_PIXEL = 4;
    /** Two of them at a time fit into little memory. */
    private static final long TOO_MANY_PIXELS = 100_000_000;

    /** Width and height of a picture as it stands. */
    record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "×" + height;
        }
    }

    /** What it says of itself, without reading the pixels. */
    Size measure(Path file) throws UnusableException {
        return open(file, (reader, orientation) -> measure(reader, orientation));
    }

    PixelImage read(Path file) throws UnusableException {
        return open(file, (reader, orientation) -> {
            requireEnough(measure(reader, orientation));
            BufferedImage image = decode(reader);
            PixelImage picture = size == 0 ? PixelImage.of(image) : CenterSquare.of(PixelRows.of(image), size);
            return orientation.turn(picture);
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
            // readers meet damaged files with every kind of exception
            String what = problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
            throw new UnusableException("is damaged or of a kind that cannot be read: " + what.strip(), problem);
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
                // another may know it
            }
        }
        throw new UnusableException("is no PNG, JPEG, GIF, BMP or WebP picture");
    }

    /** A WebP file says how long it is, and its reader would take a part of one for a picture. */
    private static void requireWhole(ImageInputStream in, long size) throws IOException, UnusableException {
        in.mark();
        in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        in.skipBytes(4);
        long said = in.readUnsignedInt() + 8;
        in.setByteOrder(ByteOrder.BIG_ENDIAN);
        in.reset();
        if (size < said) {
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
            // the JPEG reader fills up with gray and only warns
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

    /** Which pixels of a huge picture are read: every one, every second, ... */
    private int every(int width, int height) {
        if (size == 0) {
            return 1;
        }
        int wanted = (int) Math.ceil(Math.sqrt((double) width * height / MANY_PIXELS));
        int allowed = Math.min(width, height) / (ENOUGH_PER_PIXEL * size);
        return Math.max(1, Math.min(wanted, allowed));
    }
}
