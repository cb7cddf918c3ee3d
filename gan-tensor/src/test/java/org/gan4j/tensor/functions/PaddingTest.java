package org.gan4j.tensor.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PaddingTest {
    private final Tensor x = Tensor.of(new float[] {1, 2, 3}, 3);

    @Test
    void eachKindFillsInItsOwnWay() {
        assertThat(Padding.constant(x, 0, 2, 1, 7).toFloats()).containsExactly(7, 7, 1, 2, 3, 7);
        assertThat(Padding.reflect(x, 0, 2, 1).toFloats()).containsExactly(3, 2, 1, 2, 3, 2);
        assertThat(Padding.replicate(x, 0, 2, 1).toFloats()).containsExactly(1, 1, 1, 2, 3, 3);
    }

    @Test
    void reflectionNeedsMoreElementsThanItAdds() {
        assertThatThrownBy(() -> Padding.reflect(x, -1, 1, 5))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("reflection by 1 and 5 needs more than 5 elements along axis -1 of [3]");
    }

    @Test
    void nothingCannotBeRepeated() {
        assertThatThrownBy(() -> Padding.replicate(Tensor.zeros(2, 0), 1, 1, 0))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("nothing to repeat along axis 1 of [2, 0]");
    }

    @Test
    void negativePaddingIsRefused() {
        String sentence = "padding must be at least 0; this is -1 and 2: slice instead";
        assertThatThrownBy(() -> Padding.constant(x, 0, -1, 2, 1)).hasMessageContaining(sentence);
        assertThatThrownBy(() -> Padding.reflect(x, 0, -1, 2)).hasMessageContaining(sentence);
        assertThatThrownBy(() -> Padding.replicate(x, 0, -1, 2))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void anAxisThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> Padding.reflect(x, 2, 1, 1))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("axis 2 does not exist in [3]");
    }
}
