package org.gan4j.nd4j.internal;

/** Comparisons and choices. Truth values are 0 and 1. */
final class ChoiceLoops {
    private ChoiceLoops() {}

    static void equal(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] == b[i] ? 1 : 0;
        }
    }

    static void notEqual(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] != b[i] ? 1 : 0;
        }
    }

    static void greater(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] > b[i] ? 1 : 0;
        }
    }

    static void greaterOrEqual(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] >= b[i] ? 1 : 0;
        }
    }

    /** By bits, since a branch on random data is mispredicted half of the time; what is not chosen never matters. */
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
