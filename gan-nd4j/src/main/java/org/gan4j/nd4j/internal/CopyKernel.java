package org.gan4j.nd4j.internal;

import java.util.Arrays;

/**
 * A kernel that copies elements from one regular pattern in memory to another: permuting, slicing, flipping,
 * stretching, padding. Runs that are contiguous on both sides are copied in one call.
 */
final class CopyKernel implements Kernel {
    private static final int PART = 1 << 14;

    private final Workers workers;
    private final Region from;
    private final Region to;
    private final int fromStart;
    private final int toStart;
    private final Walk walk;
    private final int runsInPart;

    CopyKernel(Workers workers, Region from, int fromStart, Region to, int toStart, Walk walk) {
        this.workers = workers;
        this.from = from;
        this.to = to;
        this.fromStart = fromStart;
        this.toStart = toStart;
        this.walk = walk;
        this.runsInPart = Math.max(1, PART / Math.max(1, walk.innermost()));
    }

    /** Copies all elements in order. */
    CopyKernel(Workers workers, Region from, Region to) {
        this(workers, from, 0, to, 0, Walk.of(new int[] {to.size()}, new int[] {1}, new int[] {1}));
    }

    @Override
    public void run() {
        int runs = walk.runs();
        if (runs > 0 && walk.innermost() > 0) {
            workers.run((runs + runsInPart - 1) / runsInPart, this::part);
        }
    }

    private void part(int part, Scratch scratch) {
        int last = walk.rank() - 1;
        int length = walk.lengths[last];
        int fromStride = walk.from[last];
        int toStride = walk.to[last];
        int end = Math.min(walk.runs(), (part + 1) * runsInPart);
        for (int run = part * runsInPart; run < end; run++) {
            int source = fromStart + walk.start(run, walk.from);
            int target = toStart + walk.start(run, walk.to);
            if (fromStride == 1 && toStride == 1) {
                to.copy(target, from, source, length);
            } else {
                for (int i = 0; i < length; i++) {
                    to.set(target + i * toStride, from.get(source + i * fromStride));
                }
            }
        }
    }

    @Override
    public String toString() {
        return "copy" + Arrays.toString(walk.lengths);
    }

    @Override
    public String name() {
        return "copy";
    }
}
