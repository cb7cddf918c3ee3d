package org.gan4j.architectures.srresnet;

/**
 * The networks of SRGAN (<a href="https://arxiv.org/abs/1609.04802">Ledig et al. 2017</a>, figure 4) for
 * super-resolution: SRResNet enlarges images of any size 2, 4 or 8 times, and a critic tells its results from real
 * images. By default, both have the paper's sizes: 64 channels, 16 residual blocks, and batch normalization.
 *
 * <pre>
 * SrResNet.generator().normalization(Normalization.NONE).base(Base.BICUBIC)   // as in EDSR, over a bicubic enlargement
 * </pre>
 */
public final class SrResNet {
    private SrResNet() {}

    /** Returns the generator; defaults to width 64, 16 blocks, batch normalization and tanh, as in the paper. */
    public static SrResNetGenerator generator() {
        return SrResNetGenerator.defaults();
    }

    /** Returns SRGAN's critic; defaults to width 64, as in the paper. */
    public static SrganCritic critic() {
        return SrganCritic.defaults();
    }
}
