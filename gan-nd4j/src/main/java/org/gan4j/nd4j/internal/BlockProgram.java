package org.gan4j.nd4j.internal;

import java.util.List;

/**
 * What is done with each block of a group of elementwise values.
 *
 * @param registers how many blocks it needs
 * @param once fills registers that stay as they are
 * @param each what is done block after block
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

    /** Elements {@code at} to {@code at + n}. */
    void run(float[][] blocks, int at, int n) {
        for (int i = 0; i < each.size(); i++) { // an iterator for each block would show
            each.get(i).run(blocks, at, n);
        }
    }

    /** Its elements of one register, for a kernel that reads them. */
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
