package org.gan4j.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.export.onnx.Border.Padding;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

/** What is found in constants that depend on the size of an image. */
class ResizingTest {
    private static final List<Integer> LENGTHS = List.of(6, 12, 18);

    private static List<TensorData> each(IntFunction<TensorData> constant) {
        return LENGTHS.stream().map(constant::apply).toList();
    }

    private static TensorData indices(IntStream places) {
        int[] all = places.toArray();
        return TensorData.of(all, Shape.of(all.length));
    }

    @Test
    void indicesThatMirrorAreAReflection() {
        List<TensorData> indices = each(n -> indices(
                IntStream.concat(IntStream.of(2, 1), IntStream.concat(IntStream.range(0, n), IntStream.of(n - 2)))));
        assertThat(Border.of(indices, new Extent(LENGTHS))).contains(new Padding(Border.REFLECTED, 2, 1));
    }

    @Test
    void indicesThatRepeatTheEdgeAreAReplication() {
        List<TensorData> indices = each(n -> indices(
                IntStream.concat(IntStream.of(0, 0), IntStream.concat(IntStream.range(0, n), IntStream.of(n - 1)))));
        assertThat(Border.of(indices, new Extent(LENGTHS))).contains(new Padding(Border.REPLICATED, 2, 1));
    }

    @Test
    void otherIndicesArePartOfNoPadding() {
        List<TensorData> reversed = each(n -> indices(IntStream.range(0, n).map(i -> n - 1 - i)));
        assertThat(Border.of(reversed, new Extent(LENGTHS))).isEmpty();
    }

    /** Each number between its neighbors, a quarter and three quarters; at the ends, the outermost number alone. */
    private static TensorData bilinear(int from) {
        double[] weights = new double[2 * from * from];
        for (int i = 0; i < from; i++) {
            weights[2 * i * from + i] += 0.75;
            weights[2 * i * from + Math.max(0, i - 1)] += 0.25;
            weights[(2 * i + 1) * from + i] += 0.75;
            weights[(2 * i + 1) * from + Math.min(from - 1, i + 1)] += 0.25;
        }
        return TensorData.of(DType.FLOAT, weights, Shape.of(2 * from, from));
    }

    @Test
    void aMatrixThatInterpolatesIsAKernel() {
        Enlarging found = Enlarging.of(each(ResizingTest::bilinear)).orElseThrow();
        assertThat(found.factor()).isEqualTo(2);
        assertThat(found.kernel()).containsExactly(0.25f, 0.75f, 0.75f, 0.25f);
        assertThat(found.lowest()).isEqualTo(-1);
        assertThat(found.border()).isEqualTo(Border.REPLICATED);
    }

    @Test
    void aMatrixWithOneOtherNumberIsNone() {
        List<TensorData> matrices = Stream.concat(
                        each(ResizingTest::bilinear).stream().limit(2),
                        Stream.of(18).map(n -> {
                            double[] changed = bilinear(n).toDoubles();
                            changed[5] += 0.01;
                            return TensorData.of(DType.FLOAT, changed, Shape.of(2 * n, n));
                        }))
                .toList();
        assertThat(Enlarging.of(matrices)).isEmpty();
    }
}
