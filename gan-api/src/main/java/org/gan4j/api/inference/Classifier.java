package org.gan4j.api.inference;

import java.util.List;
import org.gan4j.tensor.TensorData;

/** The verb of GANs whose critic tells the class of a sample: what is asked for by {@code gan.classify(...)}. */
public interface Classifier {
    /** The classes, by number. */
    List<String> labels();

    /**
     * How probable each class is, [N,K], for samples [N, ...] as the data have them. Those of a sample add up to 1.
     *
     * @param weights the weights to use
     * @throws IllegalArgumentException if no moving averages of these are kept
     */
    TensorData probabilities(TensorData samples, Weights weights);

    /** The number of the most probable class of each sample; the first of several. */
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
