package org.gan4j.architectures.unet;

/**
 * The U-Net (<a href="https://arxiv.org/abs/1505.04597">Ronneberger et al. 2015</a>) as the critic of Real-ESRGAN (<a
 * href="https://arxiv.org/abs/2107.10833">Wang et al. 2021</a>): it scores each pixel of an image, from its neighborhood
 * and its surroundings. The paper adds spectral normalization, which is a wrapper:
 *
 * <pre>
 * SpectralNorm.critic(UNet.critic())
 * </pre>
 */
public final class UNet {
    private UNet() {}

    /** Returns the critic; defaults to width 64, as in the paper. */
    public static UNetCritic critic() {
        return UNetCritic.defaults();
    }
}
