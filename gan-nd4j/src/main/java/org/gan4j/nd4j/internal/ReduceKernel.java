package org.gan4j.nd4j.internal;

import java.util.Arrays;
import org.gan4j.tensor.op.Reduce;

/**
 * One pass of a reduction, [outer, length, inner] to [outer, inner]. Long lengths are cut into pieces of a fixed size
 * whose results are joined in order, so nothing depends on the number of threads. Sums run in float over at most 64
 * terms, and in double beyond.
 */
final class ReduceKernel implements Kernel {
    static final int TERMS_IN_FLOAT = 64;
    static final int PART = 1 << 15;

    private final Workers workers;
    private final Reduce.Kind kind;
    private final Region from;
    private final Region to;
    private final int outer;
    private final int length;
    private final int inner;
    /** Rows in a piece, pieces of a length, columns in a strip, strips of an inner row. */
    private final int rows;

    private final int pieces;
    private final int columns;
    private final int strips;
    private final int unitsInPart;
    private final double[] partial;

    ReduceKernel(Workers workers, Reduce.Kind kind, Region from, Region to, int outer, int length, int inner) {
        this.workers = workers;
        this.kind = kind;
        this.from = from;
        this.to = to;
        this.outer = outer;
        this.length = length;
        this.inner = inner;
        this.columns = Math.min(Math.max(1, inner), Scratch.BLOCK);
        this.strips = (inner + columns - 1) / columns;
        this.rows = Math.min(Math.max(1, length), Math.max(TERMS_IN_FLOAT, PART / columns));
        this.pieces = Math.max(1, (length + rows - 1) / rows);
        this.unitsInPart = Math.max(1, PART / (rows * columns));
        this.partial = new double[outer * pieces * inner];
    }

    @Override
    public void run() {
        int units = outer * pieces * strips;
        if (units == 0) {
            return;
        }
        workers.run((units + unitsInPart - 1) / unitsInPart, (part, scratch) -> {
            int end = Math.min(units, (part + 1) * unitsInPart);
            for (int unit = part * unitsInPart; unit < end; unit++) {
                unit(unit, scratch);
            }
        });
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < inner; i++) {
                double value = partial[o * pieces * inner + i];
                for (int piece = 1; piece < pieces; piece++) {
                    value = join(value, partial[(o * pieces + piece) * inner + i]);
                }
                to.set(o * inner + i, (float) value);
            }
        }
    }

    private void unit(int unit, Scratch scratch) {
        int strip = unit % strips;
        int piece = unit / strips % pieces;
        int o = unit / strips / pieces;
        int first = piece * rows;
        int count = Math.min(length, first + rows) - first;
        int column = strip * columns;
        int width = Math.min(inner, column + columns) - column;
        int at = (o * length + first) * inner + column;
        int into = (o * pieces + piece) * inner + column;
        if (inner == 1) {
            partial[into] = run(at, count, scratch);
        } else {
            rows(at, count, width, into, scratch);
        }
    }

    /** A contiguous run, as blocks that are added lane by lane. */
    private double run(int at, int count, Scratch scratch) {
        float[] block = scratch.blocks(1)[0];
        double value = start();
        for (int done = 0; done < count; done += Scratch.BLOCK) {
            int n = Math.min(Scratch.BLOCK, count - done);
            from.read(at + done, block, 0, n);
            value = join(value, kind == Reduce.Kind.SUM ? sum(block, n) : extreme(block, n));
        }
        return value;
    }

    private void rows(int at, int count, int width, int into, Scratch scratch) {
        float[][] blocks = scratch.blocks(2);
        float[] row = blocks[0];
        float[] lanes = blocks[1];
        Arrays.fill(partial, into, into + width, start());
        for (int done = 0; done < count; done += TERMS_IN_FLOAT) {
            from.read(at + done * inner, lanes, 0, width);
            int end = Math.min(count, done + TERMS_IN_FLOAT);
            for (int r = done + 1; r < end; r++) {
                from.read(at + r * inner, row, 0, width);
                if (kind == Reduce.Kind.SUM) {
                    ArithmeticLoops.add(lanes, lanes, row, width);
                } else if (kind == Reduce.Kind.MAX) {
                    ArithmeticLoops.max(lanes, lanes, row, width);
                } else {
                    ArithmeticLoops.min(lanes, lanes, row, width);
                }
            }
            for (int i = 0; i < width; i++) {
                partial[into + i] = join(partial[into + i], lanes[i]);
            }
        }
    }

    /** Halves folded onto each other while that fills vectors, then the rest one by one. */
    private static double sum(float[] block, int n) {
        int m = n;
        while (m >= 64 && m % 2 == 0) {
            m /= 2;
            fold(block, m);
        }
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < m; i += 4) {
            s0 += block[i];
            s1 += block[i + 1];
            s2 += block[i + 2];
            s3 += block[i + 3];
        }
        for (; i < m; i++) {
            s0 += block[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    private static void fold(float[] block, int m) {
        for (int i = 0; i < m; i++) {
            block[i] = block[i] + block[i + m];
        }
    }

    private double extreme(float[] block, int n) {
        double value = start();
        for (int i = 0; i < n; i++) {
            value = join(value, block[i]);
        }
        return value;
    }

    private double start() {
        switch (kind) {
            case SUM:
                return 0;
            case MAX:
                return Double.NEGATIVE_INFINITY;
            default:
                return Double.POSITIVE_INFINITY;
        }
    }

    private double join(double a, double b) {
        switch (kind) {
            case SUM:
                return a + b;
            case MAX:
                return Math.max(a, b);
            default:
                return Math.min(a, b);
        }
    }

    @Override
    public String toString() {
        return kind + "[" + outer + ", " + length + ", " + inner + "]";
    }

    @Override
    public String name() {
        return "reduction";
    }
}
