package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/** A part of {@link LossContract}, with the name of the behavior that it checks. */
record LossCheck(String name, Consumer<AdversarialLoss> check) {
    private static final double EXACT = 1e-12;
    private static final double RISE = 0.1;

    /** The least change that is no rounding error. */
    private static final double LEAST = 1e-9;

    private static final double RATIO = 3;
    private static final double FARTHEST = 3;
    private static final double GRID = 0.125;

    /** Scores without order or symmetry, away from kinks at whole numbers and at distances of 1 from their means. */
    private static final Tensor REAL = Tensor.of(new double[] {1.53, -0.31, 0.82, -2.07, 0.11, 2.74});

    private static final Tensor FAKE = Tensor.of(new double[] {-1.13, 0.43, 2.21, -0.64, 1.78, -2.36});

    /** Checks the loss; throws an AssertionError if it fails. */
    void run(AdversarialLoss loss) {
        check.accept(loss);
    }

    /**
     * Returns all checks.
     *
     * @param bestScore the score at which the critic's loss is lowest, by density ratio
     */
    static List<LossCheck> all(DoubleFunction<OptionalDouble> bestScore) {
        List<LossCheck> all = new ArrayList<>();
        all.add(new LossCheck("has a name that files can use", LossCheck::hasAName));
        for (LossPlayer player : LossPlayer.values()) {
            String of = "the " + player + "'s loss ";
            all.add(new LossCheck(of + "is a scalar of the scores' type", loss -> isScalar(loss, player)));
            all.add(new LossCheck(
                    of + "has gradients of orders 1 and 2 that equal finite differences",
                    loss -> hasRightGradients(loss, player)));
            all.add(new LossCheck(
                    of + "and its gradient are finite at scores of ±10,000", loss -> isFinite(loss, player)));
            all.add(new LossCheck(of + "is the same for patches", loss -> isSameForPatches(loss, player)));
            all.add(new LossCheck(of + "is a mean over the batch", loss -> isAMean(loss, player)));
            all.add(new LossCheck(of + "ignores the order of the samples", loss -> ignoresOrder(loss, player)));
        }
        all.add(new LossCheck(
                "the critic's loss falls if real scores rise or fake ones fall", LossCheck::pullsScoresApart));
        all.add(new LossCheck("the generator's loss falls if fake scores rise", LossCheck::raisesFakeScores));
        if (bestScore.apply(1).isPresent()) {
            all.add(new LossCheck(
                    "the critic's loss is lowest at the best scores",
                    loss -> isLowestAt(
                            loss,
                            bestScore.apply(RATIO).orElseThrow(),
                            bestScore.apply(1 / RATIO).orElseThrow())));
        }
        return List.copyOf(all);
    }

