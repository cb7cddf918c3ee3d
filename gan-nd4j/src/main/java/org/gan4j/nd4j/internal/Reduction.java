package org.gan4j.nd4j.internal;

/**
 * One pass of a reduction. It is cut into pieces of a fixed size, whose results are joined in order, so nothing depends
 * on the number of threads. Blocks are joined lane by lane in float, {@link Folding#TERMS_IN_FLOAT} at most, then in
 * double.
 */
abstract class Reduction implements Kernel {
    /**
     * Most elements of a unit, unless one term has more: each piece of a result is kept in double until all are joined.
     */
    static final int UNIT = 1 << 15;
    /** Fewest elements of a unit: a smaller unit takes less time than joining one more piece. */
    private static final int LEAST = 4 * Scratch.BLOCK;
    /** Number of units that keeps a few threads busy to the end. */
    private static final int UNITS = 8;

    final Folding folding;
    private final Workers workers;
    private final Blocks from;
    private final Region to;
    private final int units;
    private final int unitsInPart;
    private final int pieces;
    /** The results of each piece if there are several pieces. */
    private final double[] partial;

    /**
     * @param units the number of units to compute
     * @param unitSize the number of elements that each unit reads
     * @param pieces the number of units that share a result
     */
    Reduction(Workers workers, Folding folding, Blocks from, Region to, int units, int unitSize, int pieces) {
        this.workers = workers;
        this.folding = folding;
        this.from = from;
        this.to = to;
        this.units = units;
        this.unitsInPart = Math.max(1, Workers.PART / Math.max(1, unitSize));
        this.pieces = pieces;
        this.partial = new double[pieces == 1 ? 0 : pieces * to.size()];
    }

    /**
     * Returns how many of a result's {@code terms}, of {@code termSize} elements each, a unit takes: {@code most}, or
     * fewer if that would give too few units to keep all threads busy.
     *
     * @param others the factor by which the number of units is multiplied
     */
    static int termsInUnit(int terms, int termSize, int others, int most) {
        int even = (int) ((long) terms * others / UNITS) + 1;
        int least = up(LEAST, termSize);
        return Math.min(terms, Math.max(least, Math.min(most, even)));
    }

    static int up(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    /** Computes one unit and {@linkplain Lanes#put puts} its results. */
    abstract void unit(int unit, Lanes lanes);

    @Override
    public final void run() {
        workers.run(up(units, unitsInPart), (part, scratch) -> {
            Lanes lanes = new Lanes(scratch);
            int end = Math.min(units, (part + 1) * unitsInPart);
            for (int unit = part * unitsInPart; unit < end; unit++) {
                unit(unit, lanes);
            }
        });
        if (pieces > 1) {
            for (int i = 0; i < to.size(); i++) {
                double value = partial[i];
                for (int piece = 1; piece < pieces; piece++) {
                    value = folding.join(value, partial[piece * to.size() + i]);
                }
                to.set(i, (float) value);
            }
        }
    }

    /** The buffers in which a thread joins blocks. */
    final class Lanes {
        private final float[][] blocks;
        private final float[] lanes;
        private final float[][] spare;
        final double[] results;
        private int width;
        private int terms;

        private Lanes(Scratch scratch) {
            int registers = from.registers();
            blocks = scratch.blocks(registers + 3);
            lanes = blocks[registers];
            spare = new float[][] {blocks[registers + 1], blocks[registers + 2]};
            results = scratch.doubles(Scratch.BLOCK);
            from.begin(blocks);
        }

        /** Begins with {@code count} results, from blocks of at most {@code most} elements. */
        void begin(int most, int count) {
            width = most;
            terms = 0;
            folding.clear(results, count);
        }

        /** Joins the next block. */
        void add(int at, int n) {
            float[] block = from.read(blocks, at, n);
            if (terms == 0) {
                System.arraycopy(block, 0, lanes, 0, n);
                if (n < width) {
                    folding.clear(lanes, n, width);
                }
            } else {
                folding.join(lanes, block, n);
            }
            terms++;
        }

        boolean full() {
            return terms == Folding.TERMS_IN_FLOAT;
        }

        /** Joins the lanes as runs, with a result for each run. */
        void joinRuns(int length, int count) {
            if (terms > 0) {
                folding.runs(lanes, spare, terms, length, results, count);
                terms = 0;
            }
        }

        /** Joins the lanes as rows, with a result for each column. */
        void joinRows(int columns, int count) {
            if (terms > 0) {
                folding.rows(lanes, terms, columns, results, count);
                terms = 0;
            }
        }

        /** Stores the results of one piece. */
        void put(int piece, int first, int count) {
            if (pieces > 1) {
                System.arraycopy(results, 0, partial, piece * to.size() + first, count);
                return;
            }
            float[] floats = spare[0];
            for (int i = 0; i < count; i++) {
                floats[i] = (float) results[i];
            }
            to.write(first, floats, 0, count);
        }
    }

    @Override
    public String name() {
        return "reduction";
    }
}
