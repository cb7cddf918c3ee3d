package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Losses with one mistake each, because a contract that notices nothing is useless. */
class WrongLossesTest {
    private static final String SCALAR = "is a scalar of the scores' type";
    private static final String GRADIENTS = "has gradients of orders 1 and 2 that equal finite differences";
    private static final String FINITE = "and its gradient are finite at scores of ±10,000";
    private static final String PATCHES = "is the same for patches";
    private static final String MEAN = "is a mean over the batch";
    private static final String ORDER = "ignores the order of the samples";
    private static final String APART = "falls if real scores rise or fake ones fall";
    private static final String LOWEST = "is lowest at the best scores";
    private static final String RISES = "falls if fake scores rise";

    private static final LogisticLoss RIGHT = LogisticLoss.right();

    private static List<String> failures(AdversarialLoss loss, DoubleFunction<OptionalDouble> bestScore) {
        return LossCheck.all(bestScore).stream()
                .filter(check -> fails(check, loss))
                .map(LossCheck::name)
                .toList();
    }

    private static List<String> failures(AdversarialLoss loss) {
        return failures(loss, ratio -> OptionalDouble.of(Math.log(ratio)));
    }

    private static boolean fails(LossCheck check, AdversarialLoss loss) {
        try {
            check.run(loss);
            return false;
        } catch (AssertionError | ShapeException failed) {
            return true;
        }
    }

    private static String critic(String check) {
        return "the critic's loss " + check;
    }

    private static String generator(String check) {
        return "the generator's loss " + check;
    }

    @Test
    void theRightLossHasNoFailure() {
        assertThat(failures(RIGHT)).isEmpty();
        assertThat(failures(RIGHT, ratio -> OptionalDouble.empty())).isEmpty();
    }

    @Test
    void aSwappedSign() {
        assertThat(failures(RIGHT.critic((real, fake) ->
                        real.softplus().mean().add(fake.softplus().mean()))))
                .containsExactly(critic(APART), critic(LOWEST));
        assertThat(failures(RIGHT.generator((real, fake) -> fake.softplus().mean())))
                .containsExactly(generator(RISES));
    }

    @Test
    void realAndFakeSwapped() {
        assertThat(failures(RIGHT.critic((real, fake) -> RIGHT.critic(fake, real))))
                .containsExactly(critic(APART), critic(LOWEST));
        assertThat(failures(RIGHT.generator((real, fake) -> RIGHT.generator(fake, real))))
                .containsExactly(generator(RISES));
    }

    @Test
    void aSumInPlaceOfAMean() {
        assertThat(failures(RIGHT.critic((real, fake) ->
                        real.neg().softplus().sum().add(fake.softplus().sum()))))
                .containsExactly(critic(MEAN));
        assertThat(failures(
                        RIGHT.generator((real, fake) -> fake.neg().softplus().sum())))
                .containsExactly(generator(MEAN));
    }

    @Test
    void aSumOverThePositionsOfPatches() {
        assertThat(failures(RIGHT.generator((real, fake) -> fake.neg()
                        .softplus()
                        .reshape(fake.shape().dim(0), -1)
                        .sum(1)
                        .mean())))
                .containsExactly(generator(PATCHES));
    }

    @Test
    void anExponentialThatOverflows() {
        assertThat(failures(RIGHT.critic((real, fake) -> real.neg()
                        .exp()
                        .add(1)
                        .log()
                        .mean()
                        .add(fake.exp().add(1).log().mean()))))
                .containsExactly(critic(FINITE));
        assertThat(failures(RIGHT.generator(
                        (real, fake) -> fake.sigmoid().log().mean().neg())))
                .containsExactly(generator(FINITE));
    }

    @Test
    void aGradientThatIsStopped() {
        assertThat(failures(RIGHT.generator((real, fake) -> RIGHT.generator(real, fake.stopGradient()))))
                .containsExactly(generator(GRADIENTS));
        // the first gradient is right, the second is not
        assertThat(failures(RIGHT.generator(
                        (real, fake) -> fake.mul(fake.neg().sigmoid().stopGradient())
                                .neg()
                                .add(fake.neg()
                                        .softplus()
                                        .add(fake.mul(fake.neg().sigmoid()))
                                        .stopGradient())
                                .mean())))
                .containsExactly(generator(GRADIENTS));
    }

    @Test
    void batchNormalizationOfEachBatchAlone() {
        assertThat(failures(RIGHT.critic((real, fake) -> RIGHT.critic(standardized(real), standardized(fake)))))
                .contains(critic(APART), critic(LOWEST));
        assertThat(failures(RIGHT.generator((real, fake) -> RIGHT.generator(real, standardized(fake)))))
                .contains(generator(RISES));
    }

    private static Tensor standardized(Tensor scores) {
        Tensor centered = scores.sub(scores.mean());
        return centered.mul(centered.square().mean().add(1e-5).rsqrt());
    }

    @Test
    void aMinimumElsewhere() {
        assertThat(failures(RIGHT.critic((real, fake) -> RIGHT.critic(real.sub(0.2), fake.sub(0.2)))))
                .containsExactly(critic(LOWEST));
        assertThat(failures(RIGHT.critic((real, fake) -> RIGHT.critic(real.mul(1.1), fake.mul(1.1)))))
                .containsExactly(critic(LOWEST));
    }

    @Test
    void weightsThatDependOnThePlaceInTheBatch() {
        assertThat(failures(RIGHT.generator((real, fake) -> {
                    Tensor flat = fake.reshape(-1);
                    int scores = flat.shape().dim(0);
                    Tensor weights =
                            Tensor.arange(scores).cast(flat.dtype()).mul(2).div(scores - 1);
                    return flat.neg().softplus().mul(weights).mean();
                })))
                .contains(generator(ORDER));
    }

    @Test
    void aLossOfEachSample() {
        assertThat(failures(RIGHT.generator((real, fake) -> fake.neg().softplus())))
                .contains(generator(SCALAR));
        assertThat(failures(RIGHT.generator(
                        (real, fake) -> RIGHT.generator(real, fake).cast(DType.DOUBLE))))
                .contains(generator(SCALAR));
    }

    @Test
    void aNameThatFilesCannotUse() {
        assertThat(failures(RIGHT.named("Logistic loss"))).containsExactly("has a name that files can use");
    }
}
