package org.gan4j.api.data;

/** Brightness in pictures' bytes, 0 to 255, as numbers for networks: 0 becomes -1 and 255 becomes 1. */
public final class PixelScaling {
    /** {@code v / 127.5 - 1} for each byte: a look-up is faster than a division. */
    private static final float[] SCALED = new float[256];

    static {
        for (int level = 0; level < SCALED.length; level++) {
            SCALED[level] = level / 127.5f - 1;
        }
    }

    private PixelScaling() {}

    /** The number of a byte, which counts from 0 to 255. */
    public static float scaled(byte level) {
        return SCALED[level & 0xFF];
    }
}
