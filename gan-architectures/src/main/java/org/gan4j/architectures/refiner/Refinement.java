package org.gan4j.architectures.refiner;

/**
 * The networks of SimGAN (<a href="https://arxiv.org/abs/1612.07828">Shrivastava et al. 2017</a>): a refiner changes
 * synthetic images of any size so that they look real, and a critic tells them from real ones patch by patch.
 */
public final class Refinement {
    private Refinement() {}

    /** Returns the refiner; defaults to width 64 and 4 blocks, as in the paper. */
    public static ResNetRefiner refiner() {
        return ResNetRefiner.defaults();
    }

    /** Returns the critic of small patches; defaults to patches of 7×7 pixels and width 64. */
    public static LocalCritic critic() {
        return LocalCritic.defaults();
    }
}
