package org.gan4j.nd4j.internal;

import java.util.Arrays;
import org.gan4j.tensor.op.Reduce;

/** How a kind of reduction joins numbers: vectors of them in float, and what comes out in double. */
final class Folding {
    /** Sums run in float over at most so many terms. */
    static final int TERMS_IN_FLOAT = 64;

    private final Reduce.Kind kind;

    Folding(Reduce.Kind kind) {
        this.kind = kind;
    }

    /** What changes nothing when it is joined. */
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

    /** Lane by lane. */
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
     * Joins run after run with a result each; overwrites the block.
     *
     * @param spare two blocks for what lies between
     * @param terms how many blocks were joined in this one
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
     * Joins every element with those after it, vector by vector: windows of 1, 2, 4, ... elements, of which a run has those
     * that its length is the sum of. A loop over each run takes up to twice as long for the shortest runs and for maxima.
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

    /** Elements from {@code to} on with those from {@code from} on. */
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
     * Joins row after row with a result for each column; overwrites the block.
     *
     * @param terms how many blocks were joined in this one
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
