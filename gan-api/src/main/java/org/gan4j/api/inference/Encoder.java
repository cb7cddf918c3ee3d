package org.gan4j.api.inference;

import org.gan4j.tensor.TensorData;

/**
 * The capability of GANs that infer the latents of samples, the inverse of generation (<a
 * href="https://arxiv.org/abs/1605.09782">Donahue et al. 2017</a>, <a href="https://arxiv.org/abs/1606.00704">Dumoulin et
 * al. 2017</a>).
 */
public interface Encoder {
    /**
     * Computes the latents of samples, E(x).
     *
     * @param samples the samples, [N, sample...], in the form of the data
     * @param weights the weights to use
     * @return the latents, FLOAT [N, latents], from which a {@link LatentSampler} generates similar samples
     * @throws IllegalArgumentException if the samples have a wrong type or shape, or if {@code weights} is
     *     {@link Weights#EMA} and this GAN keeps no moving average of its encoder
     */
    TensorData encode(TensorData samples, Weights weights);

    /**
     * Generates samples from the latents of samples, G(E(x)).
     *
     * @param samples the samples, [N, sample...], in the form of the data
     * @param weights the weights to use
     * @return the reconstructions, of the same shape
     * @throws IllegalArgumentException as {@link #encode} does
     */
    TensorData reconstruct(TensorData samples, Weights weights);
}
