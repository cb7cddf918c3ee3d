package org.gan4j.metrics.privacy;

import org.gan4j.tensor.TensorData;

/**
 * The three sets that measures of privacy compare, one row of features each. Training and held-out rows must be of one
 * distribution, such as a random split, since every difference between them is taken for memory.
 *
 * @param training rows that the generator was trained on, FLOAT [N,F]
 * @param heldOut rows that it was not trained on, FLOAT [M,F]
 * @param samples generated samples, FLOAT [S,F]
 */
public record PrivacySets(TensorData training, TensorData heldOut, TensorData samples) {
    /** The fewest rows of training, and the fewest held out. */
    static final int FEWEST = 4;

    /**
     * Validates the sizes.
     *
     * @throws IllegalArgumentException if there are fewer than four rows of training or held out, or no sample
     */
    public PrivacySets {
        require("training", training, FEWEST);
        require("held-out", heldOut, FEWEST);
        require("generated", samples, 1);
    }

    private static void require(String whose, TensorData rows, int fewest) {
        int count = rows.shape().rank() == 0 ? 0 : rows.shape().dim(0);
        if (count < fewest) {
            throw new IllegalArgumentException("privacy is measured with at least " + fewest + " " + whose
                    + " rows; there " + (count == 1 ? "is " : "are ") + count + ": 1,000 or more are usual");
        }
    }

    /** Returns a copy with other samples and held-out rows. */
    public PrivacySets with(TensorData otherHeldOut, TensorData otherSamples) {
        return new PrivacySets(training, otherHeldOut, otherSamples);
    }
}
