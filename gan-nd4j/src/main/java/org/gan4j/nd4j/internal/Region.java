package org.gan4j.nd4j.internal;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A contiguous run of native floats that holds a FLOAT or BOOL tensor in row-major order. */
final class Region {
    private final NativeFloats memory;
    private final FloatBuffer buffer;
    private final int start;
    private final int size;

    Region(NativeFloats memory, int start, int size) {
        this.memory = memory;
        this.buffer = memory.buffer();
        this.start = start;
        this.size = size;
    }

    int size() {
        return size;
    }

    float get(int at) {
        return buffer.get(start + at);
    }

    void set(int at, float value) {
        buffer.put(start + at, value);
    }

    void read(int at, float[] to, int toAt, int length) {
        buffer.get(start + at, to, toAt, length);
    }

    void write(int at, float[] from, int fromAt, int length) {
        buffer.put(start + at, from, fromAt, length);
    }

    /** Copies part of another region to this one. */
    void copy(int at, Region from, int fromAt, int length) {
        buffer.put(start + at, from.buffer, from.start + fromAt, length);
    }

    void fill(float value) {
        float[] block = new float[Math.min(size, Scratch.BLOCK)];
        Arrays.fill(block, value);
        for (int at = 0; at < size; at += block.length) {
            write(at, block, 0, Math.min(block.length, size - at));
        }
    }

    /** Returns the part of {@code length} floats from {@code from} on. */
    Region part(int from, int length) {
        return new Region(memory, start + from, length);
    }

    float[] toFloats() {
        float[] floats = new float[size];
        read(0, floats, 0, size);
        return floats;
    }

    double[] toDoubles() {
        double[] doubles = new double[size];
        for (int i = 0; i < size; i++) {
            doubles[i] = get(i);
        }
        return doubles;
    }

    void setDoubles(double[] values) {
        for (int i = 0; i < size; i++) {
            set(i, (float) values[i]);
        }
    }

    /** Returns this memory as an ND4J array. */
    INDArray array(long... dims) {
        long[] strides = new long[dims.length];
        long stride = 1;
        for (int axis = dims.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= dims[axis];
        }
        return Nd4j.create(memory.data(), dims, strides, start, 'c');
    }
}
