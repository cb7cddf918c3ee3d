package org.gan4j.data.formats;

import java.io.ByteArrayOutputStream;
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

    private final Bytes file;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Bytes control;

    GifCheck(Bytes file) {
        this.file = file;
    }

    CheckedImage check() throws UnusableException {
        long at = SCREEN + palette(file.u8(10));
        keep(0, at);
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
        if (control != null) {
            kept.write(control.array(), control.from(), control.length());
        }
        keep(at, end);
        kept.write(0x3B);
        return checked(at, start);
    }

    private CheckedImage checked(long at, long start) throws UnusableException {
        Frame frame = new Frame(file.u16(at + 1), file.u16(at + 3), file.u16(at + 5), file.u16(at + 7));
        CheckedImage.requireSize(frame.width(), frame.height());
        // browsers enlarge the screen to the frame
        int width = Math.max(file.u16(6), frame.left() + frame.width());
        int height = Math.max(file.u16(8), frame.top() + frame.height());
        CheckedImage.requireSize(width, height);
        byte[] codes = joined(start + 1);
        CheckedImage.requireHeld(width, height, (long) width * height / ImageLimits.LZW, codes.length);
        new LzwCodes(codes, file.u8(start)).require((long) frame.width() * frame.height());
        return new CheckedImage(
                ImageFormat.GIF,
                width,
                height,
                Orientation.UPRIGHT,
                StoredColors.srgb(false),
                false,
                frame,
                kept.toByteArray());
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

    private byte[] joined(long from) throws UnusableException {
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        for (long at = from; file.u8(at) != 0; at += 1 + file.u8(at)) {
            codes.write(file.array(), (int) at + 1, file.u8(at));
        }
        return codes.toByteArray();
    }

    private void keep(long from, long to) throws UnusableException {
        Bytes part = file.part(from, to - from);
        kept.write(part.array(), part.from(), part.length());
    }
}
