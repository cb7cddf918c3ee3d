package org.gan4j.metrics.statistics;

/**
 * The difference of two independent shares, and its interval at a confidence of 95 % from those of both (<a
 * href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I">Newcombe 1998</a>, method
 * 10). With the intervals [l, u] of p and [l′, u′] of p′,
 *
 * <pre>
 * from  p − p′ − √((p − l)² + (u′ − p′)²)   to   p − p′ + √((u − p)² + (p′ − l′)²)
 * </pre>
 *
 * @param first the share p
 * @param second the share p′, which is subtracted
 */
public record ShareDifference(Share first, Share second) {
    /** Returns the difference, from -1 to 1. */
    public double value() {
        return first.value() - second.value();
    }

    /** Returns the lower end of the interval. */
    public double low() {
        return value() - Math.hypot(first.value() - first.low(), second.high() - second.value());
    }

    /** Returns the upper end of the interval. */
    public double high() {
        return value() + Math.hypot(first.high() - first.value(), second.value() - second.low());
    }
}
