package org.gan4j.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** An open ONNX file with one input of images. */
final class OnnxFile implements AutoCloseable {
    private static final int RANK = 4;
    private static final int DIGEST = 12;

    private final Path file;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String input;
    private final long[] shape;

    private OnnxFile(Path file, OrtEnvironment environment, OrtSession session) throws OrtException {
        this.file = file;
        this.environment = environment;
        this.session = session;
        if (session.getInputInfo().size() != 1) {
            throw unusable("it has the inputs " + session.getInputNames() + ", and one of images is needed");
        }
        NodeInfo only = session.getInputInfo().values().iterator().next();
        this.input = only.getName();
        if (!(only.getInfo() instanceof TensorInfo info)
                || info.type != OnnxJavaType.FLOAT
                || info.getShape().length != RANK
                || info.getShape()[1] != 1 && info.getShape()[1] != 3) {
            throw unusable("its input is " + only.getInfo() + ", and floats [N,3,H,W] or [N,1,H,W] are needed");
        }
        this.shape = info.getShape();
    }

    /** Returns a sentence if there is no such file. */
    static Optional<String> missing(Path file) {
        return Files.isRegularFile(file)
                ? Optional.empty()
                : Optional.of("there is no ONNX file " + file
                        + ": name the file of your network, such as {name: onnx, file: features.onnx}");
    }

    /**
     * Opens a file.
     *
     * @throws IllegalArgumentException if there is no such file, or if it is no ONNX with one input of images
     */
    static OnnxFile open(Path file) {
        missing(file).ifPresent(message -> {
            throw new IllegalArgumentException(message);
        });
        OrtSession session = session(file);
        try {
            return new OnnxFile(file, OrtEnvironment.getEnvironment(), session);
        } catch (OrtException | RuntimeException problem) {
            closed(session);
            throw problem instanceof RuntimeException known ? known : new IllegalArgumentException(problem);
        }
    }

    /**
     * Opens a file of any kind.
     *
     * @throws IllegalArgumentException if it is no ONNX
     */
    static OrtSession session(Path file) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR); // it prints warnings of optimizations
            return OrtEnvironment.getEnvironment().createSession(file.toString(), options);
        } catch (OrtException problem) {
            throw new IllegalArgumentException(
                    file + " cannot be read as ONNX: " + problem.getMessage().strip()
                            + "; export it again, with an opset that ONNX Runtime 1.20 knows",
                    problem);
        }
    }

    private IllegalArgumentException unusable(String what) {
        return new IllegalArgumentException(file + " cannot compute features of images: " + what
                + "; export it with one input of images, channels first");
    }

    /** Returns the number of channels of images: 1 or 3. */
    int channels() {
        return (int) shape[1];
    }

    /** Returns the fixed number of images in a batch, or 16 if any number is possible. */
    int batch() {
        return shape[0] > 0 ? (int) shape[0] : 16;
    }

    /** Returns the fixed height and width, or 0 if they are not fixed. */
    int size() {
        if (shape[2] > 0 && shape[3] > 0 && shape[2] != shape[3]) {
            throw unusable("its images are " + shape[2] + "×" + shape[3] + ", and equal sides are needed");
        }
        return (int) Math.max(0, shape[2]);
    }

    /**
     * Returns an output's name.
     *
     * @param name the name, or empty for the first output
     * @throws IllegalArgumentException if there is no such output
     */
    String output(String name) {
        Set<String> names = session.getOutputNames();
        if (!name.isEmpty() && !names.contains(name)) {
            throw new IllegalArgumentException(file + " has no output " + name + ": choose one of " + names);
        }
        return name.isEmpty() ? names.iterator().next() : name;
    }

    /** Computes outputs of a whole batch. */
    Map<String, TensorData> run(TensorData images, List<String> outputs) {
        try (OnnxTensor fed = OnnxTensor.createTensor(
                        environment,
                        FloatBuffer.wrap(images.toFloats()),
                        images.shape().dims());
                OrtSession.Result result = session.run(Map.of(input, fed), Set.copyOf(outputs))) {
            Map<String, TensorData> values = new LinkedHashMap<>();
            for (String output : outputs) {
                values.put(output, floats(output, result.get(output).orElseThrow()));
            }
            return values;
        } catch (OrtException problem) {
            throw new IllegalArgumentException(
                    file + " cannot compute images " + images.shape() + ": " + problem.getMessage()
                            + "; choose the size that it was exported for",
                    problem);
        }
    }

    private TensorData floats(String output, OnnxValue value) {
        if (!(value instanceof OnnxTensor tensor) || tensor.getInfo().type != OnnxJavaType.FLOAT) {
            throw unusable("its output " + output + " is " + value.getType() + ", and floats are needed");
        }
        float[] values = new float[tensor.getFloatBuffer().remaining()];
        tensor.getFloatBuffer().get(values);
        return TensorData.of(values, Shape.of(tensor.getInfo().getShape()));
    }

    /** Returns the first 12 hexadecimal digits of the file's SHA-256. */
    String digest() {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(sum).substring(0, DIGEST);
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem, problem);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        closed(session);
    }

    static void closed(OrtSession session) {
        try {
            session.close();
        } catch (OrtException problem) {
            throw new IllegalStateException("ONNX Runtime cannot free its memory: " + problem.getMessage(), problem);
        }
    }
}
