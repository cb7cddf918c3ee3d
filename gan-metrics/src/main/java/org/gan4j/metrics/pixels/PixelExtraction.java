package org.gan4j.metrics.pixels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.metrics.features.RandomRows;
import org.gan4j.metrics.features.ReducedSamples;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.tensor.io.Safetensors;

/** The projection of reduced samples to principal components. */
final class PixelExtraction implements Extraction {
    private static final long SEED = 1;
    private static final int READ = 200;
    private static final int BATCH = 100;

    private final Session session;
    private final ReducedSamples reduced;
    private final Program program;
    private final String network;
    private final String weights;

    private PixelExtraction(Session session, ReducedSamples reduced, Program program, String network, String weights) {
        this.session = session;
        this.reduced = reduced;
        this.program = program;
        this.network = network;
        this.weights = weights;
    }

    /**
     * Computes the components.
     *
     * @throws IllegalArgumentException if there are fewer than two samples, if all are equal, or if one is not finite
     */
    static PixelExtraction open(Engine engine, LearningData data, PixelFeatures settings) {
        Session session = engine.open();
        try {
            ReducedSamples reduced = new ReducedSamples(session, data.field().shape(), settings.size());
            if (!data.field().isImage() && reduced.shape().size() <= settings.components() && !settings.whitened()) {
                return new PixelExtraction(
                        session, reduced, null, "the " + reduced.shape().size() + " numbers themselves", "none");
            }
            return projected(session, reduced, read(data, reduced, settings.samples()), settings);
        } catch (RuntimeException problem) {
            session.close();
            throw problem;
        }
    }

    private static PixelExtraction projected(
            Session session, ReducedSamples reduced, float[][] rows, PixelFeatures settings) {
        double[] mean = Covariance.mean(rows);
        // n samples differ in n − 1 directions at most
        int most = Math.min(settings.components(), rows.length - 1);
        Projection projection = PrincipalComponents.of(Covariance.of(session, rows, mean), most);
        int count = projection.variances().length;
        if (count == 0) {
            throw new IllegalArgumentException("pixels need samples that differ, and all " + rows.length
                    + " are equal: check the data, or choose another extractor, such as mobilenet-v2");
        }
        double[] divisors = Arrays.stream(projection.variances())
                .map(variance -> settings.whitened() ? Math.sqrt(variance) : 1)
                .toArray();
        int width = mean.length;
        TensorData middle = TensorData.of(DType.FLOAT, mean, Shape.of(width));
        TensorData directions = TensorData.of(projection.directions(divisors), Shape.of(width, count));
        Tensor features = Tensor.input("rows", DType.FLOAT, BATCH, width)
                .sub(Tensor.of(middle))
                .matmul(Tensor.of(directions));
        String network = String.format(
                Locale.ROOT,
                "%d %sprincipal %s of %s, %.1f %% of the variance of %d samples",
                count,
                settings.whitened() ? "whitened " : "",
                count == 1 ? "component" : "components",
                reduced.shape().rank() == 1 ? "vectors" : "pixels",
                100 * projection.share(),
                rows.length);
        return new PixelExtraction(
                session,
                reduced,
                session.compile(Graph.of(Stage.named("components").output("features", features))),
                network,
                new Safetensors(Map.of("mean", middle, "directions", directions), Map.of()).digest());
    }

    private static float[][] read(LearningData data, ReducedSamples reduced, int most) {
        if (data.size() < 2) {
            throw new IllegalArgumentException("pixels need at least 2 samples to learn from; there are " + data.size()
                    + ": use more data, or another extractor, such as mobilenet-v2");
        }
        int[] chosen = RandomRows.of(data.size(), Math.min(data.size(), most), SEED);
        float[][] rows = new float[chosen.length][];
        for (int from = 0; from < chosen.length; from += READ) {
            int[] indices = Arrays.copyOfRange(chosen, from, Math.min(chosen.length, from + READ));
            TensorData part = reduced.of(data.samples(indices));
            for (int i = 0; i < indices.length; i++) {
                rows[from + i] = finite(part.rows(i, i + 1).toFloats(), indices[i]);
            }
        }
        return rows;
    }

    private static float[] finite(float[] row, int index) {
        for (float value : row) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("sample " + index + " of the data has the number " + value
                        + ", and pixels need finite ones: check the sample");
            }
        }
        return row;
    }

    @Override
    public String network() {
        return network;
    }

    @Override
    public String weights() {
        return weights;
    }

    @Override
    public String resizing() {
        return reduced.toString();
    }

    @Override
    public Extracted of(TensorData samples) {
        TensorData small = reduced.of(samples);
        if (program == null) {
            return Extracted.of(small);
        }
        int count = small.shape().dim(0);
        int width = reduced.shape().size();
        List<TensorData> features = new ArrayList<>();
        for (int from = 0; from < count; from += BATCH) {
            int rows = Math.min(BATCH, count - from);
            float[] part = small.rows(from, from + rows).padded(BATCH).toFloats();
            features.add(program.run(Map.of("rows", TensorData.of(part, Shape.of(BATCH, width))))
                    .get("features")
                    .rows(0, rows));
        }
        return Extracted.of(TensorData.joined(features));
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
        }
        reduced.close();
        session.close();
    }
}
