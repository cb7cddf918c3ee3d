package org.gan4j.losses.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.testkit.GradientCheck;
import org.junit.jupiter.api.Test;

class InstanceNoiseTest {
    private static final Tensor SCORES = Tensor.zeros(4);

    @Test
    void fadesLinearlyToZeroAndStaysThere() {
        InstanceNoise noise = new InstanceNoise(0.5, 4);
        assertThat(noise.initialStrength()).hasValue(1);
        double strength = 1;
        for (double expected : new double[] {0.75, 0.5, 0.25, 0, 0}) {
            strength =
                    noise.next(Tensor.full(strength), SCORES, SCORES).evaluate().item();
            assertThat(strength).isEqualTo(expected);
        }
    }

    @Test
    void roundingErrorsDoNotAddUp() {
        InstanceNoise noise = new InstanceNoise(0.5, 1000);
        double strength = 1;
        for (int update = 1; update <= 1000; update++) {
            strength =
                    noise.next(Tensor.full(strength), SCORES, SCORES).evaluate().item();
            assertThat(strength).isEqualTo((double) ((1000 - update) / 1000f));
        }
    }

    @Test
    void withoutAnEndItHasNoState() {
        assertThat(new InstanceNoise(0.5, 0).initialStrength()).isEmpty();
    }

    @Test
    void addsNoiseOfTheDeviationTimesTheStrength() {
        Tensor samples = Tensor.full(3, 100, 100);
        double[] noise = new InstanceNoise(0.5, 10)
                .apply(samples, RandomKey.of(7), Tensor.full(0.5))
                .sub(3)
                .toDoubles();
        double mean = 0;
        double square = 0;
        for (double each : noise) {
            mean += each / noise.length;
            square += each * each / noise.length;
        }
        // the standard errors are 0.0025 and 0.0018
        assertThat(mean).isEqualTo(0, within(0.01));
        assertThat(Math.sqrt(square)).isEqualTo(0.25, within(0.008));
        assertThat(noise).doesNotHaveDuplicates();
        Tensor images = RandomKey.of(1).normal(2, 3, 4, 4);
        assertThat(new InstanceNoise(0.5, 10)
                        .apply(images, RandomKey.of(7), Tensor.full(0))
                        .evaluate())
                .isEqualTo(images.evaluate());
    }

    @Test
    void itsGradientsAgreeWithFiniteDifferences() {
        Tensor samples = RandomKey.of(4).normal(3, 2).cast(DType.DOUBLE);
        GradientCheck.of(
                        in -> new InstanceNoise(0.5, 10)
                                .apply(in.get(0), RandomKey.of(5), Tensor.full(0.5))
                                .pow(3)
                                .mean(),
                        samples.named("samples"))
                .order(2)
                .holds();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> new InstanceNoise(0, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0.0; choose one such as 0.1");
        assertThatThrownBy(() -> new InstanceNoise(0.1, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("updates, not -1; choose the length of the training");
    }
}
