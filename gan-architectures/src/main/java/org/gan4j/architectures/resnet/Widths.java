package org.gan4j.architectures.resnet;

import org.gan4j.architectures.layers.Channels;
import org.gan4j.tensor.Shape;

/** The rule by which the channels of a residual network change with the size of its feature maps. */
public enum Widths {
    /** CONSTANT up to 32×32, DOUBLING above. */
    AUTO,
    /** The same number at each size, as for 32×32 in WGAN-GP and SNGAN. */
    CONSTANT,
    /** Twice as many at half the size, up to a limit, as for 48×48 in SNGAN and 64×64 in WGAN-GP. */
    DOUBLING,
    /** DOUBLING, and twice as many also in each of the critic's blocks that keep the size, as in SNGAN's for 48×48. */
    GROWING;

    private static final int SMALL = 32;

    /** Returns this rule, with AUTO resolved by the image size. */
    Widths resolved(Shape sample) {
        return this != AUTO ? this : Math.max(sample.dim(1), sample.dim(2)) <= SMALL ? CONSTANT : DOUBLING;
    }

    /** Returns the channels after a number of halvings of the image: doubled at each, up to the limit, or constant. */
    int channels(int width, int halvings, int maxWidth) {
        return this != CONSTANT ? Channels.doubled(width, halvings, maxWidth) : width;
    }
}
