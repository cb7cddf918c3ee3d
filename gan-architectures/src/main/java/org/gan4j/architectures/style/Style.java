package org.gan4j.architectures.style;

/**
 * The generators of StyleGAN (<a href="https://arxiv.org/abs/1812.04948">Karras et al. 2019</a>) and StyleGAN2 (<a
 * href="https://arxiv.org/abs/1912.04958">Karras et al. 2020</a>), for images of any size that can be halved. A mapping
 * network turns latents z into w, which controls each layer of the synthesis as its style. The critic is {@code
 * Progressive.critic()}, for StyleGAN2 with {@code residual(true)}.
 */
public final class Style {
    private Style() {}

    /** Returns StyleGAN's generator with the paper's settings. */
    public static StyleGenerator generator() {
        return StyleGenerator.defaults();
    }

    /** Returns StyleGAN2's generator with the paper's settings: demodulated weights and a sum of images. */
    public static StyleGenerator generator2() {
        return StyleGenerator.defaults().modulation(Modulation.DEMODULATED).skips(true);
    }
}
