package org.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
    void rowsThatAreNotThereAreRefused() {
        TensorData data = TensorData.of(new int[] {1, 2, 3, 4, 5, 6}, Shape.of(3, 2));
        assertThatThrownBy(() -> data.rows(2, 4))
                .isInstanceOf(ShapeException.class)
                .hasMessage("there are no rows 2 to 4 in [3, 2]");
        assertThatThrownBy(() -> data.rows(-1, 2)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> data.rows(2, 1)).isInstanceOf(ShapeException.class);
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void rowsArePaddedWithZerosAndJoinedInTheirOrder(DType dtype) {
        TensorData data = TensorData.of(dtype, new double[] {1, 2, 3, 4, 5, 6}, Shape.of(3, 2));
        assertThat(data.padded(4))
                .isEqualTo(TensorData.of(dtype, new double[] {1, 2, 3, 4, 5, 6, 0, 0}, Shape.of(4, 2)));
        assertThat(data.padded(3)).isEqualTo(data);
        assertThat(TensorData.joined(dtype, data.shape(), Stream.of(data.rows(0, 2), data.rows(2, 2), data.rows(2, 3))))
                .isEqualTo(data);
        assertThat(TensorData.joined(List.of(data.rows(0, 2), data.rows(2, 3)))).isEqualTo(data);
        assertThat(TensorData.joined(dtype, Shape.of(0, 2), Stream.of()).shape())
                .isEqualTo(Shape.of(0, 2));
    }

    @Test
    void whatDoesNotFitIsNeitherPaddedNorJoined() {
        TensorData data = TensorData.of(new float[6], Shape.of(3, 2));
        assertThatThrownBy(() -> data.padded(2))
                .isInstanceOf(ShapeException.class)
                .hasMessage("cannot pad [3, 2] to 2 rows: it has more already");
        Shape five = Shape.of(5, 2);
        assertThatThrownBy(() -> TensorData.joined(DType.FLOAT, five, Stream.of(data, data)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("FLOAT [3, 2] does not fit as rows 3 to 6 of FLOAT [5, 2]");
        assertThatThrownBy(() -> TensorData.joined(DType.FLOAT, five, Stream.of(data)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("3 rows do not fill FLOAT [5, 2]");
        assertThatThrownBy(() -> TensorData.joined(DType.INT, five, Stream.of(data)))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> TensorData.joined(DType.FLOAT, Shape.of(3, 3), Stream.of(data)))
                .isInstanceOf(ShapeException.class);
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
