package com.example.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.tensor.Tensor;
import org.gan4j.testkit.LossContract;
import org.junit.jupiter.api.Test;

class LeastSquaresLossTest extends LossContract {
    @Override
    protected List<AdversarialLoss> losses() {
        return List.of(new LeastSquaresLoss(0, 1, 1), new LeastSquaresLoss(-1, 1, 0));
    }

    @Override
    protected OptionalDouble bestScore(AdversarialLoss loss, double ratio) {
        LeastSquaresLoss squares = (LeastSquaresLoss) loss;
        return OptionalDouble.of((squares.b() * ratio + squares.a()) / (ratio + 1));
    }

    @Test
    void followsEquationTwoOfThePaper() {
        AdversarialLoss loss = new LeastSquaresLoss(0, 1, 1);
        Tensor real = Tensor.of(new double[] {1.5, -0.5});
        Tensor fake = Tensor.of(new double[] {-1, 2});
        // (0.25 + 2.25) / 4 + (1 + 4) / 4, and (4 + 1) / 4
        assertThat(loss.critic(real, fake).evaluate().item()).isEqualTo(1.875);
        assertThat(loss.generator(real, fake).evaluate().item()).isEqualTo(1.25);
    }
}
