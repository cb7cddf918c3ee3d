package org.gan4j.tensor.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class NormsTest {
    @Test
    void powerIterationFindsTheLargestSingularValueAndItsGradient() {
        Tensor weights = Tensor.of(new double[] {3, 0, 0, 0, 0, -2}, 2, 3);
        Tensor u = Tensor.of(new double[] {1, 1}, 2);
        Norms.Spectral spectral = null;
        for (int i = 0; i < 40; i++) {
            spectral = Norms.spectral(weights, u, 1e-12);
            u = Tensor.of(spectral.u().evaluate());
        }
        assertThat(spectral.sigma().evaluate().item()).isCloseTo(3, Offset.offset(1e-12));
        assertThat(Gradients.of(spectral.sigma(), weights).toDoubles())
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(1, 0, 0, 0, 0, 0);
    }

    @Test
    void spectralNeedsAsManyNumbersAsRows() {
        assertThatThrownBy(() -> Norms.spectral(Tensor.zeros(4, 3), Tensor.zeros(3), 1e-12))
                .isInstanceOf(ShapeException.class);
    }

    @Test
    void groupsMustDivideChannels() {
        assertThatThrownBy(() -> Norms.group(Tensor.zeros(1, 4, 2), 3, 1e-5))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("normalizing in 3 groups needs [N, C, ...] with C a multiple of 3; the shape is");
    }

    @Test
    void instancesNeedPlaces() {
        assertThatThrownBy(() -> Norms.instance(Tensor.zeros(2, 4), 1e-5))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("the shape is [2, 4]");
    }

    @Test
    void anAxisThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> Norms.logSumExp(Tensor.zeros(3), 1))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("axis 1 does not exist in [3]");
    }

    @Test
    void sumsOfExponentialsNeitherOverflowNorLoseInfinities() {
        float most = Float.POSITIVE_INFINITY;
        Tensor x = Tensor.of(new float[] {1000, 1000, -1000, -1000, -most, -most, most, 0, -most, 2}, 5, 2);
        float log2 = (float) Math.log(2);
        assertThat(Norms.logSumExp(x, 1).toFloats())
                .usingComparatorWithPrecision(1e-4f)
                .containsExactly(1000 + log2, -1000 + log2, -most, most, 2);
    }
}
