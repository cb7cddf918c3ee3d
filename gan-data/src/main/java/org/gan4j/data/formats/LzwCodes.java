package org.gan4j.data.formats;

/**
 * The codes of a GIF's pixels. Following them finds the number of pixels without making them.
 *
 * @param bytes the codes, lowest bit first
 * @param width the bits of a pixel
 */
record LzwCodes(Bytes bytes, int width) {
    private static final int LONGEST = 12;

    /** Requires as many pixels. */
    void require(long pixels) throws UnusableException {
        if (width < 1 || width > Byte.SIZE) {
            throw new UnusableException("is damaged: its pixels have " + width + " bits");
        }
        int clear = 1 << width;
        int[] lengths = new int[1 << LONGEST];
        int next = clear + 2;
        int bits = width + 1;
        int last = -1;
        long made = 0;
        for (long at = 0; at + bits <= (long) bytes.length() * Byte.SIZE && made < pixels; ) {
            int code = code(at, bits);
            at += bits;
            if (code == clear) {
                next = clear + 2;
                bits = width + 1;
                last = -1;
                continue;
            }
            if (code == clear + 1) {
                break;
            }
            int length = code < clear ? 1 : code < next ? lengths[code] : lengthOfNew(code, next, last, lengths, clear);
            made += length;
            if (last >= 0 && next < lengths.length) {
                lengths[next++] = 1 + (last < clear ? 1 : lengths[last]);
                if (next == 1 << bits && bits < LONGEST) {
                    bits++;
                }
            }
            last = code;
        }
        if (made < pixels) {
            throw UnusableException.early();
        }
    }

    private static int lengthOfNew(int code, int next, int last, int[] lengths, int clear) throws UnusableException {
        if (code > next || last < 0 || next == lengths.length) {
            throw new UnusableException("is damaged: its pixels have an unknown code");
        }
        return 1 + (last < clear ? 1 : lengths[last]);
    }

    private int code(long at, int bits) {
        int code = 0;
        for (int i = 0; i < bits; i++) {
            code |= (bytes.array()[bytes.from() + (int) (at + i >> 3)] >> (int) (at + i & 7) & 1) << i;
        }
        return code;
    }
}
