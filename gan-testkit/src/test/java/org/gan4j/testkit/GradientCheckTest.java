package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.junit.jupiter.api.Test;

class GradientCheckTest {
    private final Tensor x = Tensor.of(Points.signed(1, 3, 4));
    private final Tensor y = Tensor.of(Points.positive(2, 4));

    @Test
    void aRightGradientHolds() {
        GradientCheck.of(in -> in.get(0).mul(in.get(1)).tanh().div(in.get(1)), x, y)
                .order(3)
                .holds();
    }

    @Test
    void aWrongGradientSaysWhichInputAndElement() {
        Tensor wrongAtOne = Tensor.of(new boolean[] {false, false, true, false}, 4);
        assertThatThrownBy(() -> GradientCheck.of(
                                in -> in.get(0).mul(wrongAtOne.where(in.get(1).stopGradient(), in.get(1))),
                                x,
                                y.named("scale"))
                        .holds())
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching(
                        "the gradient of order 1 by input 1 \\(scale\\), DOUBLE \\[4\\], is wrong at element \\[2\\]: "
                                + "expected -?[0-9.]+ \\(finite differences\\), found 0.00000000 \\(gradient\\), a difference of .*");
    }

    @Test
    void aGradientThatIsRightButNotDifferentiableFailsAtOrderTwo() {
        GradientCheck check = GradientCheck.of(in -> halfSquare(in.get(0)), x);
        assertThatCode(check::holds).doesNotThrowAnyException();
        assertThatThrownBy(() -> check.order(2).holds())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the gradient of order 2 by input 0");
    }

    /** Returns x²/2 with a gradient, x, that is a constant to the next order. */
    private static Tensor halfSquare(Tensor x) {
        return x.mul(x.stopGradient()).sub(x.stopGradient().square().mul(0.5));
    }

    @Test
    void aLargeInputIsCheckedAlongDirections() {
        Tensor large = Tensor.of(Points.signed(3, 20, 30));
        GradientCheck.of(in -> in.get(0).sin().sum(1), large).order(2).holds();
        assertThatThrownBy(() -> GradientCheck.of(
                                in -> in.get(0).sin().add(in.get(0).cos().stopGradient()), large)
                        .holds())
                .hasMessageContaining("[20, 30], is wrong at element [");
    }

    @Test
    void notANumberIsWrong() {
        Tensor zero = Tensor.of(new double[] {0, 1}, 2);
        assertThatThrownBy(() ->
                        GradientCheck.of(in -> in.get(0).square().sqrt(), zero).holds())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("at element [0]")
                .hasMessageContaining("NaN");
    }

    @Test
    void aKinkIsHintedAt() {
        Tensor near = Tensor.of(new double[] {0x1p-18, 1}, 2);
        assertThatThrownBy(() -> GradientCheck.of(in -> in.get(0).relu(), near).holds())
                .hasMessageContaining("is there a kink or jump here?");
    }

    @Test
    void floatPointsAreCheckedInDouble() {
        GradientCheck.of(in -> in.get(0).tanh().mul(Tensor.ones(3, 4)), x.cast(DType.FLOAT))
                .order(2)
                .holds();
    }

    @Test
    void integerAndBooleanPointsStayWhatTheyAre() {
        GradientCheck.of(
                        in -> in.get(1).where(in.get(0), in.get(0).square()).gather(0, in.get(2)),
                        x,
                        Tensor.of(Points.booleans(1, 4)),
                        Tensor.of(new int[] {2, 0, 2}, 3))
                .order(2)
                .holds();
    }

    @Test
    void aGradientPenaltyIsCheckedByTheParametersOfACritic() {
        Variable w1 = Variable.of("w1", RandomKey.of(1).child("w1").normal(4, 5));
        Variable w2 = Variable.of("w2", RandomKey.of(1).child("w2").normal(5, 1));
        Tensor images = Tensor.input("images", DType.FLOAT, 3, 4);
        Tensor scores = images.matmul(w1.value()).tanh().matmul(w2.value());
        Tensor penalty =
                Gradients.of(scores, images).norm(1).sub(1).square().mean().mul(10);
        TensorData fed = RandomKey.of(1).child("images").normal(3, 4).evaluate();
        GradientCheck.ofExpression(penalty)
                .by(w1, w2)
                .feed("images", fed)
                .order(2)
                .holds();
        Tensor wrong = penalty.add(w2.value().sum().stopGradient());
        assertThatThrownBy(() -> GradientCheck.ofExpression(wrong)
                        .by(w1, w2)
                        .feed("images", fed)
                        .holds())
                .hasMessageContaining("by variable w2, DOUBLE [5, 1], is wrong");
    }

    @Test
    void somethingToDifferentiateByIsNeeded() {
        assertThatThrownBy(() -> GradientCheck.of(in -> in.get(0).cast(DType.DOUBLE), Tensor.arange(3))
                        .holds())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing to differentiate by");
    }

    @Test
    void anUnusedInputHasGradientZero() {
        GradientCheck.of(in -> in.get(0).square(), x, y).order(2).holds();
        assertThat(GradientCheck.of(in -> in.get(0).square(), x, y).failure()).isEmpty();
    }
}
