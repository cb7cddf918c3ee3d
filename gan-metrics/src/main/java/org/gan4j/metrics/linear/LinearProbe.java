package org.gan4j.metrics.linear;

import java.util.Arrays;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;

/**
 * A linear classifier of frozen features, whose accuracy says how plainly these show the classes (<a
 * href="https://arxiv.org/abs/1511.06434">Radford et al. 2016</a>, section 5.1; <a
 * href="https://arxiv.org/abs/1610.01644">Alain and Bengio 2017</a>): multinomial logistic regression, trained to its single
 * optimum, so that there is no seed and no rate to set. With standardized features x (each less its mean, divided by its
 * deviation) it minimizes
 *
 * <pre>
 * λ/2 ‖W‖² − Σ log softmax(xᵀW + b)_y
 * </pre>
 *
 * <p>λ is the best of 1, 10, 100 and 1000 on the last fifth of the rows, after training on the others; then all rows are
 * learned with it. So kinds of features of different widths compare fairly.
 */
public final class LinearProbe {
    private static final double[] PENALTIES = {1, 10, 100, 1000};
    private static final int FIFTH = 5;
    private static final int MOST_STEPS = 150;
    private static final double TOLERANCE = 1e-4;

    private final double penalty;
    private final int classes;
    private final float[] means;
    private final float[] deviations;
    private final double[] weights;

    private LinearProbe(double penalty, int classes, float[] means, float[] deviations, double[] weights) {
        this.penalty = penalty;
        this.classes = classes;
        this.means = means;
        this.deviations = deviations;
        this.weights = weights;
    }

    /**
     * Trains a probe.
     *
     * @param engine computes the loss
     * @param features the features, FLOAT [N,F], in random order
     * @param labels the class of each row, counted from 0
     * @param classes the number of classes
     * @throws IllegalArgumentException if there are fewer than 10 rows, or not as many labels, or a feature is not finite
     */
    public static LinearProbe trained(Engine engine, TensorData features, int[] labels, int classes) {
        int rows = labels.length;
        if (features.shape().rank() != 2 || features.shape().dim(0) != rows || rows < 2 * FIFTH) {
            throw new IllegalArgumentException("a probe needs features [N,F] of at least " + 2 * FIFTH
                    + " labeled rows; there are " + rows + " labels, and the features are " + features.shape());
        }
        int known = rows - rows / FIFTH;
        TensorData rest = features.rows(known, rows);
        int[] asked = Arrays.copyOfRange(labels, known, rows);
        double best = PENALTIES[0];
        int most = -1;
        for (double penalty : PENALTIES) {
            LinearProbe probe = with(engine, features.rows(0, known), Arrays.copyOf(labels, known), classes, penalty);
            int right = probe.right(rest, asked);
            if (right >= most) { // the simpler one of two that are equally good
                most = right;
                best = penalty;
            }
        }
        return with(engine, features, labels, classes, best);
    }

    private static LinearProbe with(Engine engine, TensorData features, int[] labels, int classes, double penalty) {
        int width = features.shape().dim(1);
        float[] values = features.toFloats();
        float[] means = new float[width];
        float[] deviations = new float[width];
        for (int f = 0; f < width; f++) {
            double sum = 0;
            for (int i = f; i < values.length; i += width) {
                sum += values[i];
            }
            double mean = sum / labels.length;
            double squares = 0;
            for (int i = f; i < values.length; i += width) {
                squares += (values[i] - mean) * (values[i] - mean);
            }
            if (!Double.isFinite(squares)) {
                throw new IllegalArgumentException(
                        "feature " + f + " has values that are not finite: check the network and the data");
            }
            means[f] = (float) mean;
            double deviation = Math.sqrt(squares / labels.length);
            deviations[f] = deviation > 1e-6 ? (float) deviation : 1; // one that is always the same says nothing
        }
        TensorData rows = standardized(values, means, deviations);
        TensorData of = TensorData.of(labels.clone(), Shape.of(labels.length));
        try (SoftmaxLoss loss = new SoftmaxLoss(engine, rows, of, classes, penalty)) {
            double[] weights = Minimum.of(loss, loss.variables(), MOST_STEPS, TOLERANCE);
            return new LinearProbe(penalty, classes, means, deviations, weights);
        }
    }

    private static TensorData standardized(float[] values, float[] means, float[] deviations) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int f = i % means.length;
            scaled[i] = (values[i] - means[f]) / deviations[f];
        }
        return TensorData.of(scaled, Shape.of(values.length / means.length, means.length));
    }

    /** Returns λ. */
    public double penalty() {
        return penalty;
    }

    /**
     * Returns the most probable class of each row.
     *
     * @param features FLOAT [N,F]
     * @throws IllegalArgumentException if there are others than in training
     */
    public int[] classes(TensorData features) {
        if (features.shape().rank() != 2 || features.shape().dim(1) != means.length) {
            throw new IllegalArgumentException("this probe knows " + means.length + " features, and the rows are "
                    + features.shape() + ": extract them in the same way");
        }
        float[] rows = standardized(features.toFloats(), means, deviations).toFloats();
        int[] chosen = new int[features.shape().dim(0)];
        double[] logits = new double[classes];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(weights, means.length * classes, logits, 0, classes);
            for (int f = 0; f < means.length; f++) {
                for (int k = 0; k < classes; k++) {
                    logits[k] += rows[i * means.length + f] * weights[f * classes + k];
                }
            }
            for (int k = 1; k < classes; k++) {
                chosen[i] = logits[k] > logits[chosen[i]] ? k : chosen[i];
            }
        }
        return chosen;
    }

    /** Returns the number of rows whose class is found. */
    public int right(TensorData features, int... labels) {
        int[] found = classes(features);
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += found[i] == labels[i] ? 1 : 0;
        }
        return right;
    }
}
