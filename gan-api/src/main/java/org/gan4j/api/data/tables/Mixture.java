package org.gan4j.api.data.tables;

import java.util.List;

/**
 * A mixture of normal distributions of one number, Σ w_k N(x; μ_k, σ_k²): the modes of a column. A mode without deviation is a single
 * value that many rows have, such as 0, as the mixed columns of CTAB-GAN have (<a href="https://arxiv.org/abs/2102.08369">Zhao et al.
 * 2021</a>, section 4.2).
 *
 * @param modes at least one
 */
public record Mixture(List<Mode> modes) {
    /**
     * A mode.
     *
     * @param weight w, its share of the numbers
     * @param mean μ
     * @param deviation σ; 0 for a single value
     */
    public record Mode(double weight, double mean, double deviation) {
        /**
         * Validates the numbers.
         *
         * @throws IllegalArgumentException if one is not finite, the weight is not above 0, or the deviation is below 0
         */
        public Mode {
            if (!(weight > 0) || !Double.isFinite(mean) || !(deviation >= 0) || Double.isInfinite(weight + deviation)) {
                throw new IllegalArgumentException(
                        "a mode needs a weight above 0, a deviation of at least 0 and a mean, not " + weight + ", "
                                + deviation + " and " + mean);
            }
        }

        /** Returns whether this is a single value. */
        public boolean isValue() {
            return deviation == 0;
        }

        /** Returns log(w N(x; μ, σ²)), up to a constant that all modes share. */
        private double logDensity(double x) {
            if (isValue()) {
                return Double.NEGATIVE_INFINITY;
            }
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

    /**
     * Returns the probability of each mode given a number: w_k N(x; μ_k, σ_k²) divided by their sum, or 1 for the mode of this single
     * value. If all modes are single values, the nearest one has it.
     */
    public double[] posterior(double x) {
        int single = single(x);
        if (single >= 0) {
            double[] certain = new double[size()];
            certain[single] = 1;
            return certain;
        }
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

    /** Returns the place of the mode of this single value, or of the nearest one if there are no others; -1 otherwise. */
    private int single(double x) {
        int nearest = -1;
        boolean others = false;
        for (int k = 0; k < size(); k++) {
            Mode mode = modes.get(k);
            if (!mode.isValue()) {
                others = true;
            } else if (mode.mean == x) {
                return k;
            } else if (nearest < 0 || Math.abs(mode.mean - x) < Math.abs(modes.get(nearest).mean - x)) {
                nearest = k;
            }
        }
        return others ? -1 : nearest;
    }
}
