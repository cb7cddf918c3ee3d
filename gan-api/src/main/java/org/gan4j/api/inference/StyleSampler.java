package org.gan4j.api.inference;

import org.gan4j.tensor.TensorData;

/** The capability of GANs whose generator has styles, one per layer. Layers may have the styles of different latents. */
public interface StyleSampler extends LatentSampler {
    /** Returns the number of layers that a style controls; those of the smallest images come first. */
    int layers();

    /**
     * Generates one sample per row of latents of each layer.
     *
     * @param latents the latents of each layer, FLOAT [N, layers, size]
     * @param psi the truncation ψ of the styles, w̄ + ψ (w − w̄); 1 for none
     * @param weights the weights to use
     * @return the samples, [N, sample...]
     * @throws IllegalArgumentException if the latents have a wrong type or shape, or if {@code weights} is
     *     {@link Weights#EMA} and this GAN keeps no moving average of its generator
     */
    TensorData mixed(TensorData latents, double psi, Weights weights);
}
