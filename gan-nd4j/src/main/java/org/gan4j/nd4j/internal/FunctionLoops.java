package org.gan4j.nd4j.internal;

/** Transcendental functions, in double precision within, so that the float result is right to the last bit or so. */
final class FunctionLoops {
    private FunctionLoops() {}

    static void exp(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = (float) Math.exp(a[i]);
        }
    }

    static void log(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = (float) Math.log(a[i]);
        }
    }

    static void sin(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = (float) Math.sin(a[i]);
        }
    }

    static void cos(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = (float) Math.cos(a[i]);
        }
    }

    static void floor(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = (float) Math.floor(a[i]);
        }
    }

    static void power(float[] to, float[] a, double exponent, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = (float) Math.pow(a[i], exponent);
        }
    }

    static void sigmoid(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = (float) (1 / (1 + Math.exp(-a[i])));
        }
    }

    /** 1 - 2 / (exp(2x) + 1); near 0, where that cancels, x - x³/3. */
    static void tanh(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            double x = a[i];
            to[i] = (float) (Math.abs(x) < 1e-4 ? x - x * x * x / 3 : 1 - 2 / (Math.exp(2 * x) + 1));
        }
    }

    /** log(1 + exp(x)), written so that nothing overflows and small results keep their digits. */
    static void softplus(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            double x = a[i];
            double e = Math.exp(-Math.abs(x));
            to[i] = (float) (Math.max(x, 0) + (e < 1e-5 ? e - e * e / 2 : Math.log(1 + e)));
        }
    }
}
