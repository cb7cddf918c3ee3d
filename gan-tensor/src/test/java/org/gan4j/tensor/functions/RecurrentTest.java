package org.gan4j.tensor.functions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Recurrent.LstmState;
import org.junit.jupiter.api.Test;

class RecurrentTest {
    private final Tensor x = Tensor.zeros(2, 3);
    private final Tensor h = Tensor.zeros(2, 4);

    @Test
    void anLstmNeedsWeightsForFourGates() {
        LstmState state = new LstmState(h, h);
        assertThatThrownBy(() -> Recurrent.lstm(x, state, Tensor.zeros(12, 3), Tensor.zeros(12, 4), Tensor.zeros(12)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("parts [4, 4, 4, 4] do not make up axis 1 of [2, 12]");
    }

    @Test
    void aGruNeedsWeightsForThreeGates() {
        assertThatThrownBy(() -> Recurrent.gru(
                        x, h, Tensor.zeros(16, 3), Tensor.zeros(16, 4), Tensor.zeros(16), Tensor.zeros(16)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("parts [4, 4, 4] do not make up axis 1 of [2, 16]");
    }

    @Test
    void weightsMustFitTheInput() {
        assertThatThrownBy(() -> Recurrent.gru(
                        x, h, Tensor.zeros(12, 5), Tensor.zeros(12, 4), Tensor.zeros(12), Tensor.zeros(12)))
                .isInstanceOf(ShapeException.class);
    }
}
