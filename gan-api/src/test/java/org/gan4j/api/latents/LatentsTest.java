package org.gan4j.api.latents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.plugin.BuiltInPlugin;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of SciPy are printed by {@code src/test/oracle/latents.py}. */
class LatentsTest {
    private static final RandomKey RANDOM = RandomKey.of(5).child("latents");
    private static final int SAMPLES = 4000;
    private static final int LATENT = 5;
    private static final double[] UNIFORM = {0x1p-25, 0.001, 0.1, 0.5, 0.75, 0.999, 1 - 0x1p-25};

    static List<LatentDistribution> all() {
        return new BuiltInPlugin().latents();
    }

    private static double[] drawn(LatentDistribution latents) {
        return latents.draw(RANDOM, SAMPLES, LATENT).evaluate().toDoubles();
    }

    private static double mean(double... values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double... values) {
        double mean = mean(values);
        return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aBatchIsFloatWithOneRowPerSample(LatentDistribution latents) {
        Tensor batch = latents.draw(RANDOM, 3, 2);
        assertThat(batch.dtype()).isEqualTo(DType.FLOAT);
        assertThat(batch.shape()).isEqualTo(Shape.of(3, 2));
        assertThat(latents.draw(RANDOM, 3, 2).toFloats()).isEqualTo(batch.toFloats());
        assertThat(latents.draw(RandomKey.of(6), 3, 2).toFloats()).isNotEqualTo(batch.toFloats());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRowDependsOnTheSeedAndItsIndexOnly(LatentDistribution latents) {
        float[] rows = latents.rows(7, 0, 4, 3);
        assertThat(rows).hasSize(12);
        assertThat(latents.rows(7, 2, 2, 3)).isEqualTo(Arrays.copyOfRange(rows, 6, 12));
        assertThat(Arrays.copyOfRange(rows, 0, 6)).isNotEqualTo(Arrays.copyOfRange(rows, 6, 12));
        assertThat(latents.rows(8, 0, 4, 3)).isNotEqualTo(rows);
        assertThat(latents.rows(7, 0, 0, 3)).isEmpty();
    }

    @Test
    void normalLatentsAreThoseThatWereAlwaysDrawn() {
        assertThat(new NormalLatents().draw(RANDOM, 3, 4).toFloats())
                .isEqualTo(RANDOM.normal(3, 4).toFloats());
        float[] expected = new float[8];
        new Philox(7, "latents", 0).normals(12, expected, 8);
        assertThat(new NormalLatents().rows(7, 3, 2, 4)).isEqualTo(expected);
    }

    @Test
    void uniformLatentsFillTheirRangeEvenly() {
        double[] z = drawn(new UniformLatents(-1, 3));
        assertThat(Arrays.stream(z)).allMatch(x -> x >= -1 && x < 3);
        // deviation of the mean: 4 / √12 / √20000 = 0.008; the variance is 16 / 12
        assertThat(mean(z)).isCloseTo(1, offset(0.03));
        assertThat(variance(z)).isCloseTo(16.0 / 12, offset(0.03));
    }

    @Test
    void theNormalQuantileAgreesWithSciPy() {
        double[] q = {-0.5 + 1e-13, -0.5 + 1e-6, -0.4999, -0.43, -0.425, -0.1, 0, 0.3, 0.425, 0.46, 0.49999};
        double[] expected = {
            -7.348828748202311,
            -4.753424308828305,
            -3.719016485455709,
            -1.4757910281791706,
            -1.4395314709384557,
            -0.2533471031357997,
            0,
            0.8416212335729142,
            1.4395314709384557,
            1.7506860712521704,
            4.264890793922601
        };
        double[] found = NormalQuantile.aroundMedian(Tensor.of(q)).evaluate().toDoubles();
        for (int i = 0; i < q.length; i++) {
            assertThat(found[i]).as("q = " + q[i]).isCloseTo(expected[i], offset(1e-13 * Math.abs(expected[i])));
        }
    }

    @Test
    void truncatedNormalLatentsAgreeWithSciPy() {
        assertThat(truncated(0.5))
                .containsExactly(
                        new double[] {
                            -0.4999999675854139,
                            -0.4989126423869563,
                            -0.39389296843839894,
                            0,
                            0.24231313244667627,
                            0.49891264238695593,
                            0.4999999675854139
                        },
                        offset(1e-12));
        assertThat(truncated(2))
                .containsExactly(
                        new double[] {
                            -1.999999473128641,
                            -1.9826256205020178,
                            -1.184032466693905,
                            0,
                            0.6391119108712731,
                            1.9826256205020192,
                            1.9999994731286423
                        },
                        offset(1e-12));
        assertThat(truncated(9))
                .containsExactly(
                        new double[] {
                            -5.419983174916191,
                            -3.090232306167813,
                            -1.2815515655446004,
                            0,
                            0.6744897501960817,
                            3.090232306167813,
                            5.419983174916191
                        },
                        offset(1e-8));
    }

    private static double[] truncated(double limit) {
        return new TruncatedNormalLatents(limit)
                .of(Tensor.of(UNIFORM))
                .evaluate()
                .toDoubles();
    }

    @Test
    void truncatedNormalLatentsStayWithinTheirLimit() {
        double[] z = drawn(new TruncatedNormalLatents(2));
        assertThat(Arrays.stream(z)).allMatch(x -> Math.abs(x) <= 2);
        assertThat(Arrays.stream(z).map(Math::abs).max().orElseThrow()).isGreaterThan(1.99);
        assertThat(mean(z)).isCloseTo(0, offset(0.025));
        assertThat(variance(z)).isCloseTo(0.7737413035499232, offset(0.03)); // SciPy
        assertThat(Arrays.stream(drawn(new TruncatedNormalLatents(1e6)))).allMatch(Double::isFinite);
    }

    /** Over k, the mean of component a's two clusters is 0 and their variance s²/5 on each of five axes, plus 1. */
    @Test
    void mixturesHaveTheVarianceOfTheirMeansAndTheNoise() {
        double[] z = drawn(new MixtureLatents(10, 4));
        for (int axis = 0; axis < LATENT; axis++) {
            int a = axis;
            double[] column = IntStream.range(0, SAMPLES)
                    .mapToDouble(i -> z[i * LATENT + a])
                    .toArray();
            // the fourth moments give deviations of 0.032 and 0.12
            assertThat(mean(column)).isCloseTo(0, offset(0.13));
            assertThat(variance(column)).isCloseTo(1 + 16.0 / 5, offset(0.45));
        }
    }

    @Test
    void eachClusterHasItsPlaceOnAnAxis() {
        // with this spread the noise is far smaller than the distance of clusters: the largest coordinate tells which
        double[] z = drawn(new MixtureLatents(12, 1000));
        int[] counts = new int[12];
        for (int i = 0; i < SAMPLES; i++) {
            int axis = 0;
            for (int a = 1; a < LATENT; a++) {
                axis = Math.abs(z[i * LATENT + a]) > Math.abs(z[i * LATENT + axis]) ? a : axis;
            }
            double place = z[i * LATENT + axis];
            int ring = (int) Math.round(Math.abs(place) / 1000) - 1;
            assertThat(Math.abs(place)).isCloseTo(1000.0 * (ring + 1), offset(6.0));
            counts[ring * 2 * LATENT + 2 * axis + (place < 0 ? 1 : 0)]++;
        }
        // 333 each, deviation 17
        assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - SAMPLES / 12.0) < 80);
    }

    @Test
    void bernoulliLatentsAreZerosAndOnes() {
        double[] z = drawn(new BernoulliLatents(0.3));
        assertThat(z).containsOnly(0, 1);
        assertThat(mean(z)).isCloseTo(0.3, offset(0.015)); // deviation 0.003
    }

    @Test
    void refuseWhatIsNoDistribution() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UniformLatents(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TruncatedNormalLatents(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new MixtureLatents(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MixtureLatents(2, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BernoulliLatents(1))
                .withMessage("Bernoulli latents need a probability above 0 and below 1, not 1.0: choose 0.5");
    }
}
