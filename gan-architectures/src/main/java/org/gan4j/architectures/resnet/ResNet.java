package org.gan4j.architectures.resnet;

/**
 * Residual networks for GANs, as WGAN-GP (<a href="https://arxiv.org/abs/1704.00028">Gulrajani et al. 2017</a>) and SNGAN
 * (<a href="https://arxiv.org/abs/1802.05957">Miyato et al. 2018</a>, tables 3 and 4) build them, fitted to any C×H×W
 * with even H and W. SNGAN's for 32×32 are {@code ResNet.generator().width(256)} and {@code ResNet.critic().width(128)},
 * for 48×48 both have width 64. The default width is for laptops.
 */
public final class ResNet {
    private ResNet() {}

    /** The generator, with 128 latents and width 64 unless said otherwise. */
    public static ResNetGenerator generator() {
        return ResNetGenerator.defaults();
    }

    /** The critic, with width 64 unless said otherwise. */
    public static ResNetCritic critic() {
        return ResNetCritic.defaults();
    }
}
