package org.gan4j.tensor.op;

/**
 * erf(x) = 2/√π ∫₀ˣ exp(-t²) dt in double precision: for small x its series without cancellation, for large x its
 * continued fraction (Abramowitz and Stegun, 7.1.6 and 7.1.14).
 */
final class ErrorFunction {
    private static final double TWO_BY_ROOT_PI = 2 / Math.sqrt(Math.PI);
    private static final double SERIES_UP_TO = 2.5;
    private static final double ONE_FROM = 6;
    private static final int FRACTION_DEPTH = 60;

    private ErrorFunction() {}

    static double of(double x) {
        double size = Math.abs(x);
        if (!(size < ONE_FROM)) {
            return Double.isNaN(x) ? x : Math.signum(x);
        }
        return Math.signum(x) * (size < SERIES_UP_TO ? series(size) : 1 - fraction(size));
    }

    /** 2/√π exp(-x²) Σ 2ⁿ x²ⁿ⁺¹ / (1·3·...·(2n+1)): all terms are positive. */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 1e-17; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return TWO_BY_ROOT_PI * Math.exp(-x * x) * sum;
    }

    /** 1 - erf(x) = exp(-x²)/√π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + ...)))). */
    private static double fraction(double x) {
        double tail = x;
        for (int n = FRACTION_DEPTH; n > 0; n--) {
            tail = x + n / 2.0 / tail;
        }
        return TWO_BY_ROOT_PI / 2 * Math.exp(-x * x) / tail;
    }
}
