package org.gan4j.data.numbers;

import org.gan4j.tensor.Shape;

/** The order of the axes of images. */
public enum Layout {
    /**
     * The one of both in which images have 1 to 4 channels; if both have, the one in which they are square. Images that
     * could be either are refused.
     */
    AUTO,
    /** Channels, height, width. */
    CHW,
    /** Height, width, channels. */
    HWC;

    /**
     * Returns whether channels come last in images of this shape, which has three axes.
     *
     * @param file for messages
     * @throws IllegalArgumentException if this is {@link #AUTO}, and it cannot be told
     */
    boolean isChannelsLast(Shape image, String file) {
        if (this != AUTO) {
            return this == HWC;
        }
        boolean first = isChannels(image.dim(0));
        boolean last = isChannels(image.dim(2));
        if (first && last) {
            first = image.dim(1) == image.dim(2);
            last = image.dim(0) == image.dim(1);
        }
        if (first == last) {
            throw new IllegalArgumentException("the samples in " + file + " have the shape " + image
                    + ", of which the first or the last axis may be channels: set layout to CHW or HWC");
        }
        return last;
    }

    private static boolean isChannels(int length) {
        return length >= 1 && length <= 4;
    }
}
