package org.gan4j.nd4j.internal;

import java.nio.FloatBuffer;
import java.util.Locale;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** A piece of memory outside the Java heap, shared by Java and ND4J, and freed when closed. */
final class NativeFloats implements AutoCloseable {
    /** Alignment of regions in floats: 64 bytes, a cache line. */
    static final int ALIGNMENT = 16;
    /** Most floats that a FloatBuffer can address. */
    static final int MOST = (1 << 29) - 2 * ALIGNMENT;

    private final FloatPointer pointer;
    private final FloatBuffer buffer;
    private final int first;
    private final int length;
    private DataBuffer data;

    NativeFloats(int length) {
        if (length > MOST) {
            throw new IllegalArgumentException("a tensor of " + length + " floats exceeds the limit of " + MOST
                    + ": use a smaller batch or shape");
        }
        this.length = length;
        this.pointer = allocated((long) length + ALIGNMENT);
        this.buffer = pointer.asBuffer();
        this.first = (int) ((64 - (pointer.address() & 63)) & 63) / Float.BYTES;
    }

    private static FloatPointer allocated(long floats) {
        try {
            return new FloatPointer(floats);
        } catch (OutOfMemoryError refused) {
            String sentence = String.format(
                    Locale.ROOT,
                    "out of memory outside the Java heap, where tensors are: %,d MB more were needed, and this process has"
                            + " %,d MB of at most %,d; lower the batch size (batch-size, --batch), the size of the"
                            + " samples or the width of the networks, close other GANs, or raise the limit with"
                            + " GAN_JAVA_OPTS=-Dorg.bytedeco.javacpp.maxbytes=8g",
                    megabytes(floats * Float.BYTES),
                    megabytes(Pointer.totalBytes()),
                    megabytes(Pointer.maxBytes()));
            OutOfMemoryError named = new OutOfMemoryError(sentence);
            named.initCause(refused);
            throw named;
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }

    /** Returns a part of the memory; {@code start} counts from the first aligned element. */
    Region region(int start, int size) {
        return new Region(this, first + start, size);
    }

    Region whole() {
        return region(0, length);
    }

    FloatBuffer buffer() {
        return buffer;
    }

    /** Returns the same memory for ND4J, created on first use: ND4J never sees many of the pieces. */
    DataBuffer data() {
        if (data == null) {
            data = Nd4j.createBuffer(pointer, (long) length + ALIGNMENT, DataType.FLOAT);
        }
        return data;
    }

    @Override
    public void close() {
        pointer.close();
    }
}
