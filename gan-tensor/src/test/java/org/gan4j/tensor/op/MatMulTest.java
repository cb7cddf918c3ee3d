package org.gan4j.tensor.op;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class MatMulTest {
    /** The square of the inner length is more than an array can hold, and not a shape that is needed. */
    @Test
    void manyInputsMakeNoProblem() {
        Tensor x = Tensor.input("x", DType.FLOAT, 8, 50_000);
        Tensor w = Tensor.input("w", DType.FLOAT, 50_000, 3);
        Tensor y = x.matmul(w);
        assertThat(y.shape()).isEqualTo(Shape.of(8, 3));
        assertThat(Gradients.of(y.sum(), w).shape()).isEqualTo(w.shape());
        assertThat(Gradients.of(y.sum(), x).shape()).isEqualTo(x.shape());
    }
}
