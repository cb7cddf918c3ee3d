package org.gan4j.nd4j.internal;

/** Loops that the just-in-time compiler turns into vector instructions: no branches, no calls other than intrinsics. */
final class ArithmeticLoops {
    /** A factor that, applied twice, brings even the smallest positive float above 1. */
    static final float HUGE = 0x1p127f;

    private ArithmeticLoops() {}

    static void add(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] + b[i];
        }
    }

    static void sub(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] - b[i];
        }
    }

    static void mul(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] * b[i];
        }
    }

    static void div(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] / b[i];
        }
    }

    static void max(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.max(a[i], b[i]);
        }
    }

    static void min(float[] to, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.min(a[i], b[i]);
        }
    }

    static void neg(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = -a[i];
        }
    }

    static void abs(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.abs(a[i]);
        }
    }

    static void square(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = a[i] * a[i];
        }
    }

    static void sqrt(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = (float) Math.sqrt(a[i]);
        }
    }

    static void rsqrt(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = 1 / (float) Math.sqrt(a[i]);
        }
    }

    static void clamp(float[] to, float[] a, float low, float high, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.min(Math.max(a[i], low), high);
        }
    }

    /** Computes leaky ReLU for slopes of at most 1, where the greater of the two branches is the result. */
    static void leakyRelu(float[] to, float[] a, float slope, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.max(a[i], slope * a[i]);
        }
    }

    /** Computes ReLU. It needs its own loop because 0 · infinity is NaN. */
    static void relu(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.max(a[i], 0f);
        }
    }

    /** Computes the slope of leaky ReLU. It uses {@link #HUGE} instead of a branch. */
    static void leakyStep(float[] to, float[] a, float slope, int n) {
        float rise = 1 - slope;
        for (int i = 0; i < n; i++) {
            to[i] = slope + rise * Math.min(Math.max(a[i] * HUGE * HUGE, 0f), 1f);
        }
    }

    /** Negates truth values, which are 0 and 1. */
    static void not(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = 1 - a[i];
        }
    }
}
