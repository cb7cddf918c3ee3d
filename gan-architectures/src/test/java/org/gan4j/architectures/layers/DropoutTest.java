package org.gan4j.architectures.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.testkit.GradientCheck;
import org.junit.jupiter.api.Test;

class DropoutTest {
    private static final Dropout DROPOUT = new Dropout(VariableScope.of("critic/dropout0", 1), 0.25);

    private static ForwardPass pass() {
        return ForwardPass.training(RandomKey.of(3).child("move0"));
    }

    private static float[] ones(Dropout dropout, ForwardPass pass) {
        return dropout.apply(Parameters.variables(), pass, Tensor.ones(100, 100))
                .toFloats();
    }

    @Test
    void keepsTheExpectedValue() {
        float[] y = ones(DROPOUT, pass());
        double sum = 0;
        for (float one : y) {
            assertThat(one).isIn(0f, 4 / 3f);
            sum += one;
        }
        // one number has deviation √(p/(1-p)) = 0.577; the mean of 10,000 of them 0.00577
        assertThat(sum / y.length).isCloseTo(1, offset(3 * 0.00577));
    }

    @Test
    void doesNothingInInference() {
        Tensor x = Tensor.ones(2, 2);
        assertThat(DROPOUT.apply(Parameters.variables(), ForwardPass.inference(), x))
                .isSameAs(x);
    }

    @Test
    void drawsAnotherMaskForEachApplicationInAPassAndEachLayer() {
        ForwardPass pass = pass();
        float[] real = ones(DROPOUT, pass);
        float[] fake = ones(DROPOUT, pass);
        float[] other = ones(new Dropout(VariableScope.of("critic/dropout1", 1), 0.25), pass());
        assertThat(agreement(real, fake)).isCloseTo(0.75 * 0.75 + 0.25 * 0.25, offset(0.02));
        assertThat(agreement(real, other)).isCloseTo(0.75 * 0.75 + 0.25 * 0.25, offset(0.02));
    }

    private static double agreement(float[] a, float[] b) {
        int same = 0;
        for (int i = 0; i < a.length; i++) {
            same += a[i] == b[i] ? 1 : 0;
        }
        return (double) same / a.length;
    }

    @Test
    void drawsTheSameMasksWhenAMoveIsTracedAgain() {
        assertThat(ones(DROPOUT, pass())).isEqualTo(ones(DROPOUT, pass()));
    }

    @Test
    void hasRightFirstAndSecondDerivatives() {
        Tensor x = Tensor.of(new double[] {0.5, -1, 2, 0.25, -0.75, 1.5}, 2, 3);
        GradientCheck.of(
                        in -> DROPOUT.apply(
                                Parameters.variables(),
                                pass(),
                                in.get(0).mul(in.get(0).tanh())),
                        x.named("x"))
                .order(2)
                .holds();
    }

    @Test
    void refusesToDropEverything() {
        assertThatThrownBy(() -> new Dropout(VariableScope.of("d", 1), 1)).hasMessageContaining("below 1, not 1.0");
    }
}
