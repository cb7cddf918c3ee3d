package org.gan4j.data.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/**
 * Checks a <a href="https://www.w3.org/TR/png-3/">PNG</a>. The checksums of all chunks that its look depends on must be right, and the
 * compressed pixels must be able to hold the size: a byte of deflate becomes at most 1032.
 */
final class PngCheck {
    private static final int SIGNATURE = 8;
    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final Set<String> LOOK = Set.of("iCCP", "sRGB", "gAMA", "cHRM", "cICP", "eXIf");
    private static final int PALETTE = 3;
    private static final int[] SAMPLES = {1, 0, 3, 1, 2, 0, 4};
    /** The first row, the first column, and the steps down and across, of the seven passes of Adam7. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {0, 4, 8, 8}, {4, 0, 8, 4}, {0, 2, 4, 4}, {2, 0, 4, 2}, {0, 1, 2, 2}, {1, 0, 2, 1}
    };

    private final Bytes file;
    private final Kept kept;
    private long width;
    private long height;
    private int depth;
    private int kind;
    private boolean interlaced;
    private long compressed;
    private Optional<byte[]> profile = Optional.empty();
    private boolean srgb;
    private double gamma;
    private double[] primaries = {};
    private Orientation orientation = Orientation.UPRIGHT;
    private long invisible = -1;
    private boolean palette;

    PngCheck(Bytes file) {
        this.file = file;
        this.kept = new Kept(file.length());
    }

    CheckedImage check() throws UnusableException {
        kept.add(file.part(0, SIGNATURE));
        String name = "";
        for (long at = SIGNATURE; !name.equals("IEND"); ) {
            long length = file.u32(at);
            name = file.name(at + 4);
            Bytes data = file.part(at + 8, length);
            long end = at + 12 + length;
            if (name.equals("IHDR") != (at == SIGNATURE)) {
                throw new UnusableException("is damaged: its header is not at the beginning");
            }
            if (PIXELS.contains(name) || LOOK.contains(name)) {
                requireChecksum(name, at + 4, length + 4);
                chunk(name, data);
            } else if (Character.isUpperCase(name.charAt(0))) {
                throw new UnusableException("is damaged: it has a chunk of an unknown kind");
            }
            if (PIXELS.contains(name)) {
                kept.add(file.part(at, 12 + length));
            }
            at = end;
        }
        if (kind == PALETTE && !palette) {
            throw new UnusableException("is damaged: its palette is missing");
        }
        CheckedImage.requireHeld(width, height, rawBytes() / ImageLimits.DEFLATE, compressed);
        boolean gray = SAMPLES[kind] <= 2 && kind != PALETTE;
        StoredColors colors = new StoredColors(profile, calibration(), gray, false, invisible);
        return CheckedImage.filled(
                ImageFormat.PNG, (int) width, (int) height, orientation, colors, !interlaced, kept.bytes());
    }

    private void requireChecksum(String name, long at, long length) throws UnusableException {
        CRC32 crc = new CRC32();
        crc.update(file.array(), (int) at, (int) length);
        if (crc.getValue() != file.u32(at + length)) {
            throw new UnusableException("is damaged: the checksum of its part " + name + " is wrong");
        }
    }

    private void chunk(String name, Bytes data) throws UnusableException {
        switch (name) {
            case "IHDR" -> header(data);
            case "PLTE" -> palette = requirePalette(data);
            case "tRNS" -> transparency(data);
            case "IDAT" -> compressed += data.length();
            case "iCCP" -> profile = Optional.of(inflated(data));
            case "sRGB" -> srgb = true;
            case "gAMA" -> gamma = data.u32(0) / 100_000.0;
            case "cHRM" -> primaries = primaries(data);
            case "cICP" -> requireSrgb(data);
            case "eXIf" -> orientation = Orientation.ofExif(data);
            default -> {} // IEND
        }
    }

    private void header(Bytes data) throws UnusableException {
        width = data.u32(0);
        height = data.u32(4);
        depth = data.u8(8);
        kind = data.u8(9);
        int interlacing = data.u8(12);
        boolean known = kind < SAMPLES.length
                && SAMPLES[kind] > 0
                && Set.of(1, 2, 4, 8, 16).contains(depth)
                && (kind == 0 || kind == PALETTE && depth <= 8 || depth >= 8 && kind != PALETTE);
        if (!known || data.length() != 13 || data.u16(10) != 0 || interlacing > 1) {
            throw new UnusableException("is damaged: its header is of no known kind");
        }
        interlaced = interlacing == 1;
        CheckedImage.requireSize(width, height);
    }

    private boolean requirePalette(Bytes data) throws UnusableException {
        if (data.length() == 0 || data.length() % 3 != 0 || data.length() > 3 * 256 || compressed > 0) {
            throw new UnusableException("is damaged: its palette is of no possible length or place");
        }
        return true;
    }

    private void transparency(Bytes data) throws UnusableException {
        if (compressed > 0) {
            throw new UnusableException("is damaged: its transparency comes after its pixels");
        }
        if (kind == 0) {
            long gray = data.u16(0);
            invisible = gray << 32 | gray << 16 | gray;
        } else if (kind == 2) {
            invisible = (long) data.u16(0) << 32 | (long) data.u16(2) << 16 | data.u16(4);
        }
    }

    /** Returns the bytes of all rows, each with its filter. */
    private long rawBytes() {
        long bits = (long) depth * SAMPLES[kind];
        if (!interlaced) {
            return height * (1 + (width * bits + 7) / 8);
        }
        long sum = 0;
        for (int[] pass : PASSES) {
            long rows = (height - pass[0] + pass[2] - 1) / pass[2];
            long columns = (width - pass[1] + pass[3] - 1) / pass[3];
            sum += columns > 0 && rows > 0 ? rows * (1 + (columns * bits + 7) / 8) : 0;
        }
        return sum;
    }

    private static byte[] inflated(Bytes chunk) throws UnusableException {
        int at = 0;
        while (chunk.u8(at) != 0) { // the profile's name
            at++;
        }
        Bytes data = chunk.part(at + 2L, chunk.length() - at - 2L);
        try (InputStream in =
                new InflaterInputStream(new ByteArrayInputStream(data.array(), data.from(), data.length()))) {
            byte[] profile = in.readNBytes(ImageLimits.LARGEST_PROFILE + 1);
            ImageLimits.requireProfile(profile.length);
            return profile;
        } catch (IOException damaged) {
            throw new UnusableException("has a damaged color profile", damaged);
        }
    }

    private static double[] primaries(Bytes data) throws UnusableException {
        double[] xy = new double[8];
        for (int i = 0; i < xy.length; i++) {
            xy[i] = data.u32(4L * i) / 100_000.0;
        }
        return xy;
    }

    private static void requireSrgb(Bytes data) throws UnusableException {
        if (data.u8(0) != 1 || data.u8(1) != 13 || data.u8(3) != 1) {
            throw new UnusableException("has the colors of a cICP chunk, of which only sRGB is read; save it in sRGB");
        }
        // sRGB, as without the chunk
    }

    private Optional<Calibration> calibration() throws UnusableException {
        return profile.isPresent() || srgb || gamma == 0 && primaries.length == 0
                ? Optional.empty()
                : Calibration.of(gamma, primaries);
    }
}
