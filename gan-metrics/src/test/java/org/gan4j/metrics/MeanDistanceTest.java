package org.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class MeanDistanceTest {
    @Test
    void isTheEuclideanDistanceOfTheMeans() {
        TensorData real = TensorData.of(new float[] {0, 0, 2, 4}, Shape.of(2, 2));
        TensorData fake = TensorData.of(new float[] {4, 6}, Shape.of(1, 2));
        // the means are (1, 2) and (4, 6)
        assertThat(new MeanDistance().measure(real, fake)).containsExactly(Map.entry("mean-distance", 5.0));
    }
}
