package org.gan4j.metrics.classes;

import java.util.stream.IntStream;
import org.gan4j.metrics.vectors.FeatureChecks;
import org.gan4j.tensor.TensorData;

/** The probabilities of K classes for each of N samples. */
final class Probabilities {
    private static final double TOLERANCE = 1e-3;

    private final TensorData rows;

    private Probabilities(TensorData rows) {
        this.rows = rows;
    }

    /**
     * Returns the probabilities in the rows of a matrix.
     *
     * @param whose the origin of the rows for messages, such as "real"
     * @param least the smallest number of rows
     * @throws IllegalArgumentException if the rows are not a matrix, too few, or no probabilities
     */
    static Probabilities of(String whose, TensorData rows, String metric, int least) {
        if (rows.shape().rank() != 2 || rows.shape().dim(1) < 2) {
            throw new IllegalArgumentException(
                    metric + " needs probabilities [N,K] of at least 2 classes; those of the " + whose
                            + " samples have the shape " + rows.shape() + ": choose an extractor that classifies");
        }
        FeatureChecks.requireCount(whose, rows.shape().dim(0), metric, least);
        Probabilities all = new Probabilities(rows);
        for (int i = 0; i < all.count(); i++) {
            double sum = 0;
            boolean valid = true;
            for (int k = 0; k < all.classes(); k++) {
                double value = all.get(i, k);
                valid &= value >= 0;
                sum += value;
            }
            if (!valid || !(Math.abs(sum - 1) < TOLERANCE)) { // false for NaN, too
                throw new IllegalArgumentException("the probabilities of " + whose + " sample " + i
                        + " are not from 0 to 1 with sum 1, but " + metric
                        + " needs such: check the sample and the extractor");
            }
        }
        return all;
    }

    /** Returns samples from one index to another, without it. */
    Probabilities part(int from, int to) {
        return new Probabilities(rows.rows(from, to));
    }

    int count() {
        return rows.shape().dim(0);
    }

    int classes() {
        return rows.shape().dim(1);
    }

    double get(int sample, int k) {
        return rows.get(sample * classes() + k);
    }

    /** Returns the most probable class of each sample, the first one of several. */
    int[] mostProbable() {
        return IntStream.range(0, count())
                .map(i -> IntStream.range(1, classes()).reduce(0, (best, k) -> get(i, k) > get(i, best) ? k : best))
                .toArray();
    }

    /** Returns the mean probability of each class. */
    double[] mean() {
        double[] mean = new double[classes()];
        for (int i = 0; i < count(); i++) {
            for (int k = 0; k < classes(); k++) {
                mean[k] += get(i, k) / count();
            }
        }
        return mean;
    }

    /** Returns the mean over samples of KL(p(y|x) ‖ p(y)), where p(y) is the mean of these samples. */
    double information() {
        double[] mean = mean();
        double sum = 0;
        for (int i = 0; i < count(); i++) {
            for (int k = 0; k < classes(); k++) {
                double p = get(i, k);
                sum += p > 0 ? p * Math.log(p / mean[k]) : 0;
            }
        }
        return sum / count();
    }
}
