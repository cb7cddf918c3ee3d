package org.gan4j.data.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gan4j.data.formats.CheckedImage.Frame;

/**
 * Checks a <a href="https://developers.google.com/speed/webp/docs/riff_container">WebP</a>, and keeps the first image of an animation. A
 * block of 16×16 pixels of lossy WebP needs more than 3 bits. Lossless WebP needs no bits for equal pixels: a million pixels
 * are allowed, and 16,384 more for each byte.
 */
final class WebpCheck {
    private static final int HEADER = 12;
    private static final int CHUNK = 8;
    /** More than all headers of a file with an image and its transparency. */
    private static final int HEADERS = 64;

    private static final int BLOCK = 16;
    private static final long LOSSLESS_FREE = 1 << 20;
    private static final long LOSSLESS = 1 << 14;
    private static final int FRAME_HEADER = 16;
    private static final int ALPHA = 0x10;

    private final Bytes file;
    private Bytes extended;
    private Bytes alpha;
    private Bytes pixels;
    private boolean lossless;
    private Frame frame;
    private Optional<byte[]> profile = Optional.empty();
    private Orientation orientation = Orientation.UPRIGHT;

    WebpCheck(Bytes file) {
        this.file = file;
    }

    CheckedImage check() throws UnusableException {
        Bytes content = file.part(HEADER, file.u32(4) - 4);
        walk(content, true);
        if (pixels == null) {
            throw new UnusableException("is damaged: it has no image");
        }
        Frame own = lossless ? losslessSize() : lossySize();
        int width = extended == null ? own.width() : 1 + extended.u24(4);
        int height = extended == null ? own.height() : 1 + extended.u24(7);
        CheckedImage.requireSize(width, height);
        Frame place = frame == null ? new Frame(0, 0, width, height) : frame;
        if (place.width() != own.width()
                || place.height() != own.height()
                || place.left() + place.width() > width
                || place.top() + place.height() > height) {
            throw new UnusableException("is damaged: its parts state different sizes");
        }
        requireHeldBy(width, height);
        return new CheckedImage(
                ImageFormat.WEBP,
                width,
                height,
                orientation,
                StoredColors.of(profile, false),
                false,
                place,
                reduced(own));
    }

    private void walk(Bytes chunks, boolean top) throws UnusableException {
        for (long at = 0; at + CHUNK <= chunks.length(); ) {
            String name = chunks.name(at);
            long length = chunks.u32(at + 4);
            Bytes data = chunks.part(at + CHUNK, length);
            switch (name) {
                case "VP8X" -> extended = top && extended == null ? data : extended;
                case "ICCP" -> profile = top ? ImageLimits.profile(data) : profile;
                case "EXIF" -> orientation = top ? Orientation.ofExif(withoutPrefix(data)) : orientation;
                case "ALPH" -> alpha = pixels == null ? data : alpha;
                case "VP8 ", "VP8L" -> take(data, name.equals("VP8L"));
                case "ANMF" -> takeFrame(data);
                default -> {} // metadata
            }
            at += CHUNK + length + length % 2;
        }
    }

    private void take(Bytes data, boolean isLossless) {
        if (pixels == null) {
            pixels = data;
            lossless = isLossless;
        }
    }

    private void takeFrame(Bytes data) throws UnusableException {
        if (pixels == null) {
            frame = new Frame(2 * data.u24(0), 2 * data.u24(3), 1 + data.u24(6), 1 + data.u24(9));
            walk(data.part(FRAME_HEADER, data.length() - FRAME_HEADER), false);
        }
    }

    private static Bytes withoutPrefix(Bytes exif) throws UnusableException {
        return exif.has(0, "Exif\0\0") ? exif.part(6, exif.length() - 6L) : exif;
    }

    private Frame lossySize() throws UnusableException {
        int tag = pixels.u24(0);
        if ((tag & 1) != 0 || !pixels.has(3, "\u009d\1*")) {
            throw new UnusableException("is damaged: its pixels do not begin");
        }
        pixels.part(10, tag >> 5);
        return new Frame(0, 0, pixels.u16(6) & 0x3FFF, pixels.u16(8) & 0x3FFF);
    }

    private Frame losslessSize() throws UnusableException {
        long bits = pixels.u32(1);
        if (pixels.u8(0) != 0x2F || bits >> 29 != 0) {
            throw new UnusableException("is damaged: its pixels do not begin");
        }
        return new Frame(0, 0, (int) (bits & 0x3FFF) + 1, (int) (bits >> 14 & 0x3FFF) + 1);
    }

    private void requireHeldBy(int width, int height) throws UnusableException {
        long all = (long) width * height;
        if (lossless) {
            requireLossless(width, height, pixels.length());
        } else {
            long blocks = (long) (frame == null ? (width + BLOCK - 1) / BLOCK : frame.width() / BLOCK)
                    * (frame == null ? (height + BLOCK - 1) / BLOCK : frame.height() / BLOCK);
            CheckedImage.requireHeld(width, height, 3 * blocks / Byte.SIZE, pixels.length());
        }
        if (frame != null) { // the rest of the image is empty
            requireLossless(width, height, pixels.length());
        }
        if (alpha != null && !lossless) {
            if ((alpha.u8(0) & 3) == 0) {
                CheckedImage.requireHeld(width, height, frame == null ? all : 0, alpha.length() - 1);
            } else {
                requireLossless(width, height, alpha.length());
            }
        }
    }

    private static void requireLossless(int width, int height, long bytes) throws UnusableException {
        CheckedImage.requireHeld(width, height, ((long) width * height - LOSSLESS_FREE) / LOSSLESS, bytes);
    }

    private Bytes reduced(Frame own) {
        Kept kept = new Kept(file.length() + HEADERS);
        if (alpha != null && !lossless) {
            ByteBuffer header = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
            header.put((byte) ALPHA).position(4);
            header.putShort((short) (own.width() - 1)).put((byte) (own.width() - 1 >> 16));
            header.putShort((short) (own.height() - 1)).put((byte) (own.height() - 1 >> 16));
            chunk(kept, "VP8X", Bytes.littleEndian(header.array()));
            chunk(kept, "ALPH", alpha);
        }
        chunk(kept, lossless ? "VP8L" : "VP8 ", pixels);
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + kept.length());
        header.put("WEBP".getBytes(StandardCharsets.US_ASCII));
        kept.insert(Bytes.littleEndian(header.array()));
        return kept.bytes();
    }

    private static void chunk(Kept to, String name, Bytes data) {
        to.add(name.getBytes(StandardCharsets.US_ASCII));
        to.add(number(data.length()));
        to.add(data);
        if (data.length() % 2 != 0) {
            to.add((byte) 0);
        }
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
