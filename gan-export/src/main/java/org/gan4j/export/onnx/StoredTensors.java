package org.gan4j.export.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.TensorData;

/** Tensors as a model stores them: little-endian bytes, floating-point numbers in its precision. */
final class StoredTensors {
    private final Precision precision;

    StoredTensors(Precision precision) {
        this.precision = precision;
    }

    /** Returns ONNX's number of an element type. */
    int type(DType dtype) {
        return (switch (dtype) {
                    case FLOAT ->
                        precision == Precision.FLOAT16 ? TensorProto.DataType.FLOAT16 : TensorProto.DataType.FLOAT;
                    case DOUBLE -> TensorProto.DataType.DOUBLE;
                    case INT -> TensorProto.DataType.INT32;
                    case BOOL -> TensorProto.DataType.BOOL;
                })
                .getNumber();
    }

    /** Returns the number of bytes of one element. */
    int bytes(DType dtype) {
        return switch (dtype) {
            case FLOAT -> precision == Precision.FLOAT16 ? Short.BYTES : Float.BYTES;
            case DOUBLE -> Double.BYTES;
            case INT -> Integer.BYTES;
            case BOOL -> 1;
        };
    }

    /** Returns the value of a constant. */
    TensorProto constant(String name, TensorData data) {
        return stored(name, data, HalfFloats::constantBits);
    }

    /**
     * Returns the value of a variable.
     *
     * @throws IllegalArgumentException if it has a number that the precision does not have
     */
    TensorProto variable(String name, TensorData data) {
        return stored(name, data, value -> {
            if (Math.abs(value) >= HalfFloats.LARGEST + 16) {
                throw new IllegalArgumentException("the variable " + name + " contains " + value
                        + ", which 16 bits cannot hold: export it with 32 bits, without --fp16");
            }
            return HalfFloats.bits(value);
        });
    }

    private interface Halved {
        short bits(float value);
    }

    private TensorProto stored(String name, TensorData data, Halved halved) {
        int count = data.shape().size();
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(count, bytes(data.dtype())))
                .order(ByteOrder.LITTLE_ENDIAN);
        switch (data.dtype()) {
            case FLOAT -> {
                for (float value : data.toFloats()) {
                    if (precision == Precision.FLOAT16) {
                        bytes.putShort(halved.bits(value));
                    } else {
                        bytes.putFloat(value);
                    }
                }
            }
            case DOUBLE -> {
                for (double value : data.toDoubles()) {
                    bytes.putDouble(value);
                }
            }
            case INT -> {
                for (int value : data.toInts()) {
                    bytes.putInt(value);
                }
            }
            case BOOL -> {
                for (int value : data.toInts()) {
                    bytes.put((byte) value);
                }
            }
        }
        TensorProto.Builder stored = TensorProto.newBuilder().setName(name).setDataType(type(data.dtype()));
        for (long dim : data.shape().dims()) {
            stored.addDims(dim);
        }
        return stored.setRawData(ByteString.copyFrom(bytes.flip())).build();
    }

    /** Returns a vector of 64-bit integers, which shapes, axes and the like are. */
    static TensorProto integers(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            bytes.putLong(value);
        }
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(values.length)
                .setRawData(ByteString.copyFrom(bytes.flip()))
                .build();
    }
}
