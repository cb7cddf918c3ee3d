package org.gan4j.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gan4j.api.inference.GeneratorFile;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** An open ONNX file with a generator of latents alone. */
final class OnnxGenerator implements GeneratorFile {
    private static final int ANY_BATCH = 64;
    private static final String FUNCTION = "gan4j.function";
    private static final String SIZE = "gan4j.latents.size";

    private final Path file;
    private final OrtSession session;
    private final Map<String, String> notes;
    private final String input;
    /** The shape of the input; -1 where it is open. */
    private final long[] shape;

    private final int size;
    private final Shape sample;

    private OnnxGenerator(Path file, OrtSession session) throws OrtException {
        this.file = file;
        this.session = session;
        this.notes = session.getMetadata().getCustomMetadata();
        if (notes.containsKey(FUNCTION) && !notes.containsKey(SIZE)) {
            throw unusable("it is the function " + notes.get(FUNCTION) + " of a GAN, which has no latents");
        }
        if (session.getInputInfo().size() != 1) {
            throw unusable("it has the inputs " + session.getInputNames() + ", and one of latents is needed");
        }
        if (session.getOutputInfo().size() != 1) {
            throw unusable("it has the outputs " + session.getOutputNames() + ", and one of samples is needed");
        }
        NodeInfo only = session.getInputInfo().values().iterator().next();
        this.input = only.getName();
        this.shape = latents(only);
        this.size = size(only);
        this.sample = run(TensorData.of(new float[rows(1) * size], Shape.of(rows(1), size)))
                .shape()
                .without(0);
    }

    /**
     * Opens a file.
     *
     * @throws IllegalArgumentException if it is no ONNX with a generator of latents alone
     */
    static OnnxGenerator open(Path file) {
        OrtSession session = OnnxFile.session(file);
        try {
            return new OnnxGenerator(file, session);
        } catch (OrtException problem) {
            OnnxFile.closed(session);
            throw new IllegalArgumentException(file + " cannot be read: " + problem.getMessage(), problem);
        } catch (RuntimeException problem) {
            OnnxFile.closed(session);
            throw problem;
        }
    }

    private long[] latents(NodeInfo only) {
        if (only.getInfo() instanceof TensorInfo info && info.type == OnnxJavaType.FLOAT) {
            long[] dims = info.getShape();
            boolean maps = dims.length == 4 && dims[2] == 1 && dims[3] == 1;
            if (dims.length == 2 || maps) {
                return dims;
            }
        }
        throw unusable("its input is " + form(only) + ", and floats [N,size] or [N,size,1,1] are needed");
    }

    private int size(NodeInfo only) {
        if (shape[1] > 0) {
            return Math.toIntExact(shape[1]);
        }
        String noted = notes.getOrDefault(SIZE, "");
        if (!noted.matches("[1-9]\\d{0,8}")) {
            throw unusable("its input is " + form(only) + ", whose size is open, and the metadata tell no " + SIZE);
        }
        return Integer.parseInt(noted);
    }

    private static String form(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo info
                ? info.type + " " + Arrays.toString(info.getShape()).replace("-1", "N")
                : String.valueOf(node.getInfo());
    }

    private IllegalArgumentException unusable(String what) {
        return new IllegalArgumentException(file + " is no generator of latents alone: " + what
                + "; export it with one input, latents [N,size], and one output, images [N,C,H,W] or vectors [N,D]");
    }

    /** Returns the number of rows to compute at once: the only one that is possible, if the file fixes it. */
    private int rows(int usual) {
        return shape[0] > 0 ? Math.toIntExact(shape[0]) : usual;
    }

    @Override
    public int latents() {
        return size;
    }

    @Override
    public Shape sample() {
        return sample;
    }

    @Override
    public Map<String, String> notes() {
        return Map.copyOf(notes);
    }

    @Override
    public TensorData compute(TensorData latents) {
        List<TensorData> parts = new ArrayList<>();
        int all = latents.shape().dim(0);
        int batch = rows(ANY_BATCH);
        for (int from = 0; from < all; from += batch) {
            int count = Math.min(batch, all - from);
            TensorData part = latents.rows(from, from + count);
            parts.add(run(shape[0] > 0 ? part.padded(batch) : part).rows(0, count));
        }
        return TensorData.joined(parts);
    }

    /** Computes all rows at once. */
    private TensorData run(TensorData latents) {
        long rows = latents.shape().dim(0);
        long[] fed = shape.length == 2 ? new long[] {rows, size} : new long[] {rows, size, 1, 1};
        try (OnnxTensor tensor = OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(), FloatBuffer.wrap(latents.toFloats()), fed);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            if (!(result.get(0) instanceof OnnxTensor samples) || samples.getInfo().type != OnnxJavaType.FLOAT) {
                throw unusable("its output is " + result.get(0).getType() + ", and floats are needed");
            }
            long[] dims = samples.getInfo().getShape();
            if (dims.length != 2 && dims.length != 4 || dims[0] != rows) {
                throw unusable("its output for " + rows + (rows == 1 ? " row" : " rows") + " of latents has the shape "
                        + Arrays.toString(dims));
            }
            FloatBuffer buffer = samples.getFloatBuffer();
            float[] values = new float[buffer.remaining()];
            buffer.get(values);
            return TensorData.of(values, Shape.of(dims));
        } catch (OrtException problem) {
            throw new IllegalArgumentException(
                    file + " cannot compute samples of latents " + Arrays.toString(fed) + ": " + problem.getMessage()
                            + "; export it again, for any number of rows",
                    problem);
        }
    }

    @Override
    public void close() {
        OnnxFile.closed(session);
    }
}
