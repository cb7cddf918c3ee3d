package org.gan4j.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.gan4j.data.formats.ImageFormat;
import org.gan4j.data.formats.StoredImage;
import org.gan4j.data.formats.UnusableException;

/**
 * An image that a client has sent. Its structure and its size have been checked, its pixels not yet decoded.
 *
 * @param bytes the file
 * @param width the width in pixels as stored
 * @param height the height in pixels as stored
 */
record SentImage(byte[] bytes, int width, int height) {
    static final Operation.Body BODY = new Operation.Body(
            List.of("image/", "application/octet-stream"), "The image: a " + ImageFormat.NAMES + " file.");

    /**
     * Checks an image.
     *
     * @throws ProblemException 415 if it is of no known format, 400 if it is damaged, 413 if it has too many pixels
     */
    static SentImage of(byte[] body, long maxPixels) {
        if (ImageFormat.of(body).isEmpty()) {
            throw new ProblemException(
                    Status.UNSUPPORTED_TYPE,
                    "the body is not a " + ImageFormat.NAMES + " image: send one as it is in its file");
        }
        try {
            StoredImage stored = StoredImage.of(body);
            long pixels = (long) stored.width() * stored.height();
            if (pixels > maxPixels) {
                throw new ProblemException(
                        Status.TOO_LARGE,
                        String.format(
                                Locale.ROOT,
                                "the image has %d×%d pixels, and at most %,d are read: reduce it first",
                                stored.width(),
                                stored.height(),
                                maxPixels));
            }
            return new SentImage(body, stored.width(), stored.height());
        } catch (UnusableException why) {
            throw new ProblemException(Status.BAD_REQUEST, "the image " + why.getMessage() + ": send another one");
        }
    }

    long pixels() {
        return (long) width * height;
    }

    /**
     * Works on the image as a file in a folder, which is deleted afterwards.
     *
     * @throws ProblemException 400 if the work finds the image unusable
     */
    <T> T inFile(Path folder, Function<Path, T> work) {
        try {
            Path file = Files.createTempFile(folder, "sent", ".image");
            try {
                Files.write(file, bytes);
                return work.apply(file);
            } catch (IllegalArgumentException unusable) {
                throw new ProblemException(
                        Status.BAD_REQUEST, unusable.getMessage().replace(file.toString(), "the image"));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("an image cannot be kept in " + folder + ": " + failed, failed);
        }
    }

    /** Turns the image into another one, as a PNG file. */
    Reply mapped(Path folder, MemoryBudget.Share memory, Mapping mapping) {
        return inFile(folder, from -> {
            try {
                Path to = Files.createTempFile(folder, "made", ".png");
                try {
                    mapping.map(from, to);
                    memory.reserve(Files.size(to));
                    return Reply.ok(Reply.PNG, Files.readAllBytes(to));
                } finally {
                    Files.deleteIfExists(to);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException("an image cannot be kept in " + folder + ": " + failed, failed);
            }
        });
    }

    /** A function of image files. */
    interface Mapping {
        void map(Path from, Path to);
    }
}
