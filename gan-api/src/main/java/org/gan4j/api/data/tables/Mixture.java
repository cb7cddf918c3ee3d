package org.gan4j.api.data.tables;

import java.util.List;

/**
 * A mixture of normal distributions of one number, Σ w_k N(x; μ_k, σ_k²): the modes of a column.
 *
 * @param modes at least one
 */
public record Mixture(List<Mode> modes) {
    /**
     * A mode.
     *
     * @param weight w, its share of the numbers
     * @param mean μ
     * @param deviation σ, above 0
     */
    public record Mode(double weight, double mean, double deviation) {
        /**
         * Validates the numbers.
         *
         * @throws IllegalArgumentException if one is not finite, or weight or deviation is not above 0
         */
        public Mode {
            if (!(weight > 0) || !Double.isFinite(mean) || !(deviation > 0) || Double.isInfinite(weight + deviation)) {
                throw new IllegalArgumentException("a mode needs a weight and a deviation above 0 and a mean, not "
                        + weight + ", " + deviation + " and " + mean);
            }
        }

        /** Returns log(w N(x; μ, σ²)), up to a constant that all modes share. */
        private double logDensity(double x) {
            double z = (x - mean) / deviation;
            return StrictMath.log(weight) - StrictMath.log(deviation) - z * z / 2;
        }
    }

    /**
     * Copies the modes.
     *
     * @throws IllegalArgumentException if there are none
     */
    public Mixture {
        modes = List.copyOf(modes);
        if (modes.isEmpty()) {
            throw new IllegalArgumentException("a mixture needs at least one mode");
        }
    }

    /** Returns the number of modes. */
    public int size() {
        return modes.size();
    }

    /** Returns the probability of each mode given a number, w_k N(x; μ_k, σ_k²) divided by their sum. */
    public double[] posterior(double x) {
        double[] logs = modes.stream().mapToDouble(mode -> mode.logDensity(x)).toArray();
        double most = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            most = Math.max(most, log);
        }
        double sum = 0;
        for (int k = 0; k < logs.length; k++) {
            logs[k] = StrictMath.exp(logs[k] - most);
            sum += logs[k];
        }
        for (int k = 0; k < logs.length; k++) {
            logs[k] /= sum;
        }
        return logs;
    }
}
