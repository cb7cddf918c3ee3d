package org.gan4j.api.inference;

import java.util.List;
import org.gan4j.tensor.TensorData;

/** The capability of GANs whose critic classifies samples. {@code gan.classify(...)} uses it. */
public interface Classifier {
    /** Returns the classes' names, in the order of their numbers. */
    List<String> labels();

    /**
     * Computes the probability of each class for each sample.
     *
     * @param samples the samples, [N, ...], in the form of the data
     * @param weights the weights to use
     * @return the probabilities, [N,K], which sum to 1 for each sample
     * @throws IllegalArgumentException if the samples have a wrong type or shape, or if {@code weights} is
     *     {@link Weights#EMA} and this GAN keeps no moving average of its critic
     */
    TensorData probabilities(TensorData samples, Weights weights);

    /**
     * Returns the number of the most probable class of each sample. Ties go to the smallest number.
     *
     * @param samples the samples, [N, ...], in the form of the data
     * @param weights the weights to use
     * @throws IllegalArgumentException as {@link #probabilities} does
     */
    default int[] classes(TensorData samples, Weights weights) {
        TensorData probabilities = probabilities(samples, weights);
        int classes = probabilities.shape().dim(1);
        float[] values = probabilities.toFloats();
        int[] chosen = new int[probabilities.shape().dim(0)];
        for (int i = 0; i < chosen.length; i++) {
            for (int k = 1; k < classes; k++) {
                if (values[i * classes + k] > values[i * classes + chosen[i]]) {
                    chosen[i] = k;
                }
            }
        }
        return chosen;
    }
}
