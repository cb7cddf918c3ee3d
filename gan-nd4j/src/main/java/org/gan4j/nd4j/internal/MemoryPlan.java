package org.gan4j.nd4j.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A plan, made before anything runs, of which values share memory at different times: the largest are placed first,
 * each into the smallest gap between those that are needed at the same time (<a
 * href="https://arxiv.org/abs/2001.03288">Pisarchyk and Lee 2020</a>, greedy by size). Space comes in pieces, since one
 * buffer addresses at most 2 GB.
 */
final class MemoryPlan implements AutoCloseable {
    /**
     * Memory of a given size from one tick to another, both included. Its location is known after {@link #allocate}.
     */
    static final class Claim {
        private final int size;
        private final int from;
        private int until;
        private int piece;
        private int start;

        private Claim(int size, int from, int until) {
            this.size = size;
            this.from = from;
            this.until = until;
        }

        /** Extends the claim to the tick until which an overwriting value is needed. */
        void extend(int tick) {
            until = Math.max(until, tick);
        }

        private boolean meets(Claim other) {
            return from <= other.until && other.from <= until;
        }

        private int room() {
            return Math.max(1, (size + NativeFloats.ALIGNMENT - 1) / NativeFloats.ALIGNMENT) * NativeFloats.ALIGNMENT;
        }
    }

    private final List<Claim> claims = new ArrayList<>();
    /** The claims of each piece, in order of their location. */
    private final List<List<Claim>> pieces = new ArrayList<>();

    private final List<Integer> sizes = new ArrayList<>();
    private final List<NativeFloats> memory = new ArrayList<>();

    Claim claim(int size, int from, int until) {
        Claim claim = new Claim(size, from, until);
        claims.add(claim);
        return claim;
    }

    /** Claims memory for the lifetime of the plan. */
    Claim claim(int size) {
        return claim(size, 0, Integer.MAX_VALUE);
    }

    /**
     * Places all claims and allocates the memory. Must be called after the last claim.
     *
     * @throws OutOfMemoryError if there is too little memory; nothing is then allocated
     */
    void allocate() {
        claims.sort(Comparator.comparingInt((Claim claim) -> -claim.size).thenComparingInt(claim -> claim.from));
        claims.forEach(this::place);
        try {
            sizes.forEach(size -> memory.add(new NativeFloats(size)));
        } catch (OutOfMemoryError refused) {
            close();
            throw refused;
        }
    }

    private void place(Claim claim) {
        for (claim.piece = 0; claim.piece < pieces.size(); claim.piece++) {
            claim.start = bestStart(claim, pieces.get(claim.piece));
            if ((long) claim.start + claim.room() <= NativeFloats.MOST) {
                break;
            }
        }
        if (claim.piece == pieces.size()) {
            claim.start = 0;
            pieces.add(new ArrayList<>());
            sizes.add(0);
        }
        List<Claim> placed = pieces.get(claim.piece);
        int at = 0;
        while (at < placed.size() && placed.get(at).start <= claim.start) {
            at++;
        }
        placed.add(at, claim);
        sizes.set(claim.piece, Math.max(sizes.get(claim.piece), claim.start + claim.room()));
    }

    /**
     * Returns the start of the smallest gap that the claim fits into, or the end of all claims that are needed at the
     * same time.
     */
    private static int bestStart(Claim claim, List<Claim> placed) {
        int smallest = Integer.MAX_VALUE;
        int best = -1;
        int end = 0;
        for (Claim other : placed) {
            if (claim.meets(other)) {
                int gap = other.start - end;
                if (gap >= claim.room() && gap < smallest) {
                    smallest = gap;
                    best = end;
                }
                end = Math.max(end, other.start + other.room());
            }
        }
        return best < 0 ? end : best;
    }

    Region region(Claim claim) {
        return memory.get(claim.piece).region(claim.start, claim.size);
    }

    long bytes() {
        return sizes.stream().mapToLong(size -> (long) Float.BYTES * size).sum();
    }

    @Override
    public void close() {
        memory.forEach(NativeFloats::close);
    }
}
