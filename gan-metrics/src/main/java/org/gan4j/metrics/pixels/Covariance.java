package org.gan4j.metrics.pixels;

import java.util.Arrays;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;

/**
 * The mean and the covariance of samples in memory. The engine multiplies, since 3,072 pixels make nine million pairs.
 */
final class Covariance {
    private static final int BATCH = 500;
    private static final String ROWS = "rows";

    private Covariance() {}

    static double[] mean(float[][] rows) {
        double[] mean = new double[rows[0].length];
        for (float[] row : rows) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += row[k] / (double) rows.length;
            }
        }
        return mean;
    }

    /** Returns the covariance, Σ (x − mean)(x − mean)ᵀ / (n − 1). */
    static DMatrixRMaj of(Session session, float[][] rows, double... mean) {
        int width = mean.length;
        Variable sum = Variable.of("pixels/scatter", Tensor.zeros(width, width));
        Tensor centered = Tensor.input(ROWS, DType.FLOAT, BATCH, width);
        Stage stage = Stage.named("scatter").assign(sum, sum.value().add(centered.matmul(centered, true, false)));
        try (Program program = session.compile(Graph.of(stage))) {
            for (int from = 0; from < rows.length; from += BATCH) {
                // rows of zeros, which pad the last batch, add nothing
                float[] batch = new float[BATCH * width];
                for (int i = from; i < Math.min(rows.length, from + BATCH); i++) {
                    for (int k = 0; k < width; k++) {
                        batch[(i - from) * width + k] = (float) (rows[i][k] - mean[k]);
                    }
                }
                program.run(Map.of(ROWS, TensorData.of(batch, centered.shape())));
            }
        }
        double[] scatter = session.get(sum).toDoubles();
        return new DMatrixRMaj(
                width,
                width,
                true,
                Arrays.stream(scatter).map(each -> each / (rows.length - 1)).toArray());
    }
}
