package org.gan4j.metrics.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class PrivacyMeasuresTest {
    private static final Offset<Double> ROUNDING = within(1e-9);

    private static PrivacyMeasures measured(PrivacySets sets) {
        return PrivacyMeasures.of(sets, NearestRows.of(sets, 3), 1);
    }

    /** Returns normal vectors. */
    private static TensorData normal(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[4 * count];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return TensorData.of(values, Shape.of(count, 4));
    }

    @Test
    void agreesWithScikitLearnAndSciPy() {
        PrivacyOracle oracle = PrivacyOracle.read();
        PrivacySets sets = oracle.sets();
        NearestRows nearest = NearestRows.of(sets, 3);
        double[][] distances = nearest.samplesInTraining().distances();
        for (int i = 0; i < distances.length; i++) {
            for (int k = 0; k < 3; k++) {
                assertThat(distances[i][k])
                        .isCloseTo(oracle.json().get("toTraining").get(i).get(k).asDouble(), ROUNDING);
            }
        }
        PrivacyMeasures measures = PrivacyMeasures.of(sets, nearest, 1);
        assertThat(measures.nearer().share().count()).isEqualTo(oracle.number("nearer"));
        assertThat(measures.nearer().expected()).isEqualTo(0.6);
        assertThat(measures.nearer().z()).isCloseTo(oracle.number("nearerZ"), ROUNDING);
        assertThat(measures.copying().statistic()).isCloseTo(oracle.number("copying"), ROUNDING);
        assertThat(measures.copying().cells()).hasSize(1);
        assertThat(measures.authentic().count()).isEqualTo(oracle.number("authentic"));
        assertThat(measures.authenticHeldOut().count()).isEqualTo(oracle.number("authenticHeldOut"));
        assertThat(measures.duplicates().samples())
                .hasSize((int) oracle.number("duplicates"))
                .startsWith(30, 31, 32);
        assertThat(measures.duplicates().copies()).isEqualTo(3);
        assertThat(measures.duplicates().expected()).isCloseTo(oracle.number("expectedDuplicates"), ROUNDING);
        assertAttack(measures.attacks().byNearest(), oracle.json().get("byNearest"));
        assertAttack(measures.attacks().byNeighborhood(), oracle.json().get("byNeighborhood"));
    }

    private static void assertAttack(MembershipInference attack, JsonNode expected) {
        assertThat(attack.ranks().auc()).isCloseTo(expected.at("/ranks/auc").asDouble(), ROUNDING);
        assertThat(attack.ranks().error()).isCloseTo(expected.at("/ranks/error").asDouble(), ROUNDING);
        assertThat(attack.ranks().z()).isCloseTo(expected.at("/ranks/z").asDouble(), ROUNDING);
        assertThat(attack.largestAdvantage()).isCloseTo(expected.get("largest").asDouble(), ROUNDING);
        assertThat(attack.advantage().value())
                .isCloseTo(expected.get("advantage").asDouble(), ROUNDING);
        assertThat(attack.advantage().low()).isCloseTo(expected.get("low").asDouble(), ROUNDING);
        assertThat(attack.advantage().high()).isCloseTo(expected.get("high").asDouble(), ROUNDING);
    }

    @Test
    void rowsOfTrainingFail() {
        TensorData training = normal(400, 1);
        PrivacyMeasures copied = measured(new PrivacySets(training, normal(400, 2), training.rows(100, 300)));
        assertThat(copied.nearer().share().value()).isEqualTo(1);
        assertThat(copied.nearer().z()).isGreaterThan(5);
        assertThat(copied.authentic().value()).isZero();
        assertThat(copied.copying().statistic()).isLessThan(-5);
        assertThat(copied.copying().cells()).hasSizeGreaterThan(1);
        assertThat(copied.duplicates().copies()).isEqualTo(200);
        assertThat(copied.attacks().byNearest().ranks().low()).isGreaterThan(0.6);
        assertThat(copied.attacks().byNearest().advantage().low()).isGreaterThan(0.4);
    }

    @Test
    void otherRowsOfTheSameDistributionPass() {
        PrivacyMeasures others = measured(new PrivacySets(normal(400, 1), normal(400, 2), normal(400, 3)));
        assertThat(others.nearer().expected()).isEqualTo(0.5);
        assertThat(others.nearer().z()).isBetween(-3.0, 3.0);
        assertThat(others.copying().statistic()).isBetween(-3.0, 3.0);
        assertThat(others.duplicates().copies()).isZero();
        assertThat(others.attacks().byNearest().ranks().z()).isBetween(-3.0, 3.0);
        assertThat(others.attacks().byNearest().advantage().low()).isLessThan(0);
        assertThat(others.attacks().byNeighborhood().advantage().low()).isLessThan(0);
        assertThat(others.attacks().byNearest().largestAdvantage())
                .isGreaterThan(others.attacks().byNearest().advantage().value());
    }

    @Test
    void withoutMemoryOneOfTwentyDeviatesByTwo() {
        Integer[] far = {0, 0, 0};
        double advantages = 0;
        int trials = 200;
        for (int i = 0; i < trials; i++) {
            PrivacyMeasures measures =
                    measured(new PrivacySets(normal(50, 31 * i + 1), normal(40, 31 * i + 2), normal(60, 31 * i + 3)));
            double[] z = {
                measures.nearer().z(),
                measures.copying().statistic(),
                measures.attacks().byNearest().ranks().z()
            };
            for (int k = 0; k < z.length; k++) {
                far[k] += Math.abs(z[k]) > 1.96 ? 1 : 0;
            }
            advantages += measures.attacks().byNearest().advantage().value();
        }
        // binomial with 200 trials and 0.05: 10 expected, deviation 3.1
        assertThat(far).allMatch(count -> count >= 1 && count <= 20);
        assertThat(advantages / trials).isBetween(-0.03, 0.03); // unbiased
    }

    @Test
    void theBaselinesPassAndFail() {
        PrivacySets sets = new PrivacySets(normal(400, 1), normal(400, 2), normal(400, 3));
        Map<String, PrivacyMeasures> baselines = PrivacyBaselines.of(sets, normal(200, 5), 1);
        assertThat(baselines.keySet()).containsExactly("held-out rows", "training rows", "noise");
        assertThat(baselines.get(PrivacyBaselines.HELD_OUT).nearer().z()).isBetween(-3.0, 3.0);
        assertThat(baselines.get(PrivacyBaselines.HELD_OUT).copying().statistic())
                .isBetween(-3.0, 3.0);
        assertThat(baselines.get(PrivacyBaselines.TRAINING).nearer().z()).isGreaterThan(5);
        assertThat(baselines.get(PrivacyBaselines.TRAINING).duplicates().copies())
                .isEqualTo(200);
        assertThat(PrivacyBaselines.of(new PrivacySets(normal(9, 1), normal(7, 2), normal(1, 3)), normal(3, 4), 1))
                .isEmpty();
    }

    @Test
    void noiseIsFarFromBoth() {
        TensorData noise = TensorData.of(normal(400, 3).toFloats(), Shape.of(400, 4));
        float[] far = noise.toFloats();
        for (int i = 0; i < far.length; i++) {
            far[i] = 10 * far[i] + 20;
        }
        PrivacyMeasures measures =
                measured(new PrivacySets(normal(400, 1), normal(400, 2), TensorData.of(far, noise.shape())));
        assertThat(measures.copying().statistic()).isGreaterThan(5);
        assertThat(measures.authentic().value()).isEqualTo(1);
        assertThat(measures.duplicates().samples()).isEmpty();
    }

    @Test
    void equalRowsEverywhereSayNothing() {
        TensorData constant = TensorData.of(new float[40], Shape.of(10, 4));
        PrivacyMeasures measures = measured(new PrivacySets(constant, constant, constant));
        assertThat(measures.nearer().share().value()).isEqualTo(0.5);
        assertThat(measures.copying().statistic()).isZero();
        assertThat(measures.attacks().byNearest().ranks().auc()).isEqualTo(0.5);
        assertThat(measures.attacks().byNearest().advantage().value()).isZero();
        assertThat(NearestRows.of(new PrivacySets(constant, constant, constant), 3)
                        .heldOutCopies())
                .isEqualTo(10);
    }

    @Test
    void aSingleSampleIsMeasured() {
        PrivacyMeasures single = measured(new PrivacySets(normal(10, 1), normal(10, 2), normal(1, 3)));
        assertThat(single.nearer().share().all()).isEqualTo(1);
        assertThat(single.copying().cells()).hasSize(1);
    }

    @Test
    void tooFewRowsAndNaNAreRefusedInASentence() {
        assertThatThrownBy(() -> new PrivacySets(normal(10, 1), normal(3, 1), normal(10, 1)))
                .hasMessage("privacy is measured with at least 4 held-out rows; there are 3: 1,000 or more are usual");
        assertThatThrownBy(() -> new PrivacySets(normal(1, 1), normal(4, 1), normal(10, 1)))
                .hasMessage("privacy is measured with at least 4 training rows; there is 1: 1,000 or more are usual");
        TensorData bad = TensorData.of(new float[] {0, 0, Float.NaN, 0}, Shape.of(1, 4));
        assertThatThrownBy(() -> measured(new PrivacySets(normal(4, 1), normal(4, 1), bad)))
                .hasMessage("feature 2 of generated sample 0 is NaN, and the search for neighbors needs finite numbers:"
                        + " check the sample");
        TensorData narrow = TensorData.of(new float[12], Shape.of(4, 3));
        assertThatThrownBy(() -> measured(new PrivacySets(normal(4, 1), narrow, normal(4, 1))))
                .hasMessage(
                        "neighbors are found among points of equal width; generated samples have 4 numbers, held-out"
                                + " samples 3: compute both in the same way");
        assertThatThrownBy(() -> MembershipInference.of(new double[1], new double[5]))
                .hasMessageStartingWith("an attack is measured on at least 2 members and 2 others");
    }

    @Test
    void theMostSuspiciousSampleIsTheCopy() {
        PrivacySets sets = new PrivacySets(
                TensorData.of(new float[] {0, 4, 8, 12}, Shape.of(4, 1)),
                TensorData.of(new float[] {2, 6, 10, 13}, Shape.of(4, 1)),
                TensorData.of(new float[] {3, 8, 13, 2.5f}, Shape.of(4, 1)));
        assertThat(Suspect.most(NearestRows.of(sets, 2), 2))
                .extracting(Suspect::sample, Suspect::training, Suspect::heldOut, Suspect::ratio)
                .containsExactly(tuple(1, List.of(2, 1), 1, 0.0), tuple(0, List.of(1, 0), 0, 1.0));
    }
}
