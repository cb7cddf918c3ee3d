package org.gan4j.data.numbers;

import org.gan4j.tensor.Shape;

/** The order of the axes of images. */
public enum Layout {
    /** {@link #HWC} if the last axis has length 1 or 3 and the one after the samples has not, else {@link #CHW}. */
    AUTO,
    /** Channels, height, width. */
    CHW,
    /** Height, width, channels. */
    HWC;

    /** Returns whether channels come last in images of this shape, which has three axes. */
    boolean isChannelsLast(Shape image) {
        return this == HWC || (this == AUTO && isChannels(image.dim(2)) && !isChannels(image.dim(0)));
    }

    private static boolean isChannels(int length) {
        return length == 1 || length == 3;
    }
}
