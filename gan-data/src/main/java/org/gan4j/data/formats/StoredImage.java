package org.gan4j.data.formats;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * An image file whose structure has been checked, so that decoding it takes no more time and memory than its bytes are
 * worth. Thread-safe.
 *
 * <p>Checking takes at most twice the memory of the file, and that of its color profile. Decoding takes at most 12 bytes a pixel more, and outside of the heap 6 bytes a
 * pixel of a progressive JPEG.
 */
public final class StoredImage {
    private final CheckedImage checked;

    private StoredImage(CheckedImage checked) {
        this.checked = checked;
    }

    /**
     * Reads and checks a file, without decoding its pixels.
     *
     * @throws UnusableException if it is empty, damaged, too large, or not an image of a known format
     */
    public static StoredImage of(Path file) throws UnusableException {
        try {
            long bytes = Files.size(file);
            if (bytes == 0) {
                throw new UnusableException("is empty");
            }
            if (bytes > ImageLimits.MOST_BYTES) {
                throw new UnusableException(String.format(
                        Locale.ROOT,
                        "is too large: %,d bytes, at most %,d can be read",
                        bytes,
                        ImageLimits.MOST_BYTES));
            }
            return of(Files.readAllBytes(file));
        } catch (IOException problem) {
            throw new UnusableException("cannot be read: " + problem, problem);
        }
    }

    /**
     * Checks the bytes of a file, which must not change afterwards.
     *
     * @throws UnusableException as {@link #of(Path)} does
     */
    public static StoredImage of(byte[] file) throws UnusableException {
        Optional<ImageFormat> format = ImageFormat.of(file);
        if (format.isEmpty()) {
            throw new UnusableException("is not a " + ImageFormat.NAMES + " image");
        }
        return new StoredImage(format.get().check(file));
    }

    /** Returns the width in pixels as stored, not turned. */
    public int width() {
        return checked.width();
    }

    /** Returns the height in pixels as stored, not turned. */
    public int height() {
        return checked.height();
    }

    /** Returns the turn that shows the image upright, by its EXIF data or, of a TIFF, its own tag. */
    public Orientation orientation() {
        return checked.orientation();
    }

    /** Returns the ICC profile of the stored colors; none of CMYK, which decoding converts. */
    public Optional<byte[]> profile() {
        return checked.colors().profile();
    }

    /** Returns whether the file says that its pixels are gray. */
    public boolean isGray() {
        return checked.colors().gray();
    }

    /**
     * Decodes the image, not turned upright, in the stored colors, to which the profile has not been applied.
     *
     * @param every 1 for all rows and columns; 2 for every second, ...; all of them where a format does not allow fewer
     * @throws UnusableException if the pixels are damaged, or more than {@link ImageLimits#MOST_PIXELS}
     */
    public BufferedImage decode(int every) throws UnusableException {
        int step = checked.isPart() ? 1 : every;
        requireFewPixels(step);
        ImageReader reader = checked.format().reader(checked.colors().cmyk());
        try (ImageInputStream in = new FileInput(checked.file())) {
            return shown(read(reader, in, step));
        } catch (EOFException | UncheckedIOException early) {
            throw new UnusableException("is damaged: it ends too early", early);
        } catch (IOException | RuntimeException problem) {
            // readers throw any kind of exception for damaged files
            String what = problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
            throw new UnusableException("is damaged or has an unsupported format: " + what.strip(), problem);
        } finally {
            reader.dispose();
        }
    }

    /**
     * Decodes the image, not turned upright, in sRGB; gray without a profile is kept as it is.
     *
     * @param every as of {@link #decode}
     * @throws UnusableException as {@link #decode} does, and if the color profile is damaged or of other colors
     */
    public BufferedImage decodeInSrgb(int every) throws UnusableException {
        BufferedImage stored = decode(every);
        return profile().isEmpty() ? stored : new ColorProfile(profile().get()).convert(stored, isGray());
    }

    private void requireFewPixels(int step) throws UnusableException {
        long decoded = (long) (width() / step) * (height() / step);
        boolean all = !checked.streams() || step == 1;
        if (Math.max(decoded, all ? (long) width() * height() : 0) > ImageLimits.MOST_PIXELS) {
            throw ImageLimits.tooLarge(width(), height());
        }
    }

    private BufferedImage read(ImageReader reader, ImageInputStream in, int step)
            throws IOException, UnusableException {
        AtomicReference<String> damage = new AtomicReference<>();
        reader.addIIOReadWarningListener((source, warning) -> {
            // the JPEG reader fills the rest with gray and only warns
            String text = warning.toLowerCase(Locale.ROOT);
            if (text.contains("premature end")) {
                damage.set("it ends too early");
            } else if (text.startsWith("corrupt jpeg data") && !text.contains("extraneous bytes")) {
                damage.compareAndSet(null, warning);
            }
        });
        reader.setInput(in, true);
        if (reader.getWidth(0) != checked.frame().width()
                || reader.getHeight(0) != checked.frame().height()) {
            throw new UnusableException("is damaged: its parts state different sizes");
        }
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, param);
        if (damage.get() != null) {
            throw new UnusableException("is damaged: " + damage.get());
        }
        return image;
    }

    private BufferedImage shown(BufferedImage decoded) {
        BufferedImage image = decoded;
        if (checked.colors().invisible() >= 0 && !image.getColorModel().hasAlpha()) {
            image = Pixels.withInvisible(image, checked.colors().invisible());
        }
        if (checked.colors().calibration().isPresent()) {
            image = Pixels.mapped(image, checked.colors().calibration().get()::convert);
        }
        if (checked.isPart()) {
            image = Pixels.placed(image, checked.frame(), width(), height());
        }
        return image;
    }
}
