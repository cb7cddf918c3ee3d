package org.gan4j.data.formats;

import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The formats of images that are read. A file is of the format that its first bytes say, whatever its name is. */
public enum ImageFormat {
    /** Portable Network Graphics; of an animation, the image that is shown where animations are not. */
    PNG("png", "com.sun.") {
        @Override
        boolean begins(Bytes file) {
            return file.has(0, "\u0089PNG\r\n\u001a\n");
        }

        @Override
        CheckedImage check(byte[] file) throws UnusableException {
            return new PngCheck(Bytes.bigEndian(file)).check();
        }
    },
    /** JPEG: baseline, extended and progressive, of 8 bits, in gray, YCbCr, RGB, CMYK and YCCK. */
    JPEG("jpeg", "com.sun.") {
        @Override
        boolean begins(Bytes file) {
            return file.has(0, "\u00ff\u00d8\u00ff");
        }

        @Override
        CheckedImage check(byte[] file) throws UnusableException {
            return new JpegCheck(Bytes.bigEndian(file)).check();
        }
    },
    /** GIF, of which the first image is read. */
    GIF("gif", "com.sun.") {
        @Override
        boolean begins(Bytes file) {
            return file.has(0, "GIF87a") || file.has(0, "GIF89a");
        }

        @Override
        CheckedImage check(byte[] file) throws UnusableException {
            return new GifCheck(Bytes.littleEndian(file)).check();
        }
    },
    /** Windows bitmaps, plain and run-length encoded. */
    BMP("bmp", "com.sun.") {
        @Override
        boolean begins(Bytes file) {
            // a text may begin with BM, but not have the length of a header there
            return file.has(0, "BM") && file.has(15, "\0\0\0");
        }

        @Override
        CheckedImage check(byte[] file) throws UnusableException {
            return new BmpCheck(Bytes.littleEndian(file)).check();
        }
    },
    /** WebP, lossy and lossless; of an animation, the first image. */
    WEBP("webp", "com.twelvemonkeys.") {
        @Override
        boolean begins(Bytes file) {
            return file.has(0, "RIFF") && file.has(8, "WEBP");
        }

        @Override
        CheckedImage check(byte[] file) throws UnusableException {
            return new WebpCheck(Bytes.littleEndian(file)).check();
        }
    },
    /** TIFF, of which the first image is read. */
    TIFF("tiff", "com.twelvemonkeys.") {
        @Override
        boolean begins(Bytes file) {
            return file.has(0, "II*\0") || file.has(0, "MM\0*") || file.has(0, "II+\0") || file.has(0, "MM\0+");
        }

        @Override
        CheckedImage check(byte[] file) throws UnusableException {
            return new TiffCheck(new Bytes(file, 0, file.length, file[0] == 'I')).check();
        }
    };

    /** The names of all formats, for messages. */
    public static final String NAMES = "PNG, JPEG, GIF, BMP, WebP or TIFF";

    /** The number of first bytes that tell the format. */
    public static final int TELLING = 18;

    private final String name;
    private final String reader;

    /**
     * Creates a format.
     *
     * @param name its name for ImageIO
     * @param reader the package of the reader that is used
     */
    ImageFormat(String name, String reader) {
        this.name = name;
        this.reader = reader;
    }

    /** Returns the format of a file that begins with these bytes; empty if it is none of these formats. */
    public static Optional<ImageFormat> of(byte[] beginning) {
        for (ImageFormat format : values()) {
            if (format.begins(Bytes.bigEndian(beginning))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    abstract boolean begins(Bytes file);

    /** Checks a file of this format, and reduces it to what its pixels need. */
    abstract CheckedImage check(byte[] file) throws UnusableException;

    /** Returns a new reader of the format. */
    ImageReader reader(boolean cmyk) {
        String wanted = cmyk ? "com.twelvemonkeys." : reader;
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(name);
        while (readers.hasNext()) {
            ImageReader each = readers.next();
            if (each.getClass().getName().startsWith(wanted)) {
                return each;
            }
        }
        throw new IllegalStateException("there is no reader of " + name + " in " + wanted
                + "*; put the libraries that gan-data names onto the class path");
    }
}
