package org.gan4j.data.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gan4j.data.formats.TiffTags.Numbers;

/**
 * Checks the first image of a <a href="https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf">TIFF</a>, and keeps the tags that its pixels
 * need. Its strips or tiles must be in the file, each byte once, and be able to hold the size.
 */
final class TiffCheck {
    private static final int ORIENTATION = 274;
    private static final int PROFILE = 34_675;
    private static final Set<Integer> NEEDED = Set.of(
            256, 257, 258, 259, 262, 273, 277, 278, 279, 284, 317, 320, 322, 323, 324, 325, 338, 339, 347, 530, 532);
    private static final int JPEG = 7;
    private static final String JPEG_START = "\u00ff\u00d8";
    private static final int INKS = 5;
    private static final int YCBCR = 6;
    private static final long PACK_BITS = 64;

    private final Bytes file;
    private TiffTags tags;

    TiffCheck(Bytes file) {
        this.file = file;
    }

    CheckedImage check() throws UnusableException {
        if (file.u16(2) != 42) {
            throw new UnusableException("is a BigTIFF, which is not read; save it as TIFF");
        }
        tags = TiffTags.at(file, file.u32(4));
        long width = tags.number(256, 0);
        long height = tags.number(257, 0);
        CheckedImage.requireSize(width, height);
        int colors = (int) tags.number(262, -1);
        int samples = (int) tags.number(277, 1);
        int bits = requireSamples(colors, samples);
        requirePixels(width, height, bits, samples);
        Optional<byte[]> profile = tags.has(PROFILE) ? ImageLimits.profile(tags.data(PROFILE)) : Optional.empty();
        boolean inks = colors == INKS;
        return CheckedImage.filled(
                ImageFormat.TIFF,
                (int) width,
                (int) height,
                Orientation.of((int) tags.number(ORIENTATION, 1)),
                inks ? StoredColors.inks() : StoredColors.of(profile, colors <= 1),
                false,
                reduced(inks));
    }

    /** Returns the bits of a sample. */
    private int requireSamples(int colors, int samples) throws UnusableException {
        long bits = tags.number(258, 1);
        int used = colors == INKS ? 4 : colors == 2 || colors == YCBCR ? 3 : 1;
        boolean known = colors >= 0
                && (colors <= 3 || colors == INKS || colors == YCBCR && tags.number(259, 1) == JPEG)
                && samples >= used
                && samples <= used + (colors == INKS ? 0 : 1)
                && tags.areAll(339, 1)
                && tags.areAll(258, bits)
                && (bits == 8
                        || bits == 16 && colors <= 2
                        || colors <= 1 && samples == 1 && (bits == 1 || bits == 4)
                        || colors == 3 && samples == 1 && bits == 4)
                && (tags.number(284, 1) == 1 || tags.number(284, 1) == 2)
                && tags.number(266, 1) == 1
                && (tags.number(317, 1) == 1 || tags.number(317, 1) == 2)
                && (colors != 3 || tags.has(320) && tags.count(320) == 3L << bits);
        if (!known) {
            throw new UnusableException("is a TIFF of a kind that is not read: " + samples + " samples of " + bits
                    + " bits with the photometric interpretation " + colors + "; save it with 8 or 16 bits in gray, RGB"
                    + " or a palette");
        }
        return (int) bits;
    }

    private void requirePixels(long width, long height, int bits, int samples) throws UnusableException {
        int compression = (int) tags.number(259, 1);
        long ratio =
                switch (compression) {
                    case 1 -> 1;
                    case 5 -> ImageLimits.LZW;
                    case 8, 32_946 -> ImageLimits.DEFLATE;
                    case 32_773 -> PACK_BITS;
                    case JPEG -> Long.MAX_VALUE; // checked by its own blocks
                    default ->
                        throw new UnusableException("is a TIFF with the compression " + compression
                                + ", which is not read; save it with LZW or deflate");
                };
        boolean tiled = tags.has(322);
        long partWidth = tiled ? tags.number(322, 0) : width;
        long partHeight = tiled ? tags.number(323, 0) : Math.min(height, tags.number(278, height));
        if (partWidth < 1
                || partHeight < 1
                || tiled && (partWidth > 2 * width + 512 || partHeight > 2 * height + 512)) {
            throw new UnusableException("is damaged: its parts are " + partWidth + "×" + partHeight + ", and it is "
                    + width + "×" + height);
        }
        boolean planes = tags.number(284, 1) == 2;
        long count = ((width + partWidth - 1) / partWidth)
                * ((height + partHeight - 1) / partHeight)
                * (planes ? samples : 1);
        Numbers places = tags.numbers(tiled ? 324 : 273);
        Numbers lengths = tags.numbers(tiled ? 325 : 279);
        if (places.count() != count || lengths.count() != count) {
            throw new UnusableException("is damaged: it has " + places.count() + " parts, and needs " + count);
        }
        if (compression == JPEG && tags.has(347)) {
            jpeg(tags.data(347)).checkTables();
        }
        long held = 0;
        for (int i = 0; i < count; i++) {
            Bytes part = file.part(places.at(i), lengths.at(i));
            held += part.length();
            if (compression == JPEG) {
                requireJpeg(part, partWidth, partHeight, planes ? 1 : samples);
            }
        }
        long row = (partWidth * bits * (planes ? 1 : samples) + 7) / 8;
        long rows = tiled ? partHeight * count : height * (planes ? samples : 1);
        CheckedImage.requireHeld(width, height, row * rows / ratio, Math.min(held, file.length()));
    }

    private static void requireJpeg(Bytes part, long width, long height, int samples) throws UnusableException {
        if (!part.has(0, JPEG_START)) {
            throw new UnusableException("is damaged: a part of it is no JPEG");
        }
        JpegFrame frame = jpeg(part).checkPart();
        if (frame.width() != width || frame.height() > height || frame.components() != samples) {
            throw new UnusableException("is damaged: a part of it is a JPEG of another size");
        }
    }

    private static JpegCheck jpeg(Bytes part) {
        return new JpegCheck(new Bytes(part.array(), part.from(), part.length(), false));
    }

    /** Returns the file with a directory of the needed tags alone at its end. */
    private Bytes reduced(boolean inks) throws UnusableException {
        List<Integer> kept = new ArrayList<>();
        for (int tag : tags.all()) {
            if (NEEDED.contains(tag) || inks && tag == PROFILE) {
                tags.data(tag); // is in the file
                kept.add(tag);
            }
        }
        int start = (file.length() + 1) / 2 * 2;
        byte[] copy = Arrays.copyOf(file.array(), start + 2 + 12 * kept.size() + 4);
        ByteBuffer out = ByteBuffer.wrap(copy).order(file.little() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        out.putInt(4, start).position(start);
        out.putShort((short) kept.size());
        for (int tag : kept) {
            Bytes entry = tags.entry(tag);
            out.put(entry.array(), entry.from(), entry.length());
        }
        return new Bytes(copy, 0, copy.length, file.little());
    }
}