    private static void hasAName(AdversarialLoss loss) {
        assertThat(loss.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(loss).as("a record, so it can be written and read back").isInstanceOf(Record.class);
    }

    private static void isScalar(AdversarialLoss loss, LossPlayer player) {
        for (DType type : List.of(DType.FLOAT, DType.DOUBLE)) {
            Tensor value = player.loss(loss, REAL.cast(type), FAKE.cast(type));
            assertThat(value.shape()).as("the shape").isEqualTo(Shape.of());
            assertThat(value.dtype()).as("the type").isEqualTo(type);
        }
    }

    private static void hasRightGradients(AdversarialLoss loss, LossPlayer player) {
        GradientCheck.of(in -> player.loss(loss, in.get(0), in.get(1)), REAL.named("real"), FAKE.named("fake"))
                .order(2)
                .holds();
    }

    private static void isFinite(AdversarialLoss loss, LossPlayer player) {
        float high = 1e4f;
        List<float[]> extremes =
                List.of(new float[] {high, high}, new float[] {-high, -high}, new float[] {high, -high});
        for (float[] real : extremes) {
            for (float[] fake : extremes) {
                for (TensorData each : player.withGradients(loss, Tensor.of(real, 2), Tensor.of(fake, 2))) {
                    for (double number : each.toDoubles()) {
                        assertThat(number)
                                .as("loss or gradient at real scores %s and fake scores %s", text(real), text(fake))
                                .isFinite();
                    }
                }
            }
        }
    }

    private static String text(float[] scores) {
        return scores[0] + ", " + scores[1];
    }

    private static void isSameForPatches(AdversarialLoss loss, LossPlayer player) {
        List<TensorData> expected = player.withGradients(loss, REAL, FAKE);
        for (long[] shape : new long[][] {{2, 1, 3, 1}, {1, 1, 2, 3}, {6, 1}}) {
            List<TensorData> found = player.withGradients(loss, REAL.reshape(shape), FAKE.reshape(shape));
            for (int i = 0; i < expected.size(); i++) {
                TensorData flat = found.get(i);
                new Closeness(EXACT)
                        .require(
                                LossPlayer.RESULTS.get(i) + " of scores " + Shape.of(shape),
                                TensorData.of(flat.toDoubles(), expected.get(i).shape()),
                                expected.get(i));
            }
        }
    }

    private static void isAMean(AdversarialLoss loss, LossPlayer player) {
        requireSame(
                "the loss of a batch given twice",
                player.loss(loss, Tensor.concat(0, REAL, REAL), Tensor.concat(0, FAKE, FAKE)),
                player.loss(loss, REAL, FAKE));
    }

    private static void ignoresOrder(AdversarialLoss loss, LossPlayer player) {
        requireSame(
                "the loss of the reversed batch",
                player.loss(loss, REAL.flip(0), FAKE.flip(0)),
                player.loss(loss, REAL, FAKE));
    }

    private static void requireSame(String what, Tensor found, Tensor expected) {
        new Closeness(EXACT).require(what, found.evaluate(), expected.evaluate());
    }

    private static void pullsScoresApart(AdversarialLoss loss) {
        double undecided = undecided(loss);
        Tensor real = around(undecided, REAL);
        Tensor fake = around(undecided, FAKE);
        Tensor before = loss.critic(real, fake);
        requireLower("the critic's loss after all real scores rise by ", loss.critic(real.add(RISE), fake), before);
        requireLower("the critic's loss after all fake scores fall by ", loss.critic(real, fake.sub(RISE)), before);
    }

    private static void raisesFakeScores(AdversarialLoss loss) {
        double rejected = rejected(loss);
        Tensor real = around(rejected, REAL);
        Tensor fake = around(rejected, FAKE);
        requireLower(
                "the generator's loss after all fake scores rise by ",
                loss.generator(real, fake.add(RISE)),
                loss.generator(real, fake));
    }

    /** Returns the score of a critic that cannot tell real from fake. */
    private static double undecided(AdversarialLoss loss) {
        return lowest(score -> critic(loss, score, score));
    }

    /** Returns the score of samples of which three of four are fake. */
    private static double rejected(AdversarialLoss loss) {
        double undecided = undecided(loss);
        return lowest(score -> critic(loss, undecided, score));
    }

    /** Returns the score from -3 to 3 at which a function is lowest, the one nearest to 0 if there are several. */
    private static double lowest(DoubleUnaryOperator function) {
        double best = 0;
        double lowest = function.applyAsDouble(0);
        for (double distance = GRID; distance <= FARTHEST; distance += GRID) {
            for (double score : new double[] {-distance, distance}) {
                double found = function.applyAsDouble(score);
                if (found < lowest - LEAST) {
                    lowest = found;
                    best = score;
                }
            }
        }
        return best;
    }

    private static void requireLower(String what, Tensor after, Tensor before) {
        assertThat(after.evaluate().item())
                .as(what + RISE)
                .isLessThan(before.evaluate().item() - LEAST);
    }

    private static Tensor around(double score, Tensor scores) {
        return scores.mul(0.01).add(score);
    }

    /**
     * Compares the loss at the best scores of two points with the loss nearby. One point is visited by three of four real
     * samples and one of four fakes, the other by the rest.
     */
    private static void isLowestAt(AdversarialLoss loss, double often, double seldom) {
        double lowest = critic(loss, often, seldom);
        for (double distance : new double[] {-0.3, -0.01, 0.01, 0.3}) {
            assertThat(critic(loss, often + distance, seldom))
                    .as(
                            "the critic's loss with the score %s instead of %s at a density ratio of 3",
                            often + distance, often)
                    .isGreaterThan(lowest + LEAST);
            assertThat(critic(loss, often, seldom + distance))
                    .as(
                            "the critic's loss with the score %s instead of %s at a density ratio of 1/3",
                            seldom + distance, seldom)
                    .isGreaterThan(lowest + LEAST);
        }
    }

    private static double critic(AdversarialLoss loss, double often, double seldom) {
        Tensor real = Tensor.of(new double[] {often, often, often, seldom});
        Tensor fake = Tensor.of(new double[] {seldom, seldom, seldom, often});
        return loss.critic(real, fake).evaluate().item();
    }
}
