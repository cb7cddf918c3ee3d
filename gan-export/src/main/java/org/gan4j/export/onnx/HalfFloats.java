package org.gan4j.export.onnx;

/** Numbers of 16 bits, binary16 of IEEE 754. */
final class HalfFloats {
    /** The largest finite number. */
    static final float LARGEST = 65504;

    private static final int INFINITY = 0x7c00;
    private static final int NAN = 0x7e00;
    /** The bits of a mantissa of 32 that one of 16 does not have. */
    private static final int DROPPED = 13;

    private static final float SMALLEST_NORMAL = 0x1p-14f;
    private static final float SMALLEST = 0x1p-24f;

    private HalfFloats() {}

    /** Returns the bits of the nearest number; of two, the one with an even mantissa. */
    static short bits(float value) {
        int sign = Float.floatToRawIntBits(value) >>> 16 & 0x8000;
        float size = Math.abs(value);
        if (Float.isNaN(value)) {
            return (short) (sign | NAN);
        }
        if (size >= LARGEST + 16) {
            return (short) (sign | INFINITY);
        }
        if (size < SMALLEST_NORMAL) {
            return (short) (sign | (int) Math.rint(size / SMALLEST)); // 2^10 units are the smallest normal number
        }
        int bits = Float.floatToRawIntBits(size);
        int exponent = (bits >>> 23) - 127 + 15;
        int mantissa = bits & 0x7fffff;
        int kept = exponent << 10 | mantissa >>> DROPPED;
        int rest = mantissa & (1 << DROPPED) - 1;
        int half = 1 << DROPPED - 1;
        boolean up = rest > half || rest == half && (kept & 1) == 1;
        return (short) (sign | kept + (up ? 1 : 0)); // may carry into the exponent, as it should
    }

    /** Returns the bits of a constant: not infinite if it is finite, and not zero if it is not. */
    static short constantBits(float value) {
        if (value == 0 || !Float.isFinite(value)) {
            return bits(value);
        }
        float size = Math.max(SMALLEST, Math.min(LARGEST, Math.abs(value)));
        return bits(Math.copySign(size, value));
    }
}
