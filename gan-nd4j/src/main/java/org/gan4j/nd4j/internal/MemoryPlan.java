package org.gan4j.nd4j.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides before anything runs which values share memory, one after the other: the best-fitting gap that was freed, or
 * new space at the end. Space comes in pieces, since one buffer addresses at most 2 GB.
 */
final class MemoryPlan implements AutoCloseable {
    /** Where a value will lie. */
    record Spot(int piece, int start, int size) {}

    /** What is planned for one piece: the free gaps (start to size) below its top. */
    private static final class Piece {
        final TreeMap<Integer, Integer> gaps = new TreeMap<>();
        int top;
    }

    private final List<Piece> pieces = new ArrayList<>();
    private final List<NativeFloats> memory = new ArrayList<>();

    Spot take(int size) {
        int room = aligned(size);
        Spot best = null;
        int bestGap = Integer.MAX_VALUE;
        for (int i = 0; i < pieces.size(); i++) {
            for (Map.Entry<Integer, Integer> gap : pieces.get(i).gaps.entrySet()) {
                if (gap.getValue() >= room && gap.getValue() < bestGap) {
                    bestGap = gap.getValue();
                    best = new Spot(i, gap.getKey(), size);
                }
            }
        }
        if (best == null) {
            return grow(room, size);
        }
        Piece piece = pieces.get(best.piece());
        piece.gaps.remove(best.start());
        if (bestGap > room) {
            piece.gaps.put(best.start() + room, bestGap - room);
        }
        return best;
    }

    private Spot grow(int room, int size) {
        int last = pieces.size() - 1;
        if (last < 0 || (long) pieces.get(last).top + room > NativeFloats.MOST) {
            pieces.add(new Piece());
            last++;
        }
        Piece piece = pieces.get(last);
        Map.Entry<Integer, Integer> gap = piece.gaps.lastEntry();
        int start = piece.top;
        if (gap != null && gap.getKey() + gap.getValue() == piece.top) {
            start = gap.getKey();
            piece.gaps.remove(start);
        }
        piece.top = start + room;
        return new Spot(last, start, size);
    }

    void free(Spot spot) {
        TreeMap<Integer, Integer> gaps = pieces.get(spot.piece()).gaps;
        int start = spot.start();
        int room = aligned(spot.size());
        Map.Entry<Integer, Integer> before = gaps.lowerEntry(start);
        if (before != null && before.getKey() + before.getValue() == start) {
            start = before.getKey();
            room += before.getValue();
        }
        Integer after = gaps.remove(spot.start() + aligned(spot.size()));
        gaps.put(start, room + (after == null ? 0 : after));
    }

    /** To be called when all is planned. */
    void allocate() {
        for (Piece piece : pieces) {
            memory.add(new NativeFloats(piece.top));
        }
    }

    Region region(Spot spot) {
        return memory.get(spot.piece()).region(spot.start(), spot.size());
    }

    long bytes() {
        return pieces.stream()
                .mapToLong(piece -> (long) Float.BYTES * piece.top)
                .sum();
    }

    private static int aligned(int size) {
        return Math.max(1, (size + NativeFloats.ALIGNMENT - 1) / NativeFloats.ALIGNMENT) * NativeFloats.ALIGNMENT;
    }

    @Override
    public void close() {
        memory.forEach(NativeFloats::close);
    }
}
