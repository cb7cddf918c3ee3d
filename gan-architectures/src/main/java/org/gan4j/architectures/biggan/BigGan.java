package org.gan4j.architectures.biggan;

/**
 * BigGAN (<a href="https://arxiv.org/abs/1809.11096">Brock et al. 2019</a>, appendix B, tables 4 to 6) for any C×H×W with
 * even H and W: the generator's latents are cut into chunks, one for the first layer and one for each residual block,
 * whose batch normalization they modulate together with an embedding of the class that all blocks share; both networks
 * have self-attention and orthogonal initial weights. The paper's networks for 128×128 are
 *
 * <pre>
 * SpectralNorm.generator(BigGan.generator().width(96))
 * SpectralNorm.critic(BigGan.critic().width(96))
 * </pre>
 *
 * with the application {@code conditional} of kind EMBEDDING, which gives the generator the label and the critic the
 * projection: 70,433,988 and 87,982,370 parameters for 1,000 classes. Without labels the chunks of the latents alone
 * modulate the blocks. Up to 32×32, which the paper does not have, all blocks have 4 times the width, as in the authors'
 * code for CIFAR.
 */
public final class BigGan {
    /** Attention after the feature map of height 64, or of half the height of an image that is not larger. */
    public static final int AUTO = -1;

    private BigGan() {}

    /** Returns the generator; defaults to 120 latents, width 16 and an embedding of 128. */
    public static BigGanGenerator generator() {
        return new BigGanGenerator(120, 16, 128, AUTO);
    }

    /** Returns the critic; defaults to width 16. */
    public static BigGanCritic critic() {
        return new BigGanCritic(16, AUTO);
    }
}
