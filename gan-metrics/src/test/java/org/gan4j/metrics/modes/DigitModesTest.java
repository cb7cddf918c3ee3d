package org.gan4j.metrics.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
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
    void aModeIsATripleOfDigitsInTheOrderOfTheChannels() {
        // every digit in every channel, ten times as often as the smoothing adds
        int[] data = new int[3 * 100];
        for (int i = 0; i < data.length; i++) {
            data[i] = i / 3 % 10;
        }
        Map<String, Double> values = DigitModes.counted(data, new int[] {1, 2, 3, 3, 2, 1, 1, 2, 3, 0, 0, 9});
        assertThat(values).containsEntry("digit-modes", 3.0);
        // shares 1/2, 1/4 and 1/4 of three of a thousand equal modes
        double expected = 0.5 * Math.log(500) + 0.5 * Math.log(250);
        assertThat(values.get("digit-reverse-kl")).isCloseTo(expected, within(1e-9));
    }

    @Test
    void theDivergenceComparesWithTheSharesOfTheDataInEachChannel() {
        // nine of ten images have 7 in the first channel, and nothing but 0 in the others
        int[] data = new int[3 * 990];
        for (int i = 0; i < 990; i++) {
            data[3 * i] = i % 10 == 0 ? 1 : 7;
        }
        double first = (891 + 1) / 1000.0;
        double others = (990 + 1) / 1000.0;
        Map<String, Double> values = DigitModes.counted(data, new int[] {7, 0, 0});
        assertThat(values.get("digit-reverse-kl")).isCloseTo(-Math.log(first * others * others), within(1e-9));
    }

    @Test
    void measuresTheDivergenceInNats() {
        int[] counts = {3, 1, 0, 0};
        double[] data = {0.25, 0.25, 0.25, 0.25};
        assertThat(ModeCounts.covered(counts)).isEqualTo(2);
        assertThat(ModeCounts.reverseKl(counts, data)).isCloseTo(0.75 * Math.log(3), within(1e-12));
    }
}
