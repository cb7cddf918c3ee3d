package org.gan4j.nd4j.internal;

/**
 * Comparisons and choices. Truth values are 0 and 1.
 *
 * <p>A branch on random data is mispredicted half of the time, so comparisons are arithmetic: {@code max(a, b) - b} is
 * 0 or, times 2^254, at least 1. Infinite or NaN operands may give NaN; such a block is computed again with branches.
 * The result must therefore not overwrite an operand.
 */
final class ChoiceLoops {
    private static final float HUGE = ArithmeticLoops.HUGE;

    private ChoiceLoops() {}

    static void equal(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = 1 - Math.min((Math.max(a[i], b[i]) - Math.min(a[i], b[i])) * HUGE * HUGE, 1f);
        }
        if (hasNan(to, n)) {
            for (int i = 0; i < n; i++) {
                to[i] = a[i] == b[i] ? 1 : 0;
            }
        }
    }

    static void notEqual(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.min((Math.max(a[i], b[i]) - Math.min(a[i], b[i])) * HUGE * HUGE, 1f);
        }
        if (hasNan(to, n)) {
            for (int i = 0; i < n; i++) {
                to[i] = a[i] != b[i] ? 1 : 0;
            }
        }
    }

    static void greater(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.min((Math.max(a[i], b[i]) - b[i]) * HUGE * HUGE, 1f);
        }
        if (hasNan(to, n)) {
            for (int i = 0; i < n; i++) {
                to[i] = a[i] > b[i] ? 1 : 0;
            }
        }
    }

    static void greaterOrEqual(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = 1 - Math.min((Math.max(a[i], b[i]) - a[i]) * HUGE * HUGE, 1f);
        }
        if (hasNan(to, n)) {
            for (int i = 0; i < n; i++) {
                to[i] = a[i] >= b[i] ? 1 : 0;
            }
        }
    }

    private static boolean hasNan(float[] values, int n) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            s0 += values[i];
            s1 += values[i + 1];
            s2 += values[i + 2];
            s3 += values[i + 3];
        }
        for (; i < n; i++) {
            s0 += values[i];
        }
        return Float.isNaN(s0 + s1 + (s2 + s3));
    }

    /** Chooses between {@code a} and {@code b}. The value that is not chosen never affects the result. */
    static void where(float[] to, float[] condition, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            // 1.0f is 0x3F800000: bit 29 is set in it and not in 0
            int chosen = (Float.floatToRawIntBits(condition[i]) << 2) >> 31;
            to[i] = Float.intBitsToFloat(
                    (Float.floatToRawIntBits(a[i]) & chosen) | (Float.floatToRawIntBits(b[i]) & ~chosen));
        }
    }

    static void isNotZero(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] == 0 ? 0 : 1;
        }
    }

    static void sign(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.signum(a[i]);
        }
    }
}
