package org.gan4j.cli.rating.statistics;

/**
 * Student's t distribution. Its cumulative distribution is a regularized incomplete beta function
 * (<a href="https://dlmf.nist.gov/8.17">DLMF 8.17</a>), computed as the continued fraction 8.17.22.
 */
public final class StudentT {
    private static final double TINY = 1e-300;
    private static final double PRECISION = 1e-14;
    private static final int TERMS = 500;
    private static final int HALVINGS = 200;

    private StudentT() {}

    /**
     * Returns the value t with P(|T| ≤ t) = probability.
     *
     * @param degrees the degrees of freedom, which need not be whole
     */
    public static double twoSided(double probability, double degrees) {
        double low = 0;
        double high = 1;
        while (outside(high, degrees) > 1 - probability) {
            high *= 2;
        }
        for (int i = 0; i < HALVINGS && high - low > PRECISION * high; i++) {
            double middle = (low + high) / 2;
            if (outside(middle, degrees) > 1 - probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Returns P(|T| > t) = I(ν / (ν + t²); ν/2, 1/2). */
    private static double outside(double t, double degrees) {
        return regularizedBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
    }

    private static double regularizedBeta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        if (x > (a + 1) / (a + b + 2)) { // where the fraction converges slowly, I(x; a, b) = 1 − I(1 − x; b, a)
            return 1 - regularizedBeta(1 - x, b, a);
        }
        double front = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
        return Math.exp(front) / a / fraction(x, a, b);
    }

    /** Returns 1 + d₁/(1 + d₂/(1 + ...)), by Lentz's method. */
    private static double fraction(double x, double a, double b) {
        double value = 1;
        double c = 1;
        double d = 0;
        for (int term = 1; term <= TERMS; term++) {
            int m = term / 2;
            double numerator = term % 2 == 0
                    ? m * (b - m) * x / ((a + term - 1) * (a + term))
                    : -(a + m) * (a + b + m) * x / ((a + term - 1) * (a + term));
            d = away(1 + numerator * d);
            d = 1 / d;
            c = away(1 + numerator / c);
            value *= c * d;
            if (Math.abs(1 - c * d) < PRECISION) {
                return value;
            }
        }
        return value;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** Returns log Γ(x) by Stirling's series, DLMF 5.11.1, where it is exact to 1e-15. */
    private static double logGamma(double x) {
        double shift = 0;
        double at = x;
        while (at < 15) {
            shift -= Math.log(at);
            at += 1;
        }
        double square = 1 / (at * at);
        double series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / at;
        return shift + (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series;
    }
}
