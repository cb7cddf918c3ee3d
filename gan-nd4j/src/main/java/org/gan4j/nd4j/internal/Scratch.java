package org.gan4j.nd4j.internal;

import java.util.Arrays;

/** A thread's own arrays, kept so that kernels allocate nothing. */
final class Scratch {
    /** Elements in a block: 4 kB, so that a handful of blocks stays in the first-level cache. */
    static final int BLOCK = 1024;

    private float[][] blocks = new float[0][];
    private double[] doubles = new double[0];
    private final float[][] floats = {new float[0], new float[0]};

    /** Returns at least {@code count} arrays of {@link #BLOCK} floats. */
    float[][] blocks(int count) {
        if (blocks.length < count) {
            int before = blocks.length;
            blocks = Arrays.copyOf(blocks, count);
            for (int i = before; i < count; i++) {
                blocks[i] = new float[BLOCK];
            }
        }
        return blocks;
    }

    /** Returns one of two arrays of at least {@code length} floats. */
    float[] floats(int which, int length) {
        if (floats[which].length < length) {
            floats[which] = new float[length];
        }
        return floats[which];
    }

    /** Returns an array of at least {@code length} doubles. */
    double[] doubles(int length) {
        if (doubles.length < length) {
            doubles = new double[length];
        }
        return doubles;
    }
}
