package org.gan4j.data;

import com.fasterxml.jackson.databind.JsonNode;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** The images that {@code src/test/oracle/make_degraded_oracle.py} computed. */
public final class LevelsOracle {
    private LevelsOracle() {}

    /** Returns an image [1,C,H,W] in [-1, 1]. */
    public static TensorData image(String name) {
        JsonNode array = Oracle.read("degraded.json").get(name);
        int height = array.get("shape").get(0).asInt();
        int width = array.get("shape").get(1).asInt();
        int channels = array.get("shape").size() == 2 ? 1 : 3;
        float[] values = new float[height * width * channels];
        for (int i = 0; i < values.length; i++) {
            int at = i % channels * height * width + i / channels;
            values[at] = (float) (array.get("values").get(i).asDouble() / 127.5 - 1);
        }
        return TensorData.of(values, Shape.of(1, channels, height, width));
    }
}
