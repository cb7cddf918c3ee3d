package org.gan4j.metrics.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import org.gan4j.metrics.MetricsOracle;
import org.gan4j.tensor.TensorData;

/** The output of make_privacy_oracle.py. */
public record PrivacyOracle(JsonNode json) {
    public static PrivacyOracle read() {
        try (InputStream in = PrivacyOracle.class.getResourceAsStream("privacy-oracle.json")) {
            return new PrivacyOracle(new ObjectMapper().readTree(in));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public PrivacySets sets() {
        return new PrivacySets(matrix("training"), matrix("heldOut"), matrix("samples"));
    }

    public TensorData matrix(String name) {
        return MetricsOracle.matrix(json.get(name), 1);
    }

    public double number(String name) {
        return json.get(name).asDouble();
    }

    public double[] numbers(String name) {
        return IntStream.range(0, json.get(name).size())
                .mapToDouble(i -> json.get(name).get(i).asDouble())
                .toArray();
    }
}
