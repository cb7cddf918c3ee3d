package org.gan4j.architectures.dcgan;

/**
 * DCGAN (<a href="https://arxiv.org/abs/1511.06434">Radford et al. 2016</a>), fitted to any C×H×W with H and W divisible
 * by 4: strided convolutions, normalization, ReLU in the generator and leaky ReLU in the critic.
 */
public final class Dcgan {
    private Dcgan() {}

    /** The generator, with 100 latents and width 64 unless said otherwise. */
    public static DcganGenerator generator() {
        return DcganGenerator.defaults();
    }

    /** The critic, with width 64 unless said otherwise. */
    public static DcganCritic critic() {
        return DcganCritic.defaults();
    }
}
