package org.gan4j.architectures.unet;

/**
 * The U-Net (<a href="https://arxiv.org/abs/1505.04597">Ronneberger et al. 2015</a>): an encoder and a decoder of images,
 * with connections between their stages of the same size. It is the generator of pix2pix (<a
 * href="https://arxiv.org/abs/1611.07004">Isola et al. 2017</a>), which maps images to images, and the critic of
 * Real-ESRGAN (<a href="https://arxiv.org/abs/2107.10833">Wang et al. 2021</a>), which scores each pixel of an image, from
 * its neighborhood and its surroundings. The critic's paper adds spectral normalization, which is a wrapper:
 *
 * <pre>
 * UNet.generator().normalization(Normalization.INSTANCE).dropout(0)
 * SpectralNorm.critic(UNet.critic())
 * </pre>
 */
public final class UNet {
    private UNet() {}

    /**
     * Returns the generator; defaults to width 64, as many halvings as the images allow up to 8, dropout 0.5 and batch
     * normalization, as in the paper.
     */
    public static UNetGenerator generator() {
        return UNetGenerator.defaults();
    }

    /** Returns the critic; defaults to width 64, as in the paper. */
    public static UNetCritic critic() {
        return UNetCritic.defaults();
    }
}
