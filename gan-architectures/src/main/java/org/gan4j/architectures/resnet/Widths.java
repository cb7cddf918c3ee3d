package org.gan4j.architectures.resnet;

import org.gan4j.architectures.layers.Channels;
import org.gan4j.tensor.Shape;

/** How the channels of a residual network change with the size of the picture. */
public enum Widths {
    /** CONSTANT up to 32×32, DOUBLING above. */
    AUTO,
    /** The same at each size, as for 32×32 in WGAN-GP and SNGAN. */
    CONSTANT,
    /** Twice as many at half the size, as for 48×48 in SNGAN and 64×64 in WGAN-GP. */
    DOUBLING;

    private static final int SMALL = 32;

    /** This, with AUTO decided. */
    Widths resolved(Shape sample) {
        return this != AUTO ? this : Math.max(sample.dim(1), sample.dim(2)) <= SMALL ? CONSTANT : DOUBLING;
    }

    /** Returns the channels after a number of halvings of the image: doubled at each, up to the limit, or constant. */
    int channels(int width, int halvings, int maxWidth) {
        return this == DOUBLING ? Channels.doubled(width, halvings, maxWidth) : width;
    }
}
