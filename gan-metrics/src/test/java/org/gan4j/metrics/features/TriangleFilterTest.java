package org.gan4j.metrics.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.gan4j.metrics.MetricsOracle;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TriangleFilterTest {
    static Stream<JsonNode> resized() {
        return MetricsOracle.read().resized();
    }

    @ParameterizedTest
    @MethodSource("resized")
    void imagesAreResizedAsByPil(JsonNode known) {
        TensorData from = MetricsOracle.matrix(known.get("from"), 1);
        TensorData to = MetricsOracle.matrix(known.get("to"), 1);
        Tensor image =
                Tensor.of(from).reshape(1, 1, from.shape().dim(0), from.shape().dim(1));
        Tensor resized =
                TriangleFilter.resize(image, to.shape().dim(0), to.shape().dim(1));
        assertThat(resized.toDoubles()).containsExactly(to.toDoubles(), offset(1e-6));
    }

    @Test
    void theSameSizeIsTheSameImage() {
        Tensor image = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 1, 1, 2, 3);
        assertThat(TriangleFilter.resize(image, 2, 3)).isSameAs(image);
    }

    @Test
    void imagesAndChannelsDoNotMix() {
        Tensor image = Tensor.of(new float[] {0, 1, 2, 3}, 2, 2, 1, 1).broadcastTo(2, 2, 5, 4);
        Tensor resized = TriangleFilter.resize(image, 3, 8);
        Tensor expected = Tensor.of(new float[] {0, 1, 2, 3}, 2, 2, 1, 1).broadcastTo(2, 2, 3, 8);
        assertThat(resized.sub(expected).abs().max().toDoubles()[0]).isLessThan(1e-6);
    }
}
