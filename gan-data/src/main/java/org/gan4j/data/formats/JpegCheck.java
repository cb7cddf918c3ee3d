package org.gan4j.data.formats;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checks a <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">JPEG</a>. Each block of 8×8 samples needs at least one bit, for the code of
 * its mean, so an image with more blocks than bits is damaged. What the pixels do not need, such as thumbnails, is left out.
 */
final class JpegCheck {
    /** A program that writes progressive files uses about ten scans, each of which goes over the whole image. */
    private static final int MOST_SCANS = 100;

    private static final byte[] JFIF =
            "\u00ff\u00e0\0\u0010JFIF\0\1\1\0\0\1\0\1\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int EXIF = 6;

    private final Bytes file;
    private final ProfileParts profile = new ProfileParts();
    private Consumer<Bytes> keep = part -> {};
    private JpegFrame frame;
    private Orientation orientation;
    private boolean jfif;
    private Bytes adobe;
    private int scans;
    private long codes;

    JpegCheck(Bytes file) {
        this.file = file;
    }

    CheckedImage check() throws UnusableException {
        Kept kept = new Kept(file.length() + JFIF.length);
        keep = kept::add;
        requireImage();
        boolean inks = frame.components() == 4;
        Optional<byte[]> colors = profile.joined();
        if (inks && colors.isPresent()) {
            kept.insert(Bytes.bigEndian(profile.segments()));
        }
        if (adobe != null) {
            kept.insert(new Bytes(adobe.array(), adobe.from() - 4, adobe.length() + 4, false));
        } else if (jfif || frame.components() == 3 && !frame.isNamedRgb()) {
            kept.insert(Bytes.bigEndian(JFIF));
        }
        kept.insert(file.part(0, 2)); // the marker of the start
        kept.add((byte) 0xFF, (byte) END);
        return CheckedImage.filled(
                ImageFormat.JPEG,
                frame.width(),
                frame.height(),
                orientation == null ? Orientation.UPRIGHT : orientation,
                inks ? StoredColors.inks() : StoredColors.of(colors, frame.components() == 1),
                !frame.progressive(),
                kept.bytes());
    }

    /** Checks a stream within another file, which may leave its tables to that file, and returns its frame. */
    JpegFrame checkPart() throws UnusableException {
        requireImage();
        return frame;
    }

    /** Requires that a stream within another file has tables alone. */
    void checkTables() throws UnusableException {
        walk();
        if (frame != null || scans > 0) {
            throw new UnusableException("is damaged: its JPEG tables have an image");
        }
    }

    private void requireImage() throws UnusableException {
        walk();
        if (frame == null || scans == 0) {
            throw new UnusableException("is damaged: it has no image");
        }
        CheckedImage.requireHeld(frame.width(), frame.height(), frame.blocks() / Byte.SIZE, codes);
    }

    private void walk() throws UnusableException {
        long at = 2;
        while (true) {
            while (file.u8(at) != 0xFF) { // decoders look for the next marker
                at++;
            }
            while (file.u8(at) == 0xFF) {
                at++;
            }
            int marker = file.u8(at++);
            if (marker == END) {
                break;
            }
            if (marker == START || marker <= 1 || marker >= 0xD0 && marker < START) {
                continue; // no segment
            }
            int length = file.u16(at);
            Bytes data = file.part(at + 2, length - 2L);
            segment(marker, data, at - 2);
            at += length;
            if (marker == SCAN) {
                at = skipCodes(at);
            }
        }
    }

    private void segment(int marker, Bytes data, long at) throws UnusableException {
        if (marker == 0xC4 || marker == 0xDB || marker == 0xDD || marker == SCAN || JpegFrame.isFrame(marker)) {
            keep.accept(file.part(at, data.length() + 4L));
        }
        if (JpegFrame.isFrame(marker)) {
            if (frame != null) {
                throw new UnusableException("is damaged: it has more than one image");
            }
            frame = JpegFrame.of(marker, data);
        } else if (marker == SCAN) {
            scans++;
            if (frame == null || scans > MOST_SCANS) {
                throw new UnusableException(
                        frame == null
                                ? "is damaged: its pixels come before their size"
                                : "has more than " + MOST_SCANS + " scans, which no program writes");
            }
        } else if (marker == 0xE0 && data.has(0, "JFIF\0")) {
            jfif = true;
        } else if (marker == 0xE1 && data.has(0, "Exif\0") && orientation == null && data.length() > EXIF) {
            orientation = Orientation.ofExif(data.part(EXIF, data.length() - EXIF));
        } else if (marker == 0xE2 && data.has(0, ProfileParts.NAME)) {
            profile.add(data);
        } else if (marker == 0xEE && data.has(0, "Adobe") && data.length() >= 12) {
            adobe = data;
        }
    }

    /** Keeps the coded samples of a scan, and returns the place of the next marker. */
    private long skipCodes(long from) throws UnusableException {
        long at = from;
        while (true) {
            if (file.u8(at) == 0xFF) {
                int next = file.u8(at + 1);
                boolean within = next == 0 || next >= 0xD0 && next < START;
                if (!within) {
                    break;
                }
                at++;
            }
            at++;
        }
        keep.accept(file.part(from, at - from));
        codes += at - from;
        return at;
    }
}
