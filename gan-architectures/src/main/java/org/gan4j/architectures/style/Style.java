package org.gan4j.architectures.style;

/**
 * The generators of StyleGAN (<a href="https://arxiv.org/abs/1812.04948">Karras et al. 2019</a>) and StyleGAN2 (<a
 * href="https://arxiv.org/abs/1912.04958">Karras et al. 2020</a>), for images of any size that can be halved. A mapping
 * network turns latents z into w, which controls each layer of the synthesis as its style. The critic is {@code
 * Progressive.critic()}, see {@link #generator2} for StyleGAN2's.
 */
public final class Style {
    private static final int BASE2 = 32768;

    private Style() {}

    /** Returns StyleGAN's generator with the paper's settings. */
    public static StyleGenerator generator() {
        return StyleGenerator.defaults();
    }

    /**
     * Returns StyleGAN2's generator with the settings of the paper's configuration F: demodulated weights, a sum of images
     * and twice StyleGAN's channels in large images. Its critic is {@code
     * Progressive.critic().base(32768).filtered(true).residual(true)}.
     */
    public static StyleGenerator generator2() {
        return StyleGenerator.defaults()
                .modulation(Modulation.DEMODULATED)
                .skips(true)
                .base(BASE2);
    }
}
