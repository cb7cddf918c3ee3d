package com.example.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.tensor.Tensor;
import org.gan4j.testkit.GradientCheck;
import org.junit.jupiter.api.Test;

class LeastSquaresLossTest {
    private final AdversarialLoss loss = new LeastSquaresLoss(0, 1, 1);
    private final Tensor real = Tensor.of(new double[] {1.5, -0.5});
    private final Tensor fake = Tensor.of(new double[] {-1, 2});

    @Test
    void followsEquationTwoOfThePaper() {
        // (0.25 + 2.25) / 4 + (1 + 4) / 4, and (4 + 1) / 4
        assertThat(loss.critic(real, fake).evaluate().item()).isEqualTo(1.875);
        assertThat(loss.generator(real, fake).evaluate().item()).isEqualTo(1.25);
    }

    @Test
    void hasCorrectFirstAndSecondDerivatives() {
        GradientCheck.of(in -> loss.critic(in.get(0), in.get(1)), real.named("real"), fake.named("fake"))
                .order(2)
                .holds();
        GradientCheck.of(in -> loss.generator(in.get(0), in.get(1)), real.named("real"), fake.named("fake"))
                .order(2)
                .holds();
    }
}
