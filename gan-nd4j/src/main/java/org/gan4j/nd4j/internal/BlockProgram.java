package org.gan4j.nd4j.internal;

import java.util.List;

/**
 * The program that runs on each block of a group of elementwise values.
 *
 * @param registers the number of blocks that it needs
 * @param once steps that fill registers that never change
 * @param each steps that run for every block
 */
record BlockProgram(int registers, List<BlockStep> once, List<BlockStep> each) {
    BlockProgram {
        once = List.copyOf(once);
        each = List.copyOf(each);
    }

    void begin(float[][] blocks) {
        for (int i = 0; i < once.size(); i++) {
            once.get(i).run(blocks, 0, Scratch.BLOCK);
        }
    }

    /** Runs the program on elements {@code at} to {@code at + n}. */
    void run(float[][] blocks, int at, int n) {
        for (int i = 0; i < each.size(); i++) { // an iterator for each block would cost time
            each.get(i).run(blocks, at, n);
        }
    }

    /** Returns the elements of one register, for a kernel that reads them. */
    Blocks blocks(int result) {
        return new Blocks() {
            @Override
            public int registers() {
                return registers;
            }

            @Override
            public void begin(float[][] blocks) {
                BlockProgram.this.begin(blocks);
            }

            @Override
            public float[] read(float[][] blocks, int at, int n) {
                BlockProgram.this.run(blocks, at, n);
                return blocks[result];
            }
        };
    }
}
