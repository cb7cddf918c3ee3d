package org.gan4j.architectures.progressive;

/**
 * ProGAN's networks (<a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018</a>, table 2), for images of any size
 * that can be halved: equalized learning rates, pixelwise normalization in the generator, and the standard deviation of
 * small batches in the critic. The application {@code progressive} grows them from small images to large ones; without
 * it, they are trained at full size. StyleGAN uses the critic too.
 */
public final class Progressive {
    private Progressive() {}

    /** Returns the generator with the paper's settings: 512 latents and at most 512 channels. */
    public static ProgressiveGenerator generator() {
        return ProgressiveGenerator.defaults();
    }

    /** Returns the critic with the paper's settings: at most 512 channels. */
    public static ProgressiveCritic critic() {
        return ProgressiveCritic.defaults();
    }
}
