package org.gan4j.tensor.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SamplingTest {
    private final RandomKey key = RandomKey.of(5).child("draws");

    @Test
    void theGradientOfAHardDrawIsThatOfTheSoftOne() {
        Tensor logits = Tensor.of(new double[] {0.5, -1, 2, 0, 1, -0.5}, 2, 3);
        Tensor weights = Tensor.of(new double[] {3, -1, 2}, 3);
        Tensor hard = Sampling.gumbelSoftmax(logits, 0.8, true, key).mul(weights);
        Tensor soft = Sampling.gumbelSoftmax(logits, 0.8, false, key).mul(weights);
        assertThat(Gradients.of(hard, logits).toDoubles())
                .containsExactly(Gradients.of(soft, logits).toDoubles());
    }

    @Test
    void whatIsMaskedIsNeverDrawn() {
        float never = Float.NEGATIVE_INFINITY;
        Tensor logits = Tensor.of(new float[] {never, 0, never}, 3).broadcastTo(100, 3);
        assertThat(Sampling.categorical(logits, key).evaluate().toDoubles()).containsOnly(1);
    }

    @Test
    void drawsHaveTheTypeOfTheLogits() {
        Tensor logits = Tensor.full(DType.DOUBLE, 0, 2, 3);
        assertThat(Sampling.gumbelSoftmax(logits, 1, false, key).dtype()).isEqualTo(DType.DOUBLE);
        assertThat(Sampling.gumbelSoftmax(logits.cast(DType.FLOAT), 1, true, key)
                        .dtype())
                .isEqualTo(DType.FLOAT);
        assertThat(Sampling.categorical(logits, key).dtype()).isEqualTo(DType.INT);
    }

    @Test
    void aScalarHasNoCategories() {
        assertThatThrownBy(() -> Sampling.categorical(Tensor.scalar(1), key))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("axis -1 does not exist");
    }

    @Test
    void temperaturesAreAboveZero() {
        assertThatThrownBy(() -> Sampling.gumbelSoftmax(Tensor.zeros(2, 3), 0, false, key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a temperature must be above 0, not 0.0");
    }
}
