package org.gan4j.data.formats;

import java.util.Optional;
import java.util.Set;

/** Checks a Windows bitmap: its rows must be in the file, or its runs must be able to become them. */
final class BmpCheck {
    private static final int FILE_HEADER = 14;
    private static final int OLD = 12;
    private static final int USUAL = 40;
    private static final int WITH_COLORS = 108;
    private static final int WITH_PROFILE = 124;
    /** Two bytes become at most 255 pixels. */
    private static final int RUN = 128;

    private static final int RLE8 = 1;
    private static final int RLE4 = 2;
    private static final int MASKS = 3;
    private static final String SRGB = "BGRs"; // sRGB, lowest byte first

    private final Bytes file;

    BmpCheck(Bytes file) {
        this.file = file;
    }

    CheckedImage check() throws UnusableException {
        long header = file.u32(FILE_HEADER);
        if (!Set.of(12L, 40L, 52L, 56L, 108L, 124L).contains(header)) {
            throw new UnusableException("is a BMP with a header of " + header + " bytes, which is not read");
        }
        boolean old = header == OLD;
        long width = old ? file.u16(18) : (int) file.u32(18);
        long height = old ? file.u16(20) : Math.abs((long) (int) file.u32(22));
        int bits = file.u16(old ? 24 : 28);
        int packing = old ? 0 : (int) file.u32(30);
        CheckedImage.requireSize(width, height);
        boolean possible =
                switch (packing) {
                    case 0 -> Set.of(1, 4, 8, 24).contains(bits) || !old && (bits == 16 || bits == 32);
                    case RLE8 -> bits == 8;
                    case RLE4 -> bits == 4;
                    case MASKS -> (bits == 16 || bits == 32) && masksAreWhole();
                    default -> false;
                };
        if (!possible) {
            throw new UnusableException("is a BMP of " + bits + " bits with compression "
                    + Integer.toUnsignedString(packing) + ", which is not read");
        }
        long pixels = file.u32(10);
        requirePalette(header, bits, pixels);
        long present = file.length() - pixels;
        long row = (width * bits + 31) / 32 * 4;
        boolean runs = packing == RLE8 || packing == RLE4;
        CheckedImage.requireHeld(
                width, height, runs ? Math.max(2 * height, width * height / RUN) : row * height, present);
        Optional<byte[]> profile = header >= WITH_COLORS ? profile(header) : Optional.empty();
        return CheckedImage.filled(
                ImageFormat.BMP,
                (int) width,
                (int) height,
                Orientation.UPRIGHT,
                StoredColors.of(profile, false),
                !runs,
                inSrgb(header));
    }

    private boolean masksAreWhole() throws UnusableException {
        long all = 0;
        for (int at = 54; at < 66; at += 4) {
            long mask = file.u32(at);
            long ones = mask >> Math.min(63, Long.numberOfTrailingZeros(mask));
            if (mask == 0 || (all & mask) != 0 || (ones & ones + 1) != 0 || Long.bitCount(mask) > Byte.SIZE) {
                return false;
            }
            all |= mask;
        }
        return true;
    }

    private void requirePalette(long header, int bits, long pixels) throws UnusableException {
        long colors = 0;
        if (header >= USUAL) {
            colors = file.u32(46);
        }
        if (colors == 0 && bits <= Byte.SIZE) {
            colors = 1L << bits;
        }
        long entry = header == OLD ? 3 : 4;
        long end = FILE_HEADER + header + (bits <= Byte.SIZE ? entry * colors : 0);
        if (pixels < end || pixels > file.length() || colors > 1L << Math.min(bits, Short.SIZE)) {
            throw new UnusableException("is damaged: its palette has " + colors + " colors");
        }
    }

    private Optional<byte[]> profile(long header) throws UnusableException {
        String space = file.name(70);
        if (space.equals("KNIL")) {
            throw new UnusableException("has its color profile in another file, which is not read; save it in sRGB");
        }
        if (space.equals("\0\0\0\0") && file.u32(110) != 0) {
            throw new UnusableException("has calibrated colors, which are not read in a BMP; save it in sRGB");
        }
        if (!space.equals("DEBM") || header < WITH_PROFILE) {
            return Optional.empty();
        }
        long start = FILE_HEADER + file.u32(FILE_HEADER + 112L);
        return ImageLimits.profile(file.part(start, file.u32(FILE_HEADER + 116L)));
    }

    /** Returns the file without its color space, which the decoder would look for. */
    private Bytes inSrgb(long header) {
        if (header < WITH_COLORS) {
            return file;
        }
        byte[] copy = file.array().clone();
        for (int i = 0; i < SRGB.length(); i++) {
            copy[70 + i] = (byte) SRGB.charAt(i);
        }
        return Bytes.littleEndian(copy);
    }
}
