package org.gan4j.metrics.detection;

import org.gan4j.metrics.linear.Minimum;
import org.gan4j.tensor.TensorData;

/**
 * A linear classifier of features: logistic regression, which tells real from generated samples by a weighted sum. It is
 * trained to its single optimum, so there is no seed and no rate to set. With standardized features x (each less its mean,
 * divided by its deviation) and y = 1 for real samples, -1 for generated ones, it minimizes
 *
 * <pre>
 * ½ ‖w‖² + Σ log(1 + exp(−y (wᵀx + b)))
 * </pre>
 *
 * <p>A judge of C features needs more than C samples, else it learns them by rote: the penalty ½ ‖w‖² only softens this.
 * Read its accuracy on samples that it was not trained on.
 */
public final class LinearJudge {
    private final double[] means;
    private final double[] deviations;
    private final double[] weights;

    /** @param weights one per feature, then b */
    private LinearJudge(double[] means, double[] deviations, double[] weights) {
        this.means = means;
        this.deviations = deviations;
        this.weights = weights;
    }

    /**
     * Trains a judge.
     *
     * @param real the features of real samples, [N,F]
     * @param generated the features of generated samples, [M,F]
     * @throws IllegalArgumentException if there are none of one kind, the widths differ, or a feature is not finite
     */
    public static LinearJudge trained(TensorData real, TensorData generated) {
        double[][] positive = rows("real", real);
        double[][] negative = rows("generated", generated);
        int width = positive[0].length;
        if (negative[0].length != width) {
            throw new IllegalArgumentException("real samples have " + width + " features and generated ones "
                    + negative[0].length + ": extract both in the same way");
        }
        double[][] all = new double[positive.length + negative.length][];
        System.arraycopy(positive, 0, all, 0, positive.length);
        System.arraycopy(negative, 0, all, positive.length, negative.length);
        double[] means = new double[width];
        double[] deviations = new double[width];
        for (int f = 0; f < width; f++) {
            double mean = 0;
            for (double[] row : all) {
                mean += row[f] / all.length;
            }
            double squares = 0;
            for (double[] row : all) {
                squares += (row[f] - mean) * (row[f] - mean);
            }
            means[f] = mean;
            double deviation = Math.sqrt(squares / all.length);
            deviations[f] = deviation > 0 ? deviation : 1; // a feature that is always the same says nothing
        }
        LinearJudge untrained = new LinearJudge(means, deviations, new double[width + 1]);
        for (int i = 0; i < all.length; i++) {
            all[i] = untrained.standardized(all[i]);
        }
        return new LinearJudge(means, deviations, Minimum.of(new LogisticLoss(all, positive.length), width + 1));
    }

    /**
     * Returns the probability that each sample is real.
     *
     * @param features [N,F]
     * @throws IllegalArgumentException if their number is not that of training, or one is not finite
     */
    public double[] probabilities(TensorData features) {
        double[][] rows = rows("judged", features);
        if (rows[0].length != means.length) {
            throw new IllegalArgumentException("this judge was trained on " + means.length
                    + " features, and the samples have " + rows[0].length + ": extract them in the same way");
        }
        double[] probabilities = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            probabilities[i] = 1 / (1 + Math.exp(-LogisticLoss.sum(weights, standardized(rows[i]))));
        }
        return probabilities;
    }

    /** Returns the weight of each standardized feature, then the constant b. */
    double[] weights() {
        return weights.clone();
    }

    private double[] standardized(double[] row) {
        double[] scaled = new double[row.length];
        for (int f = 0; f < row.length; f++) {
            scaled[f] = (row[f] - means[f]) / deviations[f];
        }
        return scaled;
    }

    private static double[][] rows(String whose, TensorData features) {
        if (features.shape().rank() != 2 || features.shape().size() == 0) {
            throw new IllegalArgumentException("a judge needs features [N,F] of at least one " + whose
                    + " sample; the shape is " + features.shape());
        }
        int width = features.shape().dim(1);
        double[][] rows = new double[features.shape().dim(0)][width];
        for (int i = 0; i < rows.length; i++) {
            for (int f = 0; f < width; f++) {
                rows[i][f] = features.get(i * width + f);
                if (!Double.isFinite(rows[i][f])) {
                    throw new IllegalArgumentException("feature " + f + " of " + whose + " sample " + i + " is "
                            + rows[i][f] + ", and a judge needs finite numbers: check the sample");
                }
            }
        }
        return rows;
    }
}
