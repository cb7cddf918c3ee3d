package org.gan4j.losses.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.testkit.GradientCheck;
import org.junit.jupiter.api.Test;

class R1Test {
    private static final Tensor REAL = Tensor.of(new double[] {1, 2, -1, 3}, 2, 2);

    private static RegularizerContext context(Tensor weights, Tensor real) {
        return RegularizerContext.of(x -> x.square().matmul(weights), real, Tensor.full(0, 2, 2), RandomKey.of(1));
    }

    @Test
    void isHalfTheMeanSquaredNormOfTheGradientAtRealSamples() {
        // f(x) = Σ wᵢ xᵢ² has the gradient 2 wᵢ xᵢ: (2, 8) and (-2, 12)
        Tensor weights = Tensor.of(new double[] {1, 2}, 2);
        double expected = 10.0 / 2 * ((4 + 64) + (4 + 144)) / 2;
        assertThat(R1.of(10)
                        .penalty(context(weights.reshape(2, 1), REAL))
                        .evaluate()
                        .item())
                .isCloseTo(expected, offset(1e-12));
        // with a period of 16 the term is added in every 16th step, 16 times as large
        assertThat(new R1(10, 16)
                        .penalty(context(weights.reshape(2, 1), REAL))
                        .evaluate()
                        .item())
                .isCloseTo(16 * expected, offset(1e-9));
        assertThat(new R1(10, 16).period()).isEqualTo(16);
    }

    @Test
    void isDefinedForScoresOfPatches() {
        // the scores of an image's patches count together: their sum has the gradient 2 x
        RegularizerContext patches =
                RegularizerContext.of(x -> x.square().reshape(2, 1, 1, 2), REAL, REAL, RandomKey.of(1));
        assertThat(R1.of(1).penalty(patches).evaluate().item()).isCloseTo(0.5 * 4 * (1 + 4 + 1 + 9) / 2, offset(1e-12));
    }

    @Test
    void aPackOfSamplesCountsAsOne() {
        // both samples share a score, whose gradient by all their numbers is 2 x
        RegularizerContext packed =
                RegularizerContext.of(x -> x.square().sum().reshape(1), REAL, REAL, RandomKey.of(1));
        assertThat(R1.of(1).penalty(packed).evaluate().item()).isCloseTo(0.5 * 4 * (1 + 4 + 1 + 9), offset(1e-12));
    }

    @Test
    void itsGradientsAgreeWithFiniteDifferences() {
        GradientCheck.of(
                        in -> R1.of(3).penalty(context(in.get(0), in.get(1))),
                        Tensor.of(new double[] {0.5, -1.25}, 2, 1).named("weights"),
                        REAL.named("real"))
                .holds();
    }

    @Test
    void refusesAWeightOrAPeriodOfZero() {
        assertThatThrownBy(() -> new R1(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("r1 needs a weight above 0 and a period of at least 1, not 0.0 and 1");
        assertThatThrownBy(() -> new R1(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
