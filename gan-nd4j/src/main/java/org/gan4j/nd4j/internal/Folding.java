package org.gan4j.nd4j.internal;

import java.util.Arrays;
import org.gan4j.tensor.op.Reduce;

/** The arithmetic of one kind of reduction: joins vectors in float and accumulates their results in double. */
final class Folding {
    /** Largest number of terms that a sum accumulates in float. */
    static final int TERMS_IN_FLOAT = 64;

    private final Reduce.Kind kind;

    Folding(Reduce.Kind kind) {
        this.kind = kind;
    }

    /** Returns the neutral element. */
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

    double join(double a, double b) {
        switch (kind) {
            case SUM:
                return a + b;
            case MAX:
                return Math.max(a, b);
            default:
                return Math.min(a, b);
        }
    }

    void clear(double[] results, int n) {
        Arrays.fill(results, 0, n, start());
    }

    void clear(float[] lanes, int from, int to) {
        Arrays.fill(lanes, from, to, (float) start());
    }

    /** Joins a block into the lanes, lane by lane. */
    void join(float[] lanes, float[] block, int n) {
        switch (kind) {
            case SUM:
                ArithmeticLoops.add(lanes, lanes, block, n);
                break;
            case MAX:
                ArithmeticLoops.max(lanes, lanes, block, n);
                break;
            default:
                ArithmeticLoops.min(lanes, lanes, block, n);
        }
    }

    /**
     * Joins each run into its own result; overwrites the block.
     *
     * @param spare two blocks for intermediate values
     * @param terms the number of blocks that were joined into this one
     */
    void runs(float[] block, float[][] spare, int terms, int length, double[] results, int count) {
        if (terms == 1 && length <= TERMS_IN_FLOAT) {
            shortRuns(block, spare, length, results, count);
            return;
        }
        for (int run = 0; run < count; run++) {
            int from = run * length;
            int rest = length;
            while (rest > TERMS_IN_FLOAT && rest % 2 == 0) {
                rest /= 2;
                join(block, from, from + rest, rest);
            }
            double value = results[run];
            for (int i = from; i < from + rest; i++) {
                value = join(value, block[i]);
            }
            results[run] = value;
        }
    }

    /**
     * Joins every element with those after it, vector by vector: windows of 1, 2, 4, ... elements. A run uses the
     * windows whose sizes sum to its length. A loop over each run takes up to twice as long for the shortest runs and
     * for maxima.
     */
    private void shortRuns(float[] block, float[][] spare, int length, double[] results, int count) {
        int n = count * length;
        float[] joined = spare[0];
        float[] shifted = spare[1];
        int done = 0;
        for (int size = 1; size <= length; size *= 2) {
            if ((length & size) != 0) {
                if (done == 0) {
                    System.arraycopy(block, 0, joined, 0, n);
                } else {
                    System.arraycopy(block, done, shifted, 0, n - done);
                    join(joined, shifted, n - done);
                }
                done += size;
            }
            if (done < length) {
                System.arraycopy(block, size, shifted, 0, n - size);
                join(block, shifted, n - size);
            }
        }
        if (kind == Reduce.Kind.SUM) {
            for (int run = 0; run < count; run++) {
                results[run] += joined[run * length];
            }
        } else {
            for (int run = 0; run < count; run++) {
                results[run] = join(results[run], joined[run * length]);
            }
        }
    }

    /** Joins the elements from {@code from} on into those from {@code to} on. */
    private void join(float[] block, int to, int from, int n) {
        switch (kind) {
            case SUM:
                for (int i = 0; i < n; i++) {
                    block[to + i] = block[to + i] + block[from + i];
                }
                break;
            case MAX:
                for (int i = 0; i < n; i++) {
                    block[to + i] = Math.max(block[to + i], block[from + i]);
                }
                break;
            default:
                for (int i = 0; i < n; i++) {
                    block[to + i] = Math.min(block[to + i], block[from + i]);
                }
        }
    }

    /**
     * Joins the rows into one result for each column; overwrites the block.
     *
     * @param terms the number of blocks that were joined into this one
     */
    void rows(float[] block, int terms, int columns, double[] results, int count) {
        int left = count;
        if (kind != Reduce.Kind.SUM || terms * count <= TERMS_IN_FLOAT) {
            for (int row = 1; row < count; row++) {
                join(block, 0, row * columns, columns);
            }
            left = 1;
        }
        for (int row = 0; row < left; row++) {
            int from = row * columns;
            if (kind == Reduce.Kind.SUM) {
                for (int i = 0; i < columns; i++) {
                    results[i] += block[from + i];
                }
            } else {
                for (int i = 0; i < columns; i++) {
                    results[i] = join(results[i], block[from + i]);
                }
            }
        }
    }

    @Override
    public String toString() {
        return kind.toString();
    }
}
