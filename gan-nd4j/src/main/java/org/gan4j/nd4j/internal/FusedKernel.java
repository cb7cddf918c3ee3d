package org.gan4j.nd4j.internal;

import java.util.List;

/** A fused group of elementwise values: a small program that is run over all elements, one block after the other. */
final class FusedKernel implements Kernel {
    /** What one thread takes at a time: 16 blocks. */
    private static final int PART = 16 * Scratch.BLOCK;

    private final Workers workers;
    private final int size;
    private final int registers;
    private final BlockStep[] once;
    private final BlockStep[] each;

    /**
     * @param once fills registers that stay as they are
     * @param each what is done with each block
     */
    FusedKernel(Workers workers, int size, int registers, List<BlockStep> once, List<BlockStep> each) {
        this.workers = workers;
        this.size = size;
        this.registers = registers;
        this.once = once.toArray(new BlockStep[0]);
        this.each = each.toArray(new BlockStep[0]);
    }

    /** {@code sum += more}. */
    static FusedKernel add(Workers workers, Region sum, Region more) {
        Loop loop = (to, a, b, c, n) -> ArithmeticLoops.add(to, a, b, n);
        return new FusedKernel(
                workers,
                sum.size(),
                2,
                List.of(),
                List.of(
                        BlockStep.load(sum, 0),
                        BlockStep.load(more, 1),
                        BlockStep.compute(loop, 0, 0, 1, -1),
                        BlockStep.store(0, sum)));
    }

    @Override
    public void run() {
        if (size > 0) {
            workers.run((size + PART - 1) / PART, this::part);
        }
    }

    private void part(int part, Scratch scratch) {
        float[][] blocks = scratch.blocks(registers);
        int from = part * PART;
        int to = Math.min(size, from + PART);
        for (BlockStep step : once) {
            step.run(blocks, from, Math.min(Scratch.BLOCK, to - from));
        }
        for (int at = from; at < to; at += Scratch.BLOCK) {
            int n = Math.min(Scratch.BLOCK, to - at);
            for (BlockStep step : each) {
                step.run(blocks, at, n);
            }
        }
    }

    @Override
    public String toString() {
        return "fused[" + each.length + " steps, " + registers + " registers, " + size + " elements]";
    }

    @Override
    public String name() {
        return "fused loop";
    }
}
