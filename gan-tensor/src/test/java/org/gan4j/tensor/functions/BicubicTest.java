package org.gan4j.tensor.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.functions.ResamplingWeights.Border;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Expected numbers: {@code src/test/oracle/make_bicubic_oracle.py}. */
class BicubicTest {
    private record Case(Border border, Shape from, Shape to, double[] pixels, double[] expected) {
        @Override
        public String toString() {
            return border + " " + from + " to " + to;
        }
    }

    static Stream<Case> cases() throws Exception {
        try (InputStream in = BicubicTest.class.getResourceAsStream("bicubic.txt")) {
            List<Case> cases = new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(BicubicTest::read)
                    .toList();
            assertThat(cases).hasSize(12);
            return cases.stream();
        }
    }

    private static Case read(String line) {
        String[] words = line.split(" ");
        double[] numbers =
                Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
        Shape from = Shape.of(1, 1, (int) numbers[0], (int) numbers[1]);
        Shape to = Shape.of(1, 1, (int) numbers[2], (int) numbers[3]);
        int split = 4 + from.size();
        return new Case(
                words[0].equals("matlab") ? Border.SYMMETRIC : Border.DROPPED,
                from,
                to,
                Arrays.copyOfRange(numbers, 4, split),
                Arrays.copyOfRange(numbers, split, numbers.length));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void imagesAreResampledAsByMatlabAndPillow(Case each) {
        Tensor x = Tensor.of(TensorData.of(each.pixels(), each.from()));
        Tensor y = Resampling.bicubic(x, each.to().dim(2), each.to().dim(3), each.border());
        assertThat(y.shape()).isEqualTo(each.to());
        // Pillow's results are floats
        double rounding = each.border() == Border.SYMMETRIC ? 1e-7 : 5e-7;
        assertThat(y.evaluate().toDoubles()).containsExactly(each.expected(), within(rounding));
    }

    @Test
    void theBorderIsSymmetricByDefault() {
        Tensor x = Tensor.arange(2 * 3 * 7 * 4).reshape(2, 3, 7, 4).mul(0.25);
        assertThat(Resampling.bicubic(x, 3, 9).evaluate())
                .isEqualTo(Resampling.bicubic(x, 3, 9, Border.SYMMETRIC).evaluate());
    }

    @Test
    void aBatchIsResampledImageByImage() {
        Tensor x = Tensor.arange(2 * 3 * 4 * 6).reshape(2, 3, 4, 6).mul(0.01);
        float[] batch = Resampling.bicubic(x, 2, 3).toFloats();
        float[] last = Resampling.bicubic(x.slice(0, 1, 2).slice(1, 2, 3), 2, 3).toFloats();
        assertThat(Arrays.copyOfRange(batch, 30, 36)).containsExactly(last, within(1e-6f));
    }

    @ParameterizedTest
    @EnumSource
    void theSameSizeChangesNothing(Border border) {
        ResamplingWeights weights = ResamplingWeights.bicubic(5, 5, border);
        for (int i = 0; i < 25; i++) {
            assertThat(weights.matrix()[i]).isEqualTo(i % 6 == 0 ? 1 : 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void weightsAddUpToOneAndStayWithinTheRow(Border border) {
        for (int from = 1; from < 30; from += 4) {
            for (int to = 1; to < 30; to += 3) {
                ResamplingWeights weights = ResamplingWeights.bicubic(from, to, border);
                assertThat(weights.from()).isEqualTo(from);
                assertThat(weights.to()).isEqualTo(to);
                for (int i = 0; i < to; i++) {
                    double[] row = weights.weights(i);
                    assertThat(Arrays.stream(row).sum()).isEqualTo(1, within(1e-12));
                    assertThat(weights.first(i)).isBetween(0, from - row.length);
                }
            }
        }
    }

    @Test
    void imagesOfNoPixelsAreNotInterpolated() {
        assertThatThrownBy(() -> Resampling.bicubic(Tensor.zeros(1, 1, 0, 2), 2, 2))
                .isInstanceOf(ShapeException.class)
                .hasMessage("bicubic interpolation needs at least one pixel in its input and output, not 0 to 2");
        assertThatThrownBy(() -> Resampling.bicubic(Tensor.zeros(1, 1, 4, 2), 2, 0))
                .isInstanceOf(ShapeException.class)
                .hasMessageEndingWith("not 2 to 0");
        assertThatThrownBy(() -> Resampling.bicubic(Tensor.zeros(1, 4, 2), 2, 2))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("resampling needs images [N,C,H,W]");
    }
}
