package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gan4j.api.training.TrainingHistory;
import org.junit.jupiter.api.Test;

class GradientNoiseScaleTest {
    @Test
    void exactMeansGiveTheExactScale() {
        // |G|² = 4 and tr(Σ) = 64: 4 + 64/16 = 8 for parts, 4 + 64/64 = 5 for batches
        GradientNoiseScale scale = GradientNoiseScale.of(16, 64, 8, 5);
        assertThat(scale.signal()).isCloseTo(4, within(1e-12));
        assertThat(scale.noise()).isCloseTo(64, within(1e-12));
        assertThat(scale.scale()).isCloseTo(16, within(1e-12));
    }

    @Test
    void normsOfManyStepsEstimateAKnownScale() {
        // gradients of one sample: mean (3, 4), so |G|² = 25; deviations 5 and 10, so tr(Σ) = 125 and the scale 5
        Random random = new Random(1);
        List<TrainingHistory.Step> steps = new ArrayList<>();
        for (int step = 1; step <= 20_000; step++) {
            double[] batch = new double[2];
            double squares = 0;
            for (int part = 0; part < 4; part++) {
                // the mean of 8 samples
                double x = 3 + 5 * random.nextGaussian() / Math.sqrt(8);
                double y = 4 + 10 * random.nextGaussian() / Math.sqrt(8);
                squares += x * x + y * y;
                batch[0] += x / 4;
                batch[1] += y / 4;
            }
            steps.add(new TrainingHistory.Step(
                    step,
                    Map.of("gradient-part.x", Math.sqrt(squares / 4), "gradient.x", Math.hypot(batch[0], batch[1]))));
        }
        GradientNoiseScale scale = GradientNoiseScale.of(8, 32, new TrainingHistory(steps), "x");
        assertThat(scale.signal()).isCloseTo(25, within(0.5));
        assertThat(scale.noise()).isCloseTo(125, within(3.0));
        assertThat(scale.scale()).isCloseTo(5, within(0.2));
    }

    @Test
    void partsMustBeSmallerThanTheBatch() {
        assertThatThrownBy(() -> GradientNoiseScale.of(64, 64, 8, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the parts have 64 samples and the batches 64: the noise scale needs parts of at least 1"
                        + " sample that are smaller than the batch");
        assertThatThrownBy(() -> GradientNoiseScale.of(8, 64, TrainingHistory.none(), "critic"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the training has no metric gradient-part.critic: train with an accumulation above 1, and name"
                                + " one of its players");
    }
}
