package org.gan4j.tensor.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class EinsumTest {
    private final Tensor a = Tensor.ones(2, 3);
    private final Tensor b = Tensor.ones(4, 2);

    @Test
    void aFormulaNeedsAnArrowAndTheRightNumberOfOperands() {
        refused(() -> Einsum.of("ij", a)).hasMessageContaining("einsum ij must look like ij->ji: one letter per axis");
        refused(() -> Einsum.of("ij,jk->ik", a)).hasMessageContaining("must look like ij->ji");
        refused(() -> Einsum.of("ij->ji", a, b)).hasMessageContaining("must look like bik,bkj->bij");
        refused(() -> Einsum.of("i1->i", a)).hasMessageContaining("one letter per axis");
    }

    @Test
    void lettersMustBeAsManyAsAxes() {
        refused(() -> Einsum.of("ijk->i", a)).hasMessageContaining("ijk names 3 axes, but the tensor is [2, 3]");
    }

    @Test
    void sharedAxesMustBeOfOneLength() {
        refused(() -> Einsum.of("ij,jk->ik", a, b)).hasMessageContaining("axis j is 3 long in [2, 3] and 4 in [4, 2]");
    }

    @Test
    void theResultNamesOnlyAxesOfOperands() {
        refused(() -> Einsum.of("ij->ix", a)).hasMessageContaining("the result names an axis that no operand has");
        refused(() -> Einsum.of("ij,ki->jx", a, b)).hasMessageContaining("names an axis that no operand has");
    }

    @Test
    void noAxisIsNamedTwice() {
        refused(() -> Einsum.of("ii->i", a))
                .hasMessageContaining("ii names an axis twice; diagonals are not supported");
        refused(() -> Einsum.of("ij->ii", a)).hasMessageContaining("the result names an axis twice");
    }

    @Test
    void sumsOverNothingAreZero() {
        assertThat(Einsum.of("ij,jk->ik", Tensor.ones(2, 0), Tensor.ones(0, 3)).toFloats())
                .containsOnly(0)
                .hasSize(6);
        assertThat(Einsum.of("ij,jk->ik", Tensor.ones(0, 2), Tensor.ones(2, 3)).toFloats())
                .isEmpty();
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(ShapeException.class);
    }
}
