package org.gan4j.architectures.layers;

/** Channel numbers of networks that double them at each halving of the image. */
public final class Channels {
    private Channels() {}

    /**
     * Returns min(width · 2^doublings, maxWidth). The limit stops doublings only: a width above it is kept as it is.
     *
     * @param width channels before any doubling
     * @param doublings from 0 to 31
     * @param maxWidth the largest number that a doubling may reach
     */
    public static int doubled(int width, int doublings, int maxWidth) {
        return (int) Math.min((long) width << doublings, Math.max(width, maxWidth));
    }
}
