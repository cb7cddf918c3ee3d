package org.gan4j.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** The output of make_metrics_oracle.py. */
public record MetricsOracle(JsonNode json) {
    public static MetricsOracle read() {
        try (InputStream in = MetricsOracle.class.getResourceAsStream("metrics-oracle.json")) {
            return new MetricsOracle(new ObjectMapper().readTree(in));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public Stream<JsonNode> sets() {
        return stream(json.get("sets"));
    }

    public Stream<JsonNode> resized() {
        return stream(json.get("resized"));
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** A list of lists, divided by a number. */
    public static TensorData matrix(JsonNode rows, double divisor) {
        int width = rows.get(0).size();
        double[] values = new double[rows.size() * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i / width).get(i % width).asDouble() / divisor;
        }
        return TensorData.of(DType.DOUBLE, values, Shape.of(rows.size(), width));
    }
}
