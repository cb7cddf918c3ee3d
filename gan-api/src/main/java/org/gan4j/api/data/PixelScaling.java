package org.gan4j.api.data;

/** The scaling of pixel levels, 0 to 255, to numbers for networks in [-1, 1]: 0 becomes -1 and 255 becomes 1. */
public final class PixelScaling {
    /** The value {@code v / 127.5 - 1} of each level: a look-up is faster than a division. */
    private static final float[] SCALED = new float[256];

    static {
        for (int level = 0; level < SCALED.length; level++) {
            SCALED[level] = level / 127.5f - 1;
        }
    }

    private PixelScaling() {}

    /** Returns the scaled value, in [-1, 1], of a level, which is an unsigned byte. */
    public static float scaled(byte level) {
        return SCALED[level & 0xFF];
    }
}
