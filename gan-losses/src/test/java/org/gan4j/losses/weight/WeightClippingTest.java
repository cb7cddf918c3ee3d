package org.gan4j.losses.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.junit.jupiter.api.Test;

class WeightClippingTest {
    @Test
    void holdsEachWeightWithinTheBound() {
        Variable weight = Variable.of("weight", Tensor.zeros(4));
        Tensor updated = Tensor.of(new float[] {-3, -0.005f, 0.01f, 0.5f});
        assertThat(new WeightClipping(0.01).project(weight, updated).toFloats())
                .containsExactly(-0.01f, -0.005f, 0.01f, 0.01f);
    }

    @Test
    void refusesABoundOfZero() {
        assertThatThrownBy(() -> new WeightClipping(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0, not 0.0");
    }
}
