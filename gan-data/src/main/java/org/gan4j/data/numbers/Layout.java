package org.gan4j.data.numbers;

import org.gan4j.tensor.Shape;

/** In which order the axes of pictures are. */
public enum Layout {
    /** {@link #HWC} if the last axis has 1 or 3 places and the first after the samples' has not, else {@link #CHW}. */
    AUTO,
    /** Channels, height, width. */
    CHW,
    /** Height, width, channels. */
    HWC;

    /** Whether channels come last in pictures of this shape, three lengths. */
    boolean isChannelsLast(Shape picture) {
        return this == HWC || (this == AUTO && isChannels(picture.dim(2)) && !isChannels(picture.dim(0)));
    }

    private static boolean isChannels(int length) {
        return length == 1 || length == 3;
    }
}
