package org.gan4j.nd4j.internal;

import org.gan4j.tensor.op.Reduce;

/**
 * A reduction of many short runs, [runs, length] to [runs]. As many runs as fill a block are read at once, since to begin
 * a run takes longer than to go through it. Sums run in float.
 */
final class ShortReduceKernel implements Kernel {
    private final Workers workers;
    private final Reduce.Kind kind;
    private final Region from;
    private final Region to;
    private final int runs;
    private final int length;

    ShortReduceKernel(Workers workers, Reduce.Kind kind, Region from, Region to, int runs, int length) {
        this.workers = workers;
        this.kind = kind;
        this.from = from;
        this.to = to;
        this.runs = runs;
        this.length = length;
    }

    /** Whether runs are so short, and sums of them may be in float. */
    static boolean takes(int length) {
        return length > 0 && length <= ReduceKernel.TERMS_IN_FLOAT;
    }

    @Override
    public void run() {
        int together = Scratch.BLOCK / length;
        int inPart = together * (ReduceKernel.PART / Scratch.BLOCK);
        workers.run((runs + inPart - 1) / inPart, (part, scratch) -> {
            float[][] blocks = scratch.blocks(2);
            int end = Math.min(runs, (part + 1) * inPart);
            for (int first = part * inPart; first < end; first += together) {
                int count = Math.min(together, end - first);
                from.read(first * length, blocks[0], 0, count * length);
                reduce(blocks[0], blocks[1], count);
                to.write(first, blocks[1], 0, count);
            }
        });
    }

    private void reduce(float[] block, float[] results, int count) {
        switch (kind) {
            case SUM:
                sums(block, results, count);
                break;
            case MAX:
                maxima(block, results, count);
                break;
            default:
                minima(block, results, count);
        }
    }

    private void sums(float[] block, float[] results, int count) {
        for (int run = 0; run < count; run++) {
            float value = 0;
            for (int at = run * length; at < (run + 1) * length; at++) {
                value += block[at];
            }
            results[run] = value;
        }
    }

    private void maxima(float[] block, float[] results, int count) {
        for (int run = 0; run < count; run++) {
            float value = Float.NEGATIVE_INFINITY;
            for (int at = run * length; at < (run + 1) * length; at++) {
                value = Math.max(value, block[at]);
            }
            results[run] = value;
        }
    }

    private void minima(float[] block, float[] results, int count) {
        for (int run = 0; run < count; run++) {
            float value = Float.POSITIVE_INFINITY;
            for (int at = run * length; at < (run + 1) * length; at++) {
                value = Math.min(value, block[at]);
            }
            results[run] = value;
        }
    }

    @Override
    public String toString() {
        return kind + "[" + runs + ", " + length + "]";
    }

    @Override
    public String name() {
        return "reduction";
    }
}
