package org.gan4j.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** The output of make_score_oracle.py, and features that are made up here. */
public final class ScoreOracle {
    private static final double DIVISOR = 8;

    private ScoreOracle() {}

    public static JsonNode read() {
        try (InputStream in = ScoreOracle.class.getResourceAsStream("score-oracle.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Returns the expected numbers of each set of features of {@link MetricsOracle}. */
    public static Stream<JsonNode> sets() {
        return StreamSupport.stream(read().get("sets").spliterator(), false);
    }

    /** Returns the features that the numbers of a set belong to. */
    public static MetricInput features(JsonNode expected) {
        JsonNode set = MetricsOracle.read()
                .sets()
                .filter(one -> one.get("name").equals(expected.get("name")))
                .findFirst()
                .orElseThrow();
        return MetricInput.of(
                MetricsOracle.matrix(set.get("real"), DIVISOR), MetricsOracle.matrix(set.get("fake"), DIVISOR));
    }

    /** Returns normal vectors around (mean, mean, ...). */
    public static TensorData normals(String stream, int count, int width, double mean, double deviation) {
        float[] values = new float[count * width];
        new Philox(5, stream, 0).normals(0, values, values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean + deviation * values[i]);
        }
        return TensorData.of(values, Shape.of(count, width));
    }

    /** Returns the mean stated error of a result, divided by its real standard deviation over other samples. */
    public static double statedOverRealError(Metric metric, String result, int repeats, int count, double shift) {
        double sum = 0;
        double squares = 0;
        double errors = 0;
        for (int i = 0; i < repeats; i++) {
            var values = metric.measure(
                    normals("real" + i, count, 8, 0, 1), normals("fake" + i, count, 8, shift, 1 + shift));
            double value = values.get(result);
            sum += value / repeats;
            squares += value * value / repeats;
            errors += values.get(result + ".error") / repeats;
        }
        return errors / Math.sqrt((squares - sum * sum) * repeats / (repeats - 1));
    }
}
