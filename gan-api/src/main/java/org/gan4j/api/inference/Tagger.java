package org.gan4j.api.inference;

import java.util.List;
import org.gan4j.tensor.TensorData;

/** The capability of GANs whose critic tells the tags of samples. */
public interface Tagger {
    /** Returns the names of the tags. */
    List<String> tags();

    /**
     * Computes the probability of each tag for each sample, independently of the other tags.
     *
     * @param samples the samples, [N, ...], in the form of the data
     * @param weights the weights to use
     * @return the probabilities, [N,T]
     * @throws IllegalArgumentException if the samples have a wrong type or shape, or if {@code weights} is {@link
     *     Weights#EMA} and this GAN keeps no moving average of its critic
     */
    TensorData probabilities(TensorData samples, Weights weights);
}
