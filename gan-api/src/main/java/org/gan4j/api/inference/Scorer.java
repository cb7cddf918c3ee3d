package org.gan4j.api.inference;

import org.gan4j.tensor.TensorData;

/** The capability of GANs whose critic scores samples without further inputs. {@code gan.score(...)} uses it. */
public interface Scorer {
    /**
     * Computes the critic's raw scores, [N]; their meaning depends on the loss.
     *
     * @param samples the samples, [N, ...], in the form of the data
     * @throws IllegalArgumentException if the samples have a wrong type or shape
     */
    TensorData scores(TensorData samples);
}
