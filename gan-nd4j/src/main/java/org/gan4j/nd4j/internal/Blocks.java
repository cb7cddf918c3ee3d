package org.gan4j.nd4j.internal;

/** Elements that a kernel reads block by block: those of a region, or what is computed on the way from several. */
interface Blocks {
    /** How many of a thread's blocks reading takes; they are the first ones. */
    int registers();

    /** To be called before the first read of each part of a task. */
    void begin(float[][] registers);

    /**
     * The elements from {@code at} on, {@code n} of them and at most a block, in a register that may be written to. They stay
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
