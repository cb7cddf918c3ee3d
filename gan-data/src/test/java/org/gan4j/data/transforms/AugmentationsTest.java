package org.gan4j.data.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Transform;
import org.gan4j.api.training.BatchSource;
import org.gan4j.data.DataPlugin;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AugmentationsTest {
    static Stream<Transform> transforms() {
        return new DataPlugin().transforms().stream();
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void shapesAndRangeStay(Transform transform) {
        for (Shape shape : List.of(Shape.of(4, 3, 8, 9), Shape.of(2, 1, 5, 1), Shape.of(1, 2, 1, 6))) {
            TensorData images = noise(shape);
            TensorData before = TensorData.of(images.toFloats(), shape);
            TensorData changed = transform.apply(images, new Philox(3, "x", 0));
            assertThat(changed.shape()).isEqualTo(shape);
            for (float value : changed.toFloats()) {
                assertThat(value).isBetween(-1.00001f, 1.00001f);
            }
            assertThat(images).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void drawsDependOnTheStreamAlone(Transform transform) {
        TensorData images = noise(Shape.of(32, 3, 8, 8));
        TensorData once = transform.apply(images, new Philox(3, "x", 7));
        assertThat(transform.apply(images, new Philox(3, "x", 7))).isEqualTo(once);
        assertThat(transform.apply(images, new Philox(3, "x", 8)).equals(once)).isEqualTo(!transform.isRandom());
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void rejectsVectors(Transform transform) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transform.apply(noise(Shape.of(4, 2)), new Philox(3, "x", 7)))
                .withMessageContaining("[N,C,H,W]")
                .withMessageContaining("[4, 2]");
        assertThat(TransformedBatches.problems(new Field("image", DType.FLOAT, Shape.of(2)), List.of(transform)))
                .singleElement()
                .asString()
                .contains("the transform " + transform.name(), "[2]");
        assertThat(TransformedBatches.problems(new Field("image", DType.FLOAT, Shape.of(1, 2, 2)), List.of(transform)))
                .isEmpty();
    }

    /** 4000 draws with p = 0.25: five standard deviations are 0.034. */
    @Test
    void theRateOfFlipsIsTheirProbability() {
        int count = 4000;
        float[] values = new float[count * 4];
        for (int i = 0; i < count; i++) {
            values[4 * i] = 1;
        }
        TensorData flipped =
                new Flip(0.25, 0.5).apply(TensorData.of(values, Shape.of(count, 1, 2, 2)), new Philox(5, "flip", 0));
        double[] shares = new double[4];
        for (int i = 0; i < values.length; i++) {
            shares[i % 4] += flipped.get(i) / count;
        }
        assertThat(shares).containsExactly(new double[] {0.375, 0.125, 0.375, 0.125}, Offset.offset(0.034));
    }

    @Test
    void flipsMirror() {
        TensorData image = TensorData.of(new float[] {1, 2, 3, 4, 5, 6}, Shape.of(1, 1, 2, 3));
        Philox random = new Philox(5, "flip", 0);
        assertThat(new Flip(1, 0).apply(image, random).toFloats()).containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(new Flip(0, 1).apply(image, random).toFloats()).containsExactly(4, 5, 6, 1, 2, 3);
    }

    /** Each result is a window into numpy.pad(x, 1, mode="reflect"). */
    @Test
    void shiftsReflectAtTheEdge() {
        int count = 300;
        float[] values = new float[count * 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 4 + 1;
        }
        TensorData shifted =
                new Shift(0.25).apply(TensorData.of(values, Shape.of(count, 1, 1, 4)), new Philox(5, "shift", 0));
        Stream<List<Double>> rows = Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> Stream.of(0, 1, 2, 3).map(x -> shifted.get(i * 4 + x)).toList());
        assertThat(rows.distinct())
                .containsExactlyInAnyOrder(List.of(1., 2., 3., 4.), List.of(2., 1., 2., 3.), List.of(2., 3., 4., 3.));
    }

    @Test
    void aBatchDependsOnItsNumberAlone() {
        List<Transform> transforms = List.of(Flip.horizontally(), Color.slightly());
        TransformedBatches one = new TransformedBatches(AugmentationsTest::batch, transforms, 9);
        TransformedBatches other = new TransformedBatches(AugmentationsTest::batch, transforms, 9);
        Map<String, TensorData> fifth = one.batch(5);
        one.batch(6);
        other.batch(0);
        assertThat(other.batch(5)).isEqualTo(fifth).isEqualTo(one.batch(5));
        assertThat(fifth.get("label")).isEqualTo(batch(5).get("label"));
        assertThat(fifth.get("image"))
                .isNotEqualTo(one.batch(6).get("image"))
                .isNotEqualTo(one.batch(5 + (1L << 32)).get("image"));
        assertThat(new TransformedBatches(AugmentationsTest::batch, transforms, 10).batch(5))
                .isNotEqualTo(fifth);
        assertThat(new TransformedBatches(AugmentationsTest::batch, List.of(), 9).batch(5))
                .isEqualTo(batch(5));
    }

    @Test
    void equalTransformsDrawDifferently() {
        BatchSource source = AugmentationsTest::batch;
        Flip flip = Flip.horizontally();
        TensorData twice =
                new TransformedBatches(source, List.of(flip, flip), 9).batch(5).get("image");
        assertThat(twice).isNotEqualTo(batch(5).get("image"));
    }

    @Test
    void closingClosesTheWrappedSource() {
        boolean[] closed = {false};
        BatchSource source = new BatchSource() {
            @Override
            public Map<String, TensorData> batch(long number) {
                return Map.of();
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        };
        new TransformedBatches(source, List.of(), 1).close();
        assertThat(closed[0]).isTrue();
    }

    private static Map<String, TensorData> batch(long number) {
        return Map.of("image", noise(Shape.of(16, 3, 4, 4)), "label", TensorData.of(new int[16], Shape.of(16)));
    }

    private static TensorData noise(Shape shape) {
        float[] values = new float[shape.size()];
        new Philox(11, "noise", 0).uniforms(0, values, values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * values[i] - 1;
        }
        return TensorData.of(values, shape);
    }
}
