package org.gan4j.nd4j.internal;

/**
 * Transcendental functions, computed in double precision so that the float result is correct to about the last bit.
 *
 * <p>A separate loop widens a block to doubles. If C2 converts just before the call, the conversion waits for the
 * result of the previous call (it keeps the upper half of the register), and a call takes three times as long.
 */
final class FunctionLoops {
    private static final ThreadLocal<double[]> WIDE = ThreadLocal.withInitial(() -> new double[Scratch.BLOCK]);

    private FunctionLoops() {}

    private static double[] widened(float[] a, int n) {
        double[] wide = WIDE.get();
        for (int i = 0; i < n; i++) {
            wide[i] = a[i];
        }
        return wide;
    }

    static void exp(float[] to, float[] a, int n) {
        double[] x = widened(a, n);
        for (int i = 0; i < n; i++) {
            to[i] = (float) Math.exp(x[i]);
        }
    }

    static void log(float[] to, float[] a, int n) {
        double[] x = widened(a, n);
        for (int i = 0; i < n; i++) {
            to[i] = (float) Math.log(x[i]);
        }
    }

    static void sin(float[] to, float[] a, int n) {
        double[] x = widened(a, n);
        for (int i = 0; i < n; i++) {
            to[i] = (float) Math.sin(x[i]);
        }
    }

    static void cos(float[] to, float[] a, int n) {
        double[] x = widened(a, n);
        for (int i = 0; i < n; i++) {
            to[i] = (float) Math.cos(x[i]);
        }
    }

    static void floor(float[] to, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = (float) Math.floor(a[i]);
        }
    }

    static void power(float[] to, float[] a, double exponent, int n) {
        double[] x = widened(a, n);
        for (int i = 0; i < n; i++) {
            to[i] = (float) Math.pow(x[i], exponent);
        }
    }

    static void sigmoid(float[] to, float[] a, int n) {
        double[] x = widened(a, n);
        for (int i = 0; i < n; i++) {
            to[i] = (float) (1 / (1 + Math.exp(-x[i])));
        }
    }

    /** Computes 1 - 2 / (exp(2x) + 1); near 0, where that cancels, x - x³/3. */
    static void tanh(float[] to, float[] a, int n) {
        double[] wide = widened(a, n);
        for (int i = 0; i < n; i++) {
            double x = wide[i];
            to[i] = (float) (Math.abs(x) < 1e-4 ? x - x * x * x / 3 : 1 - 2 / (Math.exp(2 * x) + 1));
        }
    }

    /** Computes log(1 + exp(x)) in a form that does not overflow and keeps the digits of small results. */
    static void softplus(float[] to, float[] a, int n) {
        double[] wide = widened(a, n);
        for (int i = 0; i < n; i++) {
            double x = wide[i];
            double e = Math.exp(-Math.abs(x));
            to[i] = (float) (Math.max(x, 0) + (e < 1e-5 ? e - e * e / 2 : Math.log(1 + e)));
        }
    }
}
