package org.gan4j.metrics.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class DigitModesTest {
    private static final int PIXELS = 28 * 28;

    @Test
    void theClassifierComputesWhatPyTorchComputes() throws IOException {
        try (InputStream in = DigitModesTest.class.getResourceAsStream("digit-classifier.json")) {
            JsonNode expected = new ObjectMapper().readTree(in).get("waves");
            float[] waves = new float[2 * PIXELS];
            for (int i = 0; i < waves.length; i++) {
                waves[i] = (float) Math.sin(i * 0.05);
            }
            for (int image = 0; image < 2; image++) {
                float[] logits = DigitClassifier.pretrained().logits(waves, image * PIXELS);
                for (int i = 0; i < logits.length; i++) {
                    assertThat(logits[i])
                            .isCloseTo((float) expected.get(image).get(i).asDouble(), within(2e-4f));
                }
            }
        }
    }

    @Test
    void findsNothingInImagesThatAreNoDigits() {
        TensorData gray = TensorData.of(new float[4 * 3 * PIXELS], Shape.of(4, 3, 28, 28));
        assertThat(new DigitModes().measure(gray, gray)).isEmpty();
    }

    @Test
    void measuresTheDivergenceInNats() {
        int[] counts = {3, 1, 0, 0};
        double[] data = {0.25, 0.25, 0.25, 0.25};
        assertThat(ModeCounts.covered(counts)).isEqualTo(2);
        assertThat(ModeCounts.reverseKl(counts, data)).isCloseTo(0.75 * Math.log(3), within(1e-12));
    }
}
