package org.gan4j.nd4j.internal;

import org.gan4j.tensor.op.RandomNumbers;

/**
 * A kernel that fills a tensor with random numbers, part by part: each number depends only on the stream, the step and
 * its position.
 */
final class RandomKernel implements Kernel {
    private final Workers workers;
    private final RandomNumbers op;
    private final Place step;
    private final Region to;

    RandomKernel(Workers workers, RandomNumbers op, Place step, Region to) {
        this.workers = workers;
        this.op = op;
        this.step = step;
        this.to = to;
    }

    @Override
    public void run() {
        int at = (int) step.doubles()[0];
        int parts = (to.size() + Scratch.BLOCK - 1) / Scratch.BLOCK;
        workers.run(Math.max(1, parts), (part, scratch) -> {
            float[] block = scratch.blocks(1)[0];
            int from = part * Scratch.BLOCK;
            int n = Math.min(Scratch.BLOCK, to.size() - from);
            op.fill(at, from, block, n);
            to.write(from, block, 0, n);
        });
    }

    @Override
    public String toString() {
        return op.label();
    }

    @Override
    public String name() {
        return "philox";
    }
}
