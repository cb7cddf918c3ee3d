package org.gan4j.tensor.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ElementTypesTest {
    private final Tensor integers = Tensor.of(new int[] {1, 2, 3, 4}, 2, 2);

    @Test
    void functionsOfRealNumbersRefuseOthers() {
        assertRefused(Tensor::exp, "exp");
        assertRefused(x -> x.pow(-1.5), "pow(-1.5)");
        assertRefused(Tensor::relu, "relu");
        assertRefused(x -> x.leakyRelu(0.2), "leakyRelu(0.2)");
        assertRefused(x -> x.matmul(x), "matmul");
        assertRefused(x -> x.reshape(1, 1, 2, 2).conv2d(x.reshape(1, 1, 2, 2), 1, 0), "conv2d");
    }

    private void assertRefused(UnaryOperator<Tensor> function, String label) {
        assertThatThrownBy(() -> function.apply(integers))
                .isInstanceOf(ShapeException.class)
                .hasMessage(label + " needs floating-point numbers; this tensor is INT: cast it");
    }

    @Test
    void typesWidenAndScalarConstantsYield() {
        Tensor floats = Tensor.ones(2, 2);
        assertThat(integers.add(floats).dtype()).isEqualTo(DType.FLOAT);
        assertThat(floats.mul(Tensor.of(new double[4], 2, 2)).dtype()).isEqualTo(DType.DOUBLE);
        assertThat(floats.mul(Tensor.scalar(0.5)).dtype()).isEqualTo(DType.FLOAT);
        assertThat(floats.mul(0.5).dtype()).isEqualTo(DType.FLOAT);
        assertThat(integers.mul(3).dtype()).isEqualTo(DType.INT);
        assertThatThrownBy(() -> integers.greater(2).add(integers))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("cast the BOOL one");
    }
}
