package org.gan4j.nd4j.internal;

import java.util.List;

/** A fused group of elementwise values: a small program that runs over all elements, block by block. */
final class FusedKernel implements Kernel {
    private final Workers workers;
    private final int size;
    private final BlockProgram program;

    FusedKernel(Workers workers, int size, BlockProgram program) {
        this.workers = workers;
        this.size = size;
        this.program = program;
    }

    /** Returns a kernel that computes {@code sum += more}. */
    static FusedKernel add(Workers workers, Region sum, Region more) {
        Loop loop = (to, a, b, c, n) -> ArithmeticLoops.add(to, a, b, n);
        List<BlockStep> steps = List.of(
                BlockStep.load(sum, 0),
                BlockStep.load(more, 1),
                BlockStep.compute(loop, 0, 0, 1, -1),
                BlockStep.store(0, sum));
        return new FusedKernel(workers, sum.size(), new BlockProgram(2, List.of(), steps));
    }

    @Override
    public void run() {
        if (size > 0) {
            workers.run((size + Workers.PART - 1) / Workers.PART, this::part);
        }
    }

    private void part(int part, Scratch scratch) {
        float[][] blocks = scratch.blocks(program.registers());
        int to = Math.min(size, (part + 1) * Workers.PART);
        program.begin(blocks);
        for (int at = part * Workers.PART; at < to; at += Scratch.BLOCK) {
            program.run(blocks, at, Math.min(Scratch.BLOCK, to - at));
        }
    }

    @Override
    public String toString() {
        return "fused[" + program.each().size() + " steps, " + program.registers() + " registers, " + size
                + " elements]";
    }

    @Override
    public String name() {
        return "fused loop";
    }
}
