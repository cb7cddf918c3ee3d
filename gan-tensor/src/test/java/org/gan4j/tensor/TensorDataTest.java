package org.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TensorDataTest {
    private final double[] values = {-1.75, 0, 2.5, 300};

    @Test
    void valuesAreConvertedToTheElementType() {
        Shape shape = Shape.of(2, 2);
        assertThat(TensorData.of(DType.DOUBLE, values, shape).toDoubles()).containsExactly(values);
        assertThat(TensorData.of(DType.FLOAT, values, shape).toFloats()).containsExactly(-1.75f, 0, 2.5f, 300);
        assertThat(TensorData.of(DType.INT, values, shape).toInts()).containsExactly(-1, 0, 2, 300);
        assertThat(TensorData.of(DType.BOOL, values, shape).toInts()).containsExactly(1, 0, 1, 1);
    }

    @Test
    void theNumberOfValuesMustFillTheShape() {
        assertThatThrownBy(() -> TensorData.of(new float[5], Shape.of(2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("5 values do not fill shape [2, 3], which holds 6");
    }

    @Test
    void whatIsReadIsACopy() {
        TensorData data = TensorData.of(new float[] {1, 2}, Shape.of(2));
        data.toFloats()[0] = 7;
        data.toDoubles()[0] = 7;
        assertThat(data.toFloats()).containsExactly(1, 2);
    }

    @Test
    void equalityIsOfTypeShapeAndBits() {
        TensorData data = TensorData.of(new float[] {1, Float.NaN}, Shape.of(2));
        assertThat(data).isEqualTo(TensorData.of(new float[] {1, Float.NaN}, Shape.of(2)));
        assertThat(data).hasSameHashCodeAs(TensorData.of(new float[] {1, Float.NaN}, Shape.of(2)));
        assertThat(data).isNotEqualTo(TensorData.of(new float[] {1, Float.NaN}, Shape.of(1, 2)));
        assertThat(data).isNotEqualTo(TensorData.of(new double[] {1, Double.NaN}, Shape.of(2)));
        assertThat(TensorData.scalar(0f)).isNotEqualTo(TensorData.scalar(-0f));
    }

    @Test
    void rowsAreTakenAlongTheFirstAxis() {
        TensorData data = TensorData.of(new int[] {1, 2, 3, 4, 5, 6}, Shape.of(3, 2));
        assertThat(data.rows(1, 3)).isEqualTo(TensorData.of(new int[] {3, 4, 5, 6}, Shape.of(2, 2)));
        assertThat(data.rows(2, 2).shape()).isEqualTo(Shape.of(0, 2));
        for (DType dtype : DType.values()) {
            TensorData typed = TensorData.of(dtype, values, Shape.of(4));
            assertThat(typed.rows(2, 3).get(0)).isEqualTo(typed.get(2));
        }
    }

    @Test
    void anItemIsTheOnlyElement() {
        assertThat(TensorData.scalar(3).item()).isEqualTo(3);
        assertThat(TensorData.of(new float[] {4}, Shape.of(1, 1)).item()).isEqualTo(4);
        assertThatThrownBy(() -> TensorData.of(new float[2], Shape.of(2)).item())
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("[2]");
    }
}
