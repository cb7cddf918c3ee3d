package org.gan4j.tensor.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class OrderingTest {
    private final Tensor tied = Tensor.of(new float[] {2, 5, 2, 5}, 4);
    private final Tensor unknown = Tensor.of(new float[] {2, Float.NaN, 5, Float.NaN}, 4);

    @Test
    void equalsKeepTheirOrderInBothDirections() {
        assertThat(Ordering.argSort(tied, 0, false).evaluate().toDoubles()).containsExactly(0, 2, 1, 3);
        assertThat(Ordering.argSort(tied, 0, true).evaluate().toDoubles()).containsExactly(1, 3, 0, 2);
    }

    @Test
    void theFirstOfEqualsIsFound() {
        assertThat(Ordering.argMax(tied, 0).evaluate().item()).isEqualTo(1);
        assertThat(Ordering.argMin(tied, 0).evaluate().item()).isEqualTo(0);
    }

    @Test
    void whatIsNotANumberIsFoundAndSortedAsTheLargest() {
        assertThat(Ordering.argMax(unknown, 0).evaluate().item()).isEqualTo(1);
        assertThat(Ordering.argMin(unknown, 0).evaluate().item()).isEqualTo(1);
        assertThat(Ordering.argSort(unknown, 0, false).evaluate().toDoubles()).containsExactly(0, 2, 1, 3);
        assertThat(Ordering.argSort(unknown, 0, true).evaluate().toDoubles()).containsExactly(1, 3, 2, 0);
    }

    @Test
    void gradientsGoBackToWhereTheElementsCameFrom() {
        Tensor x = Tensor.of(new float[] {3, 1, 2}, 3);
        Tensor weights = Tensor.of(new float[] {10, 20, 30}, 3);
        Tensor sorted = Ordering.sort(x, 0, false).mul(weights).sum();
        assertThat(Gradients.of(sorted, x).toFloats()).containsExactly(30, 10, 20);
    }

    @Test
    void moreThanThereAreCannotBeTaken() {
        refused(() -> Ordering.topK(tied, 0, 5))
                .hasMessageContaining("cannot take the largest 5 of 4 elements along axis 0 of [4]");
        refused(() -> Ordering.topK(tied, 0, 0)).hasMessageContaining("cannot take the largest 0 of");
    }

    @Test
    void indicesMustMatchOutsideTheAxis() {
        Tensor x = Tensor.zeros(2, 3);
        refused(() -> Ordering.takeAlong(x, 1, Tensor.of(new int[3], 3, 1)))
                .hasMessageContaining("indices [3, 1] do not match [2, 3] outside axis 1");
        refused(() -> Ordering.takeAlong(x, 1, Tensor.of(new int[3], 3)))
                .hasMessageContaining("indices [3] do not match [2, 3] outside axis 1");
    }

    @Test
    void indicesMustBeWhole() {
        refused(() -> Ordering.takeAlong(Tensor.zeros(2, 3), 1, Tensor.zeros(2, 1)))
                .hasMessageContaining("needs INT indices");
    }

    @Test
    void anAxisThatDoesNotExistIsNamed() {
        for (ThrowingCallable call : new ThrowingCallable[] {
            () -> Ordering.argMax(tied, 1),
            () -> Ordering.argSort(tied, 1, true),
            () -> Ordering.sort(tied, 1, true),
            () -> Ordering.topK(tied, 1, 1),
            () -> Cumulative.sum(tied, 1)
        }) {
            refused(call).hasMessageContaining("axis 1 does not exist in [4]");
        }
    }

    @Test
    void theLargestOfNothingIsRefused() {
        refused(() -> Ordering.argMax(Tensor.zeros(2, 0), 1)).hasMessageContaining("an empty axis has no extreme");
    }

    @Test
    void booleansHaveNoOrder() {
        refused(() -> Ordering.argSort(tied.equal(2), 0, false)).hasMessageContaining("needs numbers");
    }

    @Test
    void nothingIsSortedToNothing() {
        assertThat(Ordering.sort(Tensor.zeros(2, 0, 3), 1, true).toFloats()).isEmpty();
        assertThat(Cumulative.sum(Tensor.zeros(2, 0), 1).toFloats()).isEmpty();
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(ShapeException.class);
    }
}
