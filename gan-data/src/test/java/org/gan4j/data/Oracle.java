package org.gan4j.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** The expected numbers that {@code src/test/oracle/make_data_oracles.py} computed. */
public final class Oracle {
    private Oracle() {}

    public static JsonNode read(String file) {
        try (InputStream in = Oracle.class.getResourceAsStream(file)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Returns one of the arrays in transforms.json. */
    public static TensorData array(String name) {
        JsonNode array = read("transforms.json").get(name);
        long[] dims = new long[array.get("shape").size()];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = array.get("shape").get(i).asLong();
        }
        float[] values = new float[array.get("values").size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) array.get("values").get(i).asDouble();
        }
        return TensorData.of(values, Shape.of(dims));
    }
}
