package org.gan4j.nd4j.internal;

/**
 * A reduction from [repeats, runs, length] to [runs], such as the sums of a batch's channels. Several short runs share
 * a block.
 */
final class RunReduction extends Reduction {
    private final int repeats;
    private final int runs;
    private final int length;
    /** The number of runs in a block. */
    private final int together;

    private final int strips;
    private final int repeatsInUnit;
    private final int repeatPieces;
    private final int lengthInUnit;

    private RunReduction(
            Workers workers,
            Folding folding,
            Blocks from,
            Region to,
            int repeats,
            int runs,
            int length,
            int together,
            int repeatsInUnit,
            int lengthInUnit) {
        super(
                workers,
                folding,
                from,
                to,
                up(runs, together) * up(repeats, repeatsInUnit) * up(length, lengthInUnit),
                together * repeatsInUnit * lengthInUnit,
                up(repeats, repeatsInUnit) * up(length, lengthInUnit));
        this.repeats = repeats;
        this.runs = runs;
        this.length = length;
        this.together = together;
        this.strips = up(runs, together);
        this.repeatsInUnit = repeatsInUnit;
        this.repeatPieces = up(repeats, repeatsInUnit);
        this.lengthInUnit = lengthInUnit;
    }

    static RunReduction of(
            Workers workers, Folding folding, Blocks from, Region to, int repeats, int runs, int length) {
        int together = Math.max(1, Math.min(runs, Scratch.BLOCK / length));
        int strips = up(runs, together);
        int blocks = termsInUnit(up(length, Scratch.BLOCK), Scratch.BLOCK, repeats * strips, UNIT / Scratch.BLOCK);
        int lengthInUnit = Math.min(length, blocks * Scratch.BLOCK);
        int unit = together * lengthInUnit;
        int repeatsInUnit = termsInUnit(repeats, unit, strips * up(length, lengthInUnit), UNIT / unit);
        return new RunReduction(
                workers, folding, from, to, repeats, runs, length, together, repeatsInUnit, lengthInUnit);
    }

    @Override
    void unit(int unit, Lanes lanes) {
        int run = unit % strips * together;
        int piece = unit / strips;
        int firstRepeat = piece % repeatPieces * repeatsInUnit;
        int begin = piece / repeatPieces * lengthInUnit;
        int end = Math.min(length, begin + lengthInUnit);
        int count = Math.min(together, runs - run);
        boolean whole = together > 1 || length <= Scratch.BLOCK;
        int width = whole ? count * length : Scratch.BLOCK;
        int runLength = whole ? length : width;
        lanes.begin(width, count);
        for (int r = firstRepeat; r < Math.min(repeats, firstRepeat + repeatsInUnit); r++) {
            for (int at = begin; at < end; at += whole ? length : width) {
                lanes.add((r * runs + run) * length + at, whole ? width : Math.min(width, end - at));
                if (lanes.full()) {
                    lanes.joinRuns(runLength, count);
                }
            }
        }
        lanes.joinRuns(runLength, count);
        lanes.put(piece, run, count);
    }

    @Override
    public String toString() {
        return folding + "[" + repeats + ", " + runs + ", " + length + "] to [" + runs + "]";
    }
}
