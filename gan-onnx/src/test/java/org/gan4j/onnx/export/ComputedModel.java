package org.gan4j.onnx.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.export.onnx.ModelInput;
import org.gan4j.export.onnx.OnnxModel;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** A model that ONNX Runtime computes. */
final class ComputedModel implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OnnxModel model;
    private final OrtSession session;

    ComputedModel(OnnxModel model) {
        this.model = model;
        try {
            this.session = environment.createSession(model.bytes());
        } catch (OrtException refused) {
            throw new AssertionError(model + ": " + refused.getMessage(), refused);
        }
    }

    TensorData run(Map<String, TensorData> all) {
        Map<String, OnnxTensor> fed = new LinkedHashMap<>();
        try {
            for (ModelInput input : model.inputs()) {
                fed.put(input.name(), tensor(all.get(input.name())));
            }
            try (OrtSession.Result result = session.run(fed)) {
                return data((OnnxTensor) result.get(0));
            }
        } catch (OrtException refused) {
            throw new AssertionError(model + ": " + refused.getMessage(), refused);
        } finally {
            fed.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(TensorData data) throws OrtException {
        long[] shape = data.shape().dims();
        return switch (data.dtype()) {
            case FLOAT -> OnnxTensor.createTensor(environment, FloatBuffer.wrap(data.toFloats()), shape);
            case DOUBLE -> OnnxTensor.createTensor(environment, java.nio.DoubleBuffer.wrap(data.toDoubles()), shape);
            case INT -> OnnxTensor.createTensor(environment, IntBuffer.wrap(data.toInts()), shape);
            case BOOL -> {
                ByteBuffer bytes =
                        ByteBuffer.allocateDirect(data.shape().size()).order(ByteOrder.nativeOrder());
                for (int value : data.toInts()) {
                    bytes.put((byte) value);
                }
                yield OnnxTensor.createTensor(environment, bytes.flip(), shape, OnnxJavaType.BOOL);
            }
        };
    }

    private static TensorData data(OnnxTensor tensor) {
        TensorInfo info = tensor.getInfo();
        Shape shape = Shape.of(info.getShape());
        double[] values = new double[shape.size()];
        DType dtype;
        switch (info.type) {
            case FLOAT -> {
                FloatBuffer floats = tensor.getFloatBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = floats.get(i);
                }
                dtype = DType.FLOAT;
            }
            case DOUBLE -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = tensor.getDoubleBuffer().get(i);
                }
                dtype = DType.DOUBLE;
            }
            case INT32 -> {
                IntBuffer ints = tensor.getIntBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = ints.get(i);
                }
                dtype = DType.INT;
            }
            case BOOL -> {
                ByteBuffer bytes = tensor.getByteBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = bytes.get(i);
                }
                dtype = DType.BOOL;
            }
            default -> throw new AssertionError("an output of " + info.type);
        }
        return TensorData.of(dtype, values, shape);
    }

    /** Returns the largest difference, relative where numbers are larger than 1. */
    static double difference(TensorData computed, TensorData expected) {
        assertThat(computed.shape()).isEqualTo(expected.shape());
        assertThat(computed.dtype()).isEqualTo(expected.dtype());
        double largest = 0;
        List<Integer> odd = new ArrayList<>();
        for (int i = 0; i < expected.shape().size(); i++) {
            double is = computed.get(i);
            double should = expected.get(i);
            if (Double.isNaN(should) || Double.isInfinite(should)) {
                if (Double.compare(is, should) != 0) {
                    odd.add(i);
                }
            } else {
                double difference = Math.abs(is - should) / Math.max(1, Math.abs(should));
                largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
            }
        }
        assertThat(odd)
                .as("NaN and infinities of %s, computed %s", expected, computed)
                .isEmpty();
        return largest;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failed) {
            throw new AssertionError(failed);
        }
    }
}
