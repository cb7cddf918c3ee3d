package org.gan4j.nd4j.internal;

/** Elements that a kernel reads block by block: stored in a region, or computed on the fly from several. */
interface Blocks {
    /** Returns the number of the thread's blocks that reading uses; they are the first ones. */
    int registers();

    /** Prepares the registers. Must be called before the first read of each part of a task. */
    void begin(float[][] registers);

    /**
     * Returns {@code n} elements from {@code at} on, at most a block, in a register that may be written to. They stay
     * there until the next read.
     */
    float[] read(float[][] registers, int at, int n);

    static Blocks of(Region region) {
        return new Blocks() {
            @Override
            public int registers() {
                return 1;
            }

            @Override
            public void begin(float[][] registers) {}

            @Override
            public float[] read(float[][] registers, int at, int n) {
                region.read(at, registers[0], 0, n);
                return registers[0];
            }
        };
    }
}
