package org.gan4j.architectures.dcgan;

/**
 * DCGAN (<a href="https://arxiv.org/abs/1511.06434">Radford et al. 2016</a>) for any C×H×W with H and W divisible by 4:
 * strided convolutions, normalization, ReLU in the generator and leaky ReLU in the critic. The paper's generator for
 * 64×64, whose channels begin at 1024, is {@code Dcgan.generator().width(128).maxWidth(1024)}.
 */
public final class Dcgan {
    private Dcgan() {}

    /** Returns the generator; defaults to 100 latents and width 64. */
    public static DcganGenerator generator() {
        return DcganGenerator.defaults();
    }

    /** Returns the critic; defaults to width 64. */
    public static DcganCritic critic() {
        return DcganCritic.defaults();
    }
}
