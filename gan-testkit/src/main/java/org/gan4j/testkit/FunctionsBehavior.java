package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.functions.Convolutions;
import org.gan4j.tensor.functions.Cumulative;
import org.gan4j.tensor.functions.Norms;
import org.gan4j.tensor.functions.Ordering;
import org.gan4j.tensor.functions.Padding;
import org.gan4j.tensor.functions.Pooling;
import org.gan4j.tensor.functions.Resampling;
import org.gan4j.tensor.functions.Sampling;
import org.gan4j.tensor.functions.Windows;
import org.gan4j.tensor.op.RandomNumbers;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests of every example of every function (value, first and second gradient), of random draws, and of tensors without
 * elements.
 */
abstract class FunctionsBehavior {
    abstract Engine engine();

    @TestFactory
    Stream<DynamicTest> agreeWithTheReferenceEngineInFloat() {
        return tests(DType.FLOAT, View.PLAIN);
    }

    @TestFactory
    Stream<DynamicTest> agreeWithTheReferenceEngineInDouble() {
        return tests(DType.DOUBLE, View.PLAIN);
    }

    @TestFactory
    Stream<DynamicTest> takeInputsThatAreViews() {
        return tests(DType.FLOAT, View.PERMUTED);
    }

    private Stream<DynamicTest> tests(DType floating, View view) {
        return FunctionExamples.all().stream()
                .map(example -> DynamicTest.dynamicTest(example.toString(), () -> compare(example, floating, view)));
    }

    private void compare(OpExample example, DType floating, View view) {
        try (Session session = engine().open()) {
            Comparison.difference(session, example, floating, view).ifPresent(message -> {
                throw new AssertionError(message);
            });
        }
    }

    @Test
    void drawsOfCategoriesFollowTheirProbabilities() {
        Tensor logits = Tensor.of(new float[] {-1, 0.5f, 2, 0, 1.25f}, 5);
        int draws = 10_000;
        TensorData drawn = evaluate(Sampling.categorical(
                logits.broadcastTo(draws, 5), RandomKey.of(3).child("categories")));
        int[] counts = new int[5];
        for (int i = 0; i < draws; i++) {
            counts[(int) drawn.get(i)]++;
        }
        double[] probabilities = logits.softmax(0).toDoubles();
        double chiSquare = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = draws * probabilities[i];
            chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        assertThat(drawn.shape().dims()).containsExactly(draws);
        assertThat(chiSquare).isLessThan(18.47); // 1 in 1000 exceeds it, with 4 degrees of freedom
    }

    @Test
    void hardDrawsAreExactlyOneHotAndThoseOfTheSoftOnes() {
        RandomKey key = RandomKey.of(4).child("one-hot");
        Tensor logits = Tensor.of(Points.signed(1, 200, 7)).cast(DType.FLOAT);
        TensorData hard = evaluate(Sampling.gumbelSoftmax(logits, 0.3, true, key));
        TensorData soft = evaluate(Sampling.gumbelSoftmax(logits, 0.3, false, key));
        assertThat(hard.toDoubles()).containsOnly(0, 1);
        assertThat(evaluate(Ordering.argMax(Tensor.of(hard), 1)))
                .isEqualTo(evaluate(Ordering.argMax(Tensor.of(soft), 1)));
        assertThat(evaluate(Tensor.of(hard).sum(1)).toDoubles()).containsOnly(1);
    }

    /** An infinity would occur once in 2²⁴ draws, followed by NaN. */
    @Test
    void gumbelNumbersAreFiniteAtBothEndsOfTheUniformOnes() {
        Tensor ends = Tensor.of(new float[] {0, 0x1p-24f, 1 - 0x1p-24f}, 3);
        Tensor gumbel = withUniforms(Sampling.gumbel(RandomKey.of(1), 3), ends);
        assertThat(gumbel.dtype()).isEqualTo(DType.FLOAT);
        assertThat(evaluate(gumbel).toDoubles())
                .usingComparatorWithPrecision(1e-4)
                .containsExactly(-Math.log(25 * Math.log(2)), -Math.log(24 * Math.log(2)), 24 * Math.log(2));
    }

    private static Tensor withUniforms(Tensor tensor, Tensor uniforms) {
        return tensor.op() instanceof RandomNumbers
                ? uniforms
                : Tensor.of(
                        tensor.op(),
                        tensor.inputs().stream()
                                .map(input -> withUniforms(input, uniforms))
                                .toArray(Tensor[]::new));
    }

    @Test
    void batchesOfNothingFlowThrough() {
        Tensor none = Tensor.zeros(0, 4, 6, 5);
        Tensor weights = Tensor.ones(4, 1, 3, 3);
        for (Tensor y : List.of(
                Convolutions.conv(none, weights, Windows.over(2), 4),
                Pooling.max(none, Windows.over(2).padding(1), 2),
                Pooling.averageAll(none),
                Resampling.bilinear(none, 3, 3),
                Resampling.nearest(none, 2),
                Resampling.pixelShuffle(none, 2),
                Padding.reflect2d(none, 1),
                Padding.constant(none, 0, 0, 0, 1),
                Norms.instance(none, 1e-5),
                Norms.logSumExp(none, 1),
                Ordering.sort(none, 1, true),
                Ordering.argMax(none, -1),
                Cumulative.sum(none, 0))) {
            assertThat(evaluate(y).shape().size()).isZero();
        }
    }

    private TensorData evaluate(Tensor tensor) {
        try (Session session = engine().open()) {
            return session.evaluate(tensor);
        }
    }
}
