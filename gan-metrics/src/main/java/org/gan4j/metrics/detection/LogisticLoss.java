package org.gan4j.metrics.detection;

import org.gan4j.metrics.linear.Minimum;

/**
 * The penalized loss of {@link LinearJudge}: ½ ‖w‖² + Σ log(1 + exp(−y (wᵀx + b))).
 *
 * @param rows the standardized features; positives first
 * @param positives the number of rows with y = 1
 */
record LogisticLoss(double[][] rows, int positives) implements Minimum.Function {
    @Override
    public double at(double[] weights, double[] gradient) {
        int width = weights.length - 1;
        double loss = 0;
        for (int f = 0; f < width; f++) {
            loss += weights[f] * weights[f] / 2;
            gradient[f] = weights[f];
        }
        gradient[width] = 0;
        for (int i = 0; i < rows.length; i++) {
            double y = i < positives ? 1 : -1;
            double margin = y * sum(weights, rows[i]);
            // log(1 + e^-m), without overflow
            loss += Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
            double slope = -y / (1 + Math.exp(margin));
            for (int f = 0; f < width; f++) {
                gradient[f] += slope * rows[i][f];
            }
            gradient[width] += slope;
        }
        return loss;
    }

    /** Returns wᵀx + b. */
    static double sum(double[] weights, double[] row) {
        double sum = weights[row.length];
        for (int f = 0; f < row.length; f++) {
            sum += weights[f] * row[f];
        }
        return sum;
    }
}
