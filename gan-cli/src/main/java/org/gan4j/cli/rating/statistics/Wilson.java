package org.gan4j.cli.rating.statistics;

/**
 * Wilson's interval of a share (Wilson 1927, <a href="https://doi.org/10.1080/01621459.1927.10502953">Probable inference, the
 * law of succession, and statistical inference</a>).
 */
final class Wilson {
    static final double Z = 1.959963984540054;

    private Wilson() {}

    /**
     * Returns (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
     *
     * @param share the observed share p
     * @param count the number of observations n, which need not be whole if they depend on each other
     */
    static Interval of(double share, double count) {
        if (!(count > 0)) {
            return Interval.UNKNOWN;
        }
        double square = Z * Z / count;
        double middle = (share + square / 2) / (1 + square);
        double half = Z * Math.sqrt(share * (1 - share) / count + square / (4 * count)) / (1 + square);
        return new Interval(middle - half, middle + half).within(0, 1);
    }
}
