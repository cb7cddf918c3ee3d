package org.gan4j.metrics.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;

/** A running {@link Reduction} of samples of one shape. Like its session, it must be used by one thread at a time. */
public final class ReducedSamples implements AutoCloseable {
    private static final int BATCH = 100;
    private static final String SAMPLES = "samples";

    private final Reduction reduction;
    private final Shape shape;
    private final Program program;

    /**
     * Creates a reduction.
     *
     * @param session the session that computes; it stays open when this is closed
     * @param sample the shape of a sample
     * @param longest the longest side of images after it
     */
    public ReducedSamples(Session session, Shape sample, int longest) {
        reduction = Reduction.of(sample, longest);
        shape = reduction.of(sample);
        program = reduction.changes() ? session.compile(graph(sample)) : null;
    }

    private Graph graph(Shape sample) {
        Tensor samples = Tensor.input(SAMPLES, DType.FLOAT, BATCH, sample.dim(0), sample.dim(1), sample.dim(2));
        return Graph.of(Stage.named("reduction").output("reduced", reduction.of(samples)));
    }

    /** Returns the shape of a sample after it. */
    public Shape shape() {
        return shape;
    }

    /** Reduces samples [N, ...]; they stay as they are if they are no images, or small ones. */
    public TensorData of(TensorData samples) {
        int count = samples.shape().dim(0);
        if (program == null || count == 0) {
            return samples;
        }
        List<TensorData> parts = new ArrayList<>();
        for (int from = 0; from < count; from += BATCH) {
            int rows = Math.min(BATCH, count - from);
            TensorData full = samples.rows(from, from + rows).padded(BATCH);
            parts.add(program.run(Map.of(SAMPLES, full)).get("reduced").rows(0, rows));
        }
        return TensorData.joined(parts);
    }

    /** Returns a few words for reports, such as "triangle filter to 32×32". */
    @Override
    public String toString() {
        return reduction.toString();
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
        }
    }
}
