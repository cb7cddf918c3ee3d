package org.gan4j.tensor.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PoolingTest {
    private static final Windows SEQUENCE = Windows.over(1);

    @Test
    void paddingCountsAsZeroInAMeanAndNeverIsTheMaximum() {
        Tensor x = Tensor.of(new float[] {-1, -2, -3}, 1, 1, 3);
        Windows windows = SEQUENCE.stride(2).padding(1);
        assertThat(Pooling.average(x, windows, 2).toFloats()).containsExactly(-0.5f, -2.5f);
        assertThat(Pooling.max(x, windows, 2).toFloats()).containsExactly(-1, -2);
    }

    @Test
    void tiedMaximaShareTheGradient() {
        Tensor x = Tensor.of(new float[] {2, 2, 1}, 1, 1, 3);
        assertThat(Gradients.of(Pooling.max(x, SEQUENCE, 3), x).toFloats()).containsExactly(0.5f, 0.5f, 0);
    }

    @Test
    void rankMustBeThatOfTheWindow() {
        assertThatThrownBy(() -> Pooling.max2d(Tensor.zeros(1, 2, 5), 2))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("pooling over 2 spatial axes needs a tensor of rank 4");
    }

    @Test
    void aWindowThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> Pooling.average2d(Tensor.zeros(1, 2, 5, 3), 4))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("a window of 4, dilated by 1, does not fit into 3");
    }

    @Test
    void paddingOfMoreThanHalfAWindowIsRefused() {
        assertThatThrownBy(() -> Pooling.max(Tensor.zeros(1, 2, 5), SEQUENCE.padding(2), 3))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("padding of 2 is more than half of a pooling window of 3");
    }

    @Test
    void theWindowHasOneSizeOrOneForEachAxis() {
        assertThatThrownBy(() -> Pooling.max(Tensor.zeros(1, 2, 5, 5, 5), Windows.over(3), 3, 2))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("a window over 3 spatial axes needs one size or one for each; these are [3, 2]");
        assertThatThrownBy(() -> Pooling.average(Tensor.zeros(1, 2, 5), SEQUENCE))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("these are []");
    }

    @Test
    void averageAllNeedsPlaces() {
        assertThatThrownBy(() -> Pooling.averageAll(Tensor.zeros(4, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining(
                        "averageAll needs spatial axes to average over, [N, C, ...]; the shape is [4, 2]");
    }
}
