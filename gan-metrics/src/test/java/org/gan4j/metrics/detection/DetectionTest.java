package org.gan4j.metrics.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.gan4j.metrics.privacy.PrivacyOracle;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class DetectionTest {
    @Test
    void theJudgeIsScikitLearnsLogisticRegression() {
        PrivacyOracle oracle = PrivacyOracle.read();
        TensorData real = oracle.matrix("real");
        LinearJudge judge = LinearJudge.trained(real, oracle.matrix("fake"));
        double[] weights = oracle.numbers("weights");
        for (int i = 0; i < weights.length; i++) {
            assertThat(judge.weights()[i]).isCloseTo(weights[i], within(1e-6));
        }
        double[] probabilities = judge.probabilities(real.rows(0, 10));
        double[] expected = oracle.numbers("probabilities");
        for (int i = 0; i < expected.length; i++) {
            assertThat(probabilities[i]).isCloseTo(expected[i], within(1e-6));
        }
    }

    @Test
    void equalSamplesAreJudgedHalfReal() {
        TensorData constant = TensorData.of(new float[] {7, 7, 7, 7}, Shape.of(4, 1));
        assertThat(LinearJudge.trained(constant, constant).probabilities(constant))
                .containsOnly(0.5);
    }

    @Test
    void moreFeaturesThanSamplesAreNoProblem() {
        float[] wide = new float[2000];
        Arrays.fill(wide, 1000, 2000, 3);
        wide[1500] = 2;
        LinearJudge judge = LinearJudge.trained(
                TensorData.of(wide, Shape.of(2, 1000)).rows(0, 1),
                TensorData.of(wide, Shape.of(2, 1000)).rows(1, 2));
        assertThat(judge.probabilities(TensorData.of(wide, Shape.of(2, 1000)))[0])
                .isGreaterThan(0.9);
    }

    @Test
    void aJudgeRefusesOtherFeaturesAndNaN() {
        TensorData one = TensorData.of(new float[] {1, 2}, Shape.of(2, 1));
        TensorData two = TensorData.of(new float[] {1, Float.NaN}, Shape.of(1, 2));
        assertThatThrownBy(() -> LinearJudge.trained(one, two))
                .hasMessage(
                        "feature 1 of generated sample 0 is NaN, and a judge needs finite numbers: check the sample");
        assertThatThrownBy(() -> LinearJudge.trained(one, TensorData.of(new float[2], Shape.of(1, 2))))
                .hasMessageStartingWith("real samples have 1 features and generated ones 2");
        LinearJudge judge = LinearJudge.trained(one, one);
        assertThatThrownBy(() -> judge.probabilities(TensorData.of(new float[2], Shape.of(1, 2))))
                .hasMessageStartingWith("this judge was trained on 1 features, and the samples have 2");
        assertThatThrownBy(() -> judge.probabilities(TensorData.of(new float[2], Shape.of(2))))
                .hasMessage("a judge needs features [N,F] of at least one judged sample; the shape is [2]");
    }

    @Test
    void theRuleFindsTheDirectionAndTheThreshold() {
        double[] low = {1, 2, 3, 9};
        double[] high = {4, 5, 6, 0};
        DetectionRule up = DetectionRule.calibrated(high, low);
        assertThat(up).isEqualTo(new DetectionRule(4, true));
        DetectionRule down = DetectionRule.calibrated(low, high);
        assertThat(down.higherIsReal()).isFalse();
        assertThat(down.isReal(4)).isFalse();
        assertThat(down.isReal(3)).isTrue();
        DetectionAccuracy accuracy = DetectionAccuracy.of(up, new double[] {4, 7, 1}, new double[] {3});
        assertThat(accuracy.right().value()).isEqualTo(0.75);
        assertThat(accuracy.realRight().value()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(accuracy.generatedRight().value()).isEqualTo(1);
        assertThat(accuracy.baseRate()).isEqualTo(0.75);
    }

    @Test
    void equalScoresAreRightHalfOfTheTime() {
        double[] zeros = new double[6];
        DetectionRule rule = DetectionRule.calibrated(zeros, zeros);
        assertThat(DetectionAccuracy.of(rule, zeros, zeros).right().value()).isEqualTo(0.5);
        assertThatThrownBy(() -> DetectionRule.calibrated(new double[0], zeros))
                .hasMessage("a threshold is chosen between two groups of numbers, and one has none: pass at least one");
        assertThatThrownBy(() -> DetectionAccuracy.of(rule, zeros, new double[0]))
                .hasMessageContaining("there are none of one kind");
    }
}
