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

    /**
     * Returns the styles w of latents, FLOAT [N, width].
     *
     * @param latents the latents, FLOAT [N, size]
     * @param weights the weights to use
     * @throws IllegalArgumentException as {@link #samples} does
     */
    TensorData styles(TensorData latents, Weights weights);

    /**
     * Returns a sampler whose latents are styles w, the same for all layers, with these weights. Its latents of a seed are
     * the styles of this sampler's latents of that seed, so the samples are the same; but directions, means and straight
     * lines are those of w, which are less entangled than those of z.
     *
     * @param psi the truncation ψ of the samples; 1 for none
     * @param weights the weights of the styles that are drawn; it makes samples with the weights of each call
     */
    LatentSampler inStyles(double psi, Weights weights);
}
