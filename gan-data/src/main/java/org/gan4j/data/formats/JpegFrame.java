package org.gan4j.data.formats;

import java.util.Set;

/**
 * The frame of a JPEG.
 *
 * @param components the number of colors
 * @param progressive whether each sample is spread over several scans, so that a decoder holds all of them
 * @param blocks the number of blocks of 8×8 samples, of all components
 * @param isNamedRgb whether the components are named R, G and B
 */
record JpegFrame(int width, int height, int components, boolean progressive, long blocks, boolean isNamedRgb) {
    private static final int PROGRESSIVE = 0xC2;
    private static final int SIDE = 8;

    /** Returns whether a marker begins a frame of any kind. */
    static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && !Set.of(0xC4, 0xC8, 0xCC).contains(marker);
    }

    static JpegFrame of(int marker, Bytes data) throws UnusableException {
        if (marker > PROGRESSIVE) {
            throw new UnusableException("is a JPEG of a rare kind (lossless, hierarchical or with arithmetic coding),"
                    + " which is not read; save it again");
        }
        if (data.u8(0) != Byte.SIZE) {
            throw new UnusableException("is a JPEG of " + data.u8(0) + " bits, of which only those of 8 are read");
        }
        int height = data.u16(1);
        int width = data.u16(3);
        int components = data.u8(5);
        CheckedImage.requireSize(width, height);
        if (!Set.of(1, 3, 4).contains(components)) {
            throw new UnusableException("is damaged: it says that it has " + components + " colors");
        }
        int across = 1;
        int down = 1;
        for (int i = 0; i < components; i++) {
            int sampling = data.u8(7L + 3 * i);
            across = Math.max(across, sampling >> 4);
            down = Math.max(down, sampling & 0xF);
            if (sampling >> 4 < 1 || sampling >> 4 > 4 || (sampling & 0xF) < 1 || (sampling & 0xF) > 4) {
                throw new UnusableException("is damaged: its sampling is not possible");
            }
        }
        long blocks = 0;
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < components; i++) {
            int sampling = data.u8(7L + 3 * i);
            blocks += blocks(width, sampling >> 4, across) * blocks(height, sampling & 0xF, down);
            names.append((char) data.u8(6L + 3 * i));
        }
        return new JpegFrame(
                width,
                height,
                components,
                marker == PROGRESSIVE,
                blocks,
                names.toString().equals("RGB"));
    }

    private static long blocks(int pixels, int sampling, int most) {
        int samples = (pixels * sampling + most - 1) / most;
        return (samples + SIDE - 1) / SIDE;
    }
}
