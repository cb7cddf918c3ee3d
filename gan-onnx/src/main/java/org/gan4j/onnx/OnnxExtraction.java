package org.gan4j.onnx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.metrics.features.TriangleFilter;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;

/** An extraction by an ONNX file. The engine resizes and scales images; ONNX Runtime computes the network. */
final class OnnxExtraction implements Extraction {
    private static final int USUAL_SIZE = 224;
    private static final int FEATURES_RANK = 2;
    private static final int MAPS_RANK = 4;
    private static final String IMAGES = "images";

    private final Session session;
    private final OnnxFile file;
    private final OnnxFeatures settings;
    private final int size;
    private Shape compiledFor;
    private Program program;

    private OnnxExtraction(Session session, OnnxFile file, OnnxFeatures settings, int size) {
        this.session = session;
        this.file = file;
        this.settings = settings;
        this.size = size;
    }

    static OnnxExtraction open(Engine engine, Path path, OnnxFeatures settings) {
        OnnxFile file = OnnxFile.open(path);
        try {
            file.output(settings.features());
            file.output(settings.probabilities());
            if (settings.size() > 0 && file.size() > 0 && settings.size() != file.size()) {
                throw new IllegalArgumentException(path + " takes images of " + file.size() + "×" + file.size()
                        + ", not of " + settings.size() + "×" + settings.size() + ": leave the size out");
            }
            if (settings.scaling() == Scaling.IMAGENET && file.channels() == 1) {
                throw new IllegalArgumentException(path + " takes gray images, and the scaling IMAGENET is for colors:"
                        + " choose SIGNED, UNIT or BYTES");
            }
            int own = file.size() > 0 ? file.size() : USUAL_SIZE;
            return new OnnxExtraction(engine.open(), file, settings, settings.size() > 0 ? settings.size() : own);
        } catch (RuntimeException problem) {
            file.close();
            throw problem;
        }
    }

    @Override
    public String network() {
        return "onnx " + Path.of(settings.file()).getFileName() + " " + file.output(settings.features())
                + (settings.classifies() ? " and " + settings.probabilities() : "") + ", " + settings.scaling()
                + ", at " + size + "×" + size;
    }

    @Override
    public String weights() {
        return file.digest();
    }

    @Override
    public String resizing() {
        return "triangle filter to " + size + "×" + size;
    }

    @Override
    public Extracted of(TensorData samples) {
        String features = file.output(settings.features());
        List<String> outputs = new ArrayList<>(List.of(features));
        if (settings.classifies() && !features.equals(settings.probabilities())) {
            outputs.add(settings.probabilities());
        }
        List<TensorData> rows = new ArrayList<>();
        List<TensorData> probabilities = new ArrayList<>();
        int batch = file.batch();
        compile(samples.shape().with(0, batch));
        for (int from = 0; from < samples.shape().dim(0); from += batch) {
            int count = Math.min(batch, samples.shape().dim(0) - from);
            TensorData full = samples.rows(from, from + count).padded(batch);
            TensorData scaled = program.run(Map.of(IMAGES, full)).get("scaled");
            Map<String, TensorData> values = file.run(scaled, outputs);
            rows.add(vectors(features, values.get(features)).rows(0, count));
            if (settings.classifies()) {
                probabilities.add(vectors(settings.probabilities(), values.get(settings.probabilities()))
                        .rows(0, count));
            }
        }
        return new Extracted(
                TensorData.joined(rows),
                settings.classifies() ? Optional.of(TensorData.joined(probabilities)) : Optional.empty());
    }

    private static TensorData vectors(String output, TensorData value) {
        int rank = value.shape().rank();
        if (rank == MAPS_RANK) {
            return Tensor.of(value).mean(2, 3).evaluate();
        }
        if (rank != FEATURES_RANK) {
            throw new IllegalArgumentException("the output " + output + " has the shape " + value.shape()
                    + ", and [N,F] or [N,F,h,w] is needed: choose another output");
        }
        return value;
    }

    private void compile(Shape shape) {
        if (shape.equals(compiledFor)) {
            return;
        }
        int channels = file.channels();
        if (shape.dim(1) != channels && shape.dim(1) != 1) {
            throw new IllegalArgumentException("the ONNX file takes gray images, and these have " + shape.dim(1)
                    + " channels: export it for color images");
        }
        Tensor images = Tensor.input(IMAGES, DType.FLOAT, shape.dims());
        Tensor resized = TriangleFilter.resize(images, size, size);
        Tensor scaled =
                settings.scaling().of(resized.broadcastTo(resized.shape().with(1, channels)));
        free();
        program = session.compile(Graph.of(Stage.named("scaling").output("scaled", scaled)));
        compiledFor = shape;
    }

    private void free() {
        if (program != null) {
            program.close();
            program = null;
            compiledFor = null;
        }
    }

    @Override
    public void close() {
        free();
        session.close();
        file.close();
    }
}
