package org.gan4j.architectures.resnet;

/**
 * Residual networks for GANs, as WGAN-GP (<a href="https://arxiv.org/abs/1704.00028">Gulrajani et al. 2017</a>) and SNGAN
 * (<a href="https://arxiv.org/abs/1802.05957">Miyato et al. 2018</a>, tables 3 and 4) build them, for any C×H×W with even
 * H and W. SNGAN's networks for 32×32 are {@code ResNet.generator().width(256)} and {@code
 * ResNet.critic().width(128).pooling(SUM)}; for 48×48 {@code ResNet.generator()} and {@code
 * ResNet.critic().widths(GROWING).pooling(SUM)}, both of the default width, which suits laptops. With {@code attention}
 * and spectral normalization they are networks like SAGAN's.
 */
public final class ResNet {
    private ResNet() {}

    /** Returns the generator; defaults to 128 latents and width 64. */
    public static ResNetGenerator generator() {
        return ResNetGenerator.defaults();
    }

    /** Returns the critic; defaults to width 64. */
    public static ResNetCritic critic() {
        return ResNetCritic.defaults();
    }
}
