package org.gan4j.tensor.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** Transfer of elements between files and arrays through a small buffer, so that nothing is in memory twice. */
final class ElementChannel {
    private static final int CHUNK = 1 << 16;

    private ElementChannel() {}

    static void write(TensorData data, WritableByteChannel to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        int size = data.shape().size();
        for (int i = 0; i < size; i++) {
            put(data, i, buffer);
            if (!buffer.hasRemaining()) {
                drain(buffer, to);
            }
        }
        drain(buffer, to);
    }

    private static void put(TensorData data, int index, ByteBuffer buffer) {
        double value = data.get(index);
        switch (data.dtype()) {
            case FLOAT -> buffer.putFloat((float) value);
            case DOUBLE -> buffer.putDouble(value);
            case INT -> buffer.putInt((int) value);
            case BOOL -> buffer.put((byte) value);
        }
    }

    static void drain(ByteBuffer buffer, WritableByteChannel to) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            to.write(buffer);
        }
        buffer.clear();
    }

    static TensorData read(ReadableByteChannel from, StoredType type, Shape shape) throws IOException {
        return read(from, type, ByteOrder.LITTLE_ENDIAN, shape);
    }

    static TensorData read(ReadableByteChannel from, StoredType type, ByteOrder order, Shape shape) throws IOException {
        Reader reader = new Reader(from, order, (long) shape.size() * type.bytes());
        int size = shape.size();
        return switch (type.dtype()) {
            case FLOAT -> {
                float[] floats = new float[size];
                for (int i = 0; i < size; i++) {
                    floats[i] = toFloat(type, reader.next());
                }
                yield TensorData.of(floats, shape);
            }
            case DOUBLE -> {
                double[] doubles = new double[size];
                for (int i = 0; i < size; i++) {
                    doubles[i] = reader.next().getDouble();
                }
                yield TensorData.of(doubles, shape);
            }
            case INT -> {
                int[] ints = new int[size];
                for (int i = 0; i < size; i++) {
                    ints[i] = toInt(type, reader.next());
                }
                yield TensorData.of(ints, shape);
            }
            case BOOL -> {
                boolean[] booleans = new boolean[size];
                for (int i = 0; i < size; i++) {
                    booleans[i] = toBoolean(reader.next().get());
                }
                yield TensorData.of(booleans, shape);
            }
        };
    }

    /** Reads the next element, of any type, as a double; a 64-bit integer is rounded to one. */
    static double number(StoredType type, ByteBuffer buffer) {
        return switch (type.dtype()) {
            case FLOAT -> toFloat(type, buffer);
            case DOUBLE -> buffer.getDouble();
            case INT -> type == StoredType.I64 ? buffer.getLong() : toInt(type, buffer);
            case BOOL -> toBoolean(buffer.get()) ? 1 : 0;
        };
    }

    private static float toFloat(StoredType type, ByteBuffer buffer) {
        return switch (type) {
            case F16 -> half(buffer.getShort());
            case BF16 -> Float.intBitsToFloat(buffer.getShort() << 16);
            default -> buffer.getFloat();
        };
    }

    private static int toInt(StoredType type, ByteBuffer buffer) {
        return switch (type) {
            case U8 -> buffer.get() & 0xFF;
            case I8 -> buffer.get();
            case U16 -> buffer.getShort() & 0xFFFF;
            case I16 -> buffer.getShort();
            case I64 -> narrowed(buffer.getLong());
            default -> buffer.getInt();
        };
    }

    private static int narrowed(long value) {
        if (value != (int) value) {
            throw new IllegalArgumentException(
                    "the 64-bit integer " + value + " does not fit 32 bits: store it as a float");
        }
        return (int) value;
    }

    private static boolean toBoolean(byte value) {
        if (value != 0 && value != 1) {
            throw new IllegalArgumentException("a boolean is stored as " + (value & 0xFF) + ", not as 0 or 1");
        }
        return value == 1;
    }

    /** IEEE half precision: 1 sign, 5 exponent and 10 fraction bits. */
    static float half(short bits) {
        int exponent = (bits >>> 10) & 0x1F;
        int fraction = bits & 0x3FF;
        float magnitude;
        if (exponent == 0) {
            magnitude = fraction * 0x1p-24f;
        } else {
            int widened = exponent == 0x1F ? 0xFF : exponent - 15 + 127;
            magnitude = Float.intBitsToFloat((widened << 23) | (fraction << 13));
        }
        return bits < 0 ? -magnitude : magnitude;
    }

    /**
     * A reader that provides a buffer with at least the next element. Elements never straddle, since CHUNK is a
     * multiple of their sizes.
     */
    private static final class Reader {
        private final ReadableByteChannel from;
        private final ByteBuffer buffer;
        private long left;

        private Reader(ReadableByteChannel from, ByteOrder order, long bytes) {
            this.from = from;
            this.buffer = ByteBuffer.allocate((int) Math.min(CHUNK, bytes)).order(order);
            this.left = bytes;
            buffer.limit(0);
        }

        private ByteBuffer next() throws IOException {
            if (!buffer.hasRemaining()) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), left));
                fill(buffer, from);
                left -= buffer.limit();
            }
            return buffer;
        }
    }

    /** Fills the buffer up to its limit and flips it for reading. */
    static void fill(ByteBuffer buffer, ReadableByteChannel from) throws IOException {
        while (buffer.hasRemaining()) {
            if (from.read(buffer) < 0) {
                throw new IllegalArgumentException("it ends " + buffer.remaining() + " bytes too early");
            }
        }
        buffer.flip();
    }

    /** Reads the next {@code count} bytes. */
    static ByteBuffer bytes(ReadableByteChannel from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        fill(buffer, from);
        return buffer;
    }
}
