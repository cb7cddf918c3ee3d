package org.gan4j.losses.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DriftTest {
    @Test
    void isTheMeanSquaredScoreOfRealSamples() {
        Tensor real = Tensor.of(new double[] {1, 2, -1, 3}, 2, 2);
        RegularizerContext context = RegularizerContext.of(x -> x.sum(1), real, real.mul(100), RandomKey.of(1));
        assertThat(Drift.standard().penalty(context).evaluate().item()).isCloseTo(1e-3 * (9 + 4) / 2, offset(1e-15));
        assertThat(new Drift(0.5, 4).penalty(context).evaluate().item()).isCloseTo(4 * 0.5 * 13 / 2, offset(1e-12));
    }

    @Test
    void refusesWeightsThatAreNone() {
        assertThatThrownBy(() -> new Drift(0, 1)).hasMessageContaining("drift needs a weight above 0");
    }
}
