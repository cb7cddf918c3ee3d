package org.gan4j.architectures.layers;

import java.util.List;
import org.gan4j.tensor.Shape;

/** Channel numbers of networks that double them at each halving of the image. */
public final class Channels {
    /** A limit that is left open. */
    public static final int AUTO = 0;

    private static final int USUAL_LIMIT = 512;
    private static final int UNLIMITED_SIZE = 64;

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

    /**
     * Returns a message if a limit is negative, else nothing.
     *
     * @param network the network in the message, such as "DCGAN's critic"
     * @param maxWidth the limit, or {@link #AUTO}
     */
    public static List<String> limitProblems(String network, int maxWidth) {
        return maxWidth >= AUTO
                ? List.of()
                : List.of(network + " cannot limit its channels to " + maxWidth
                        + ": choose a maxWidth of at least 1, or 0 to derive it from the image size");
    }

    /**
     * Decides a limit that is left open: no limit for images up to 64×64; above, the number that the width reaches at
     * 64×64. At least 512, which DCGAN's usual width of 64 reaches there.
     *
     * @param maxWidth the limit, or {@link #AUTO}
     * @param width channels before any doubling
     * @param doublings the number of doublings for this sample
     * @param doublingsAt64 the usual number of doublings for 64×64
     */
    public static int limit(int maxWidth, int width, int doublings, int doublingsAt64, Shape sample) {
        if (maxWidth != AUTO) {
            return maxWidth;
        }
        boolean small = Math.max(sample.dim(1), sample.dim(2)) <= UNLIMITED_SIZE;
        long reached = (long) width << (small ? doublings : Math.min(doublings, doublingsAt64));
        return (int) Math.min(Integer.MAX_VALUE, Math.max(USUAL_LIMIT, reached));
    }
}
