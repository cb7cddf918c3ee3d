package org.gan4j.data.formats;

import org.gan4j.data.formats.CheckedImage.Frame;

/**
 * Checks a <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF</a>, and keeps the first image of an animation. Its codes are
 * followed to their end, which takes no memory, so that exactly as many pixels as the image says are known to be there.
 */
final class GifCheck {
    private static final int SCREEN = 13;
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int CONTROL = 0xF9;
    private static final byte TRAILER = 0x3B;

    private final Bytes file;
    private Bytes control;

    GifCheck(Bytes file) {
        this.file = file;
    }

    CheckedImage check() throws UnusableException {
        long at = SCREEN + palette(file.u8(10));
        Bytes screen = file.part(0, at);
        boolean hasPalette = at > SCREEN;
        while (file.u8(at) == EXTENSION) {
            long end = endOfBlocks(at + 2);
            if (file.u8(at + 1) == CONTROL) {
                control = file.part(at, end - at);
            }
            at = end;
        }
        if (file.u8(at) != IMAGE) {
            throw new UnusableException("is damaged: it has no image");
        }
        int flags = file.u8(at + 9);
        long start = at + 10 + palette(flags);
        if (!hasPalette && palette(flags) == 0) {
            throw new UnusableException("is damaged: its palette is missing");
        }
        long end = endOfBlocks(start + 1);
        if (file.length() == end) {
            throw UnusableException.early();
        }
        return checked(screen, file.part(at, end - at), start);
    }

    private CheckedImage checked(Bytes screen, Bytes image, long start) throws UnusableException {
        Frame frame = new Frame(image.u16(1), image.u16(3), image.u16(5), image.u16(7));
        CheckedImage.requireSize(frame.width(), frame.height());
        // browsers enlarge the screen to the frame
        int width = Math.max(file.u16(6), frame.left() + frame.width());
        int height = Math.max(file.u16(8), frame.top() + frame.height());
        CheckedImage.requireSize(width, height);
        requireCodes(joined(start + 1, image.length()), file.u8(start), frame, width, height);
        return new CheckedImage(
                ImageFormat.GIF,
                width,
                height,
                Orientation.UPRIGHT,
                StoredColors.srgb(),
                false,
                frame,
                reduced(screen, image));
    }

    private static void requireCodes(Bytes codes, int bits, Frame frame, int width, int height)
            throws UnusableException {
        CheckedImage.requireHeld(width, height, (long) width * height / ImageLimits.LZW, codes.length());
        new LzwCodes(codes, bits).require((long) frame.width() * frame.height());
    }

    private static int palette(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private long endOfBlocks(long from) throws UnusableException {
        long at = from;
        while (file.u8(at) != 0) {
            at += 1 + file.u8(at);
        }
        return at + 1;
    }

    private Bytes joined(long from, int most) throws UnusableException {
        Kept codes = new Kept(most);
        for (long at = from; file.u8(at) != 0; at += 1 + file.u8(at)) {
            codes.add(file.array(), file.from() + (int) at + 1, file.u8(at));
        }
        return codes.bytes();
    }

    private Bytes reduced(Bytes screen, Bytes image) {
        Kept kept = new Kept(file.length());
        kept.add(screen);
        if (control != null) {
            kept.add(control);
        }
        kept.add(image);
        kept.add(TRAILER);
        return kept.bytes();
    }
}
