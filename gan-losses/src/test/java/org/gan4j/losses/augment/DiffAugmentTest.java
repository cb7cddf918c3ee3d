package org.gan4j.losses.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.losses.penalty.R1;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.testkit.GradientCheck;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with PyTorch (make_game_oracles.py in gan-testkit). */
class DiffAugmentTest {
    private static final Tensor FULL = Tensor.full(1);
    private static final Tensor IMAGES = RandomKey.of(3).normal(4, 3, 16, 8);

    static List<OracleCase> known() {
        return Oracle.read("augmentations").cases();
    }

    private static Tensor number(OracleCase known, String name, DType dtype) {
        return known.input(name, dtype).reshape(-1, 1, 1, 1);
    }

    private static Tensor changed(OracleCase known, Tensor x) {
        return switch (known.name()) {
            case "translation" ->
                DiffAugment.translated(x, number(known, "down", DType.FLOAT), number(known, "right", DType.FLOAT));
            case "color" ->
                DiffAugment.colored(
                        x,
                        number(known, "brightness", DType.DOUBLE).sub(0.5),
                        number(known, "saturation", DType.DOUBLE).mul(2),
                        number(known, "contrast", DType.DOUBLE).add(0.5));
            default ->
                DiffAugment.cut(
                        x,
                        number(known, "row", DType.FLOAT),
                        number(known, "column", DType.FLOAT),
                        Tensor.ones(3, 1, 1, 1));
        };
    }

    @ParameterizedTest
    @MethodSource("known")
    void agreesWithPyTorchForGivenNumbers(OracleCase known) {
        known.requireExpected("changed", changed(known, known.input("x")).evaluate(), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("known")
    void aPenaltyIsDifferentiatedThroughIt(OracleCase known) {
        Tensor a = known.input("a");
        Tensor w = known.input("w");
        Tensor x = known.input("x");
        Tensor penalty = R1.of(known.setting("gamma"))
                .penalty(RegularizerContext.of(
                        samples -> changed(known, samples)
                                .reshape(3, -1)
                                .matmul(a)
                                .tanh()
                                .matmul(w.reshape(-1, 1))
                                .reshape(3),
                        x,
                        x,
                        RandomKey.of(1)));
        known.requireExpected("r1", penalty.evaluate(), 1e-12);
        known.requireExpected("grad_a", Gradients.of(penalty, a).evaluate(), 1e-10);
        known.requireExpected("grad_w", Gradients.of(penalty, w).evaluate(), 1e-10);
    }

    private static TensorData applied(DiffAugment augmentation, RandomKey random, Tensor strength) {
        return augmentation.apply(IMAGES, random, strength).evaluate();
    }

    @Test
    void eachStreamAndEachImageGetsNumbersOfItsOwn() {
        Tensor same =
                Tensor.ones(2, 1, 8, 8).mul(Tensor.arange(64).cast(DType.FLOAT).reshape(1, 1, 8, 8));
        TensorData changed =
                DiffAugment.all().apply(same, RandomKey.of(5), FULL).evaluate();
        double[] values = changed.toDoubles();
        assertThat(IntStream.range(0, 64).mapToObj(i -> values[i]).toList())
                .isNotEqualTo(IntStream.range(64, 128).mapToObj(i -> values[i]).toList());
        assertThat(applied(DiffAugment.all(), RandomKey.of(5), FULL))
                .isEqualTo(applied(DiffAugment.all(), RandomKey.of(5), FULL))
                .isNotEqualTo(applied(DiffAugment.all(), RandomKey.of(6), FULL));
    }

    @Test
    void aStrengthOfZeroChangesNothing() {
        for (DiffAugment each : List.of(new DiffAugment(false, true, false), new DiffAugment(false, false, true))) {
            assertThat(applied(each, RandomKey.of(5), Tensor.full(0))).isEqualTo(IMAGES.evaluate());
        }
        double[] found =
                applied(DiffAugment.all(), RandomKey.of(5), Tensor.full(0)).toDoubles();
        double[] images = IMAGES.evaluate().toDoubles();
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isEqualTo(images[i], within(1e-6));
        }
    }

    @Test
    void translationMovesByUpToAnEighthAndFillsWithZeros() {
        Tensor many = Tensor.ones(200, 1, 16, 8);
        double[] sums = new DiffAugment(false, true, false)
                .apply(many, RandomKey.of(5), FULL)
                .sum(1, 2, 3)
                .toDoubles();
        // of 16 rows 14 to 16 remain, of 8 columns 7 or 8
        Set<Double> possible = new HashSet<>();
        IntStream.rangeClosed(14, 16).forEach(rows -> possible.addAll(Set.of(rows * 7.0, rows * 8.0)));
        assertThat(IntStream.range(0, sums.length)
                        .mapToObj(i -> sums[i])
                        .distinct()
                        .toList())
                .containsExactlyInAnyOrderElementsOf(possible);
    }

    @Test
    void cutoutRemovesAtMostHalfOfEachSide() {
        double[] sums = new DiffAugment(false, false, true)
                .apply(Tensor.ones(200, 1, 16, 8), RandomKey.of(5), FULL)
                .sum(1, 2, 3)
                .toDoubles();
        assertThat(sums).contains(128 - 8 * 4);
        assertThat(DoubleStream.of(sums).boxed()).allMatch(sum -> sum >= 128 - 8 * 4 && sum <= 128 - 4 * 2);
    }

    @Test
    void aStrengthIsTheShareOfImagesThatChange() {
        double[] sums = new DiffAugment(false, false, true)
                .apply(Tensor.ones(1000, 1, 8, 8), RandomKey.of(5), Tensor.full(0.25))
                .sum(1, 2, 3)
                .toDoubles();
        long changed = IntStream.range(0, sums.length).filter(i -> sums[i] < 64).count();
        // the standard deviation of the count is 13.7
        assertThat(changed).isBetween(250L - 55, 250L + 55);
    }

    @Test
    void itsGradientsAgreeWithFiniteDifferences() {
        Tensor images = RandomKey.of(4).normal(2, 2, 8, 8).cast(DType.DOUBLE);
        Function<Tensor, Tensor> squares =
                x -> DiffAugment.all().apply(x, RandomKey.of(5), FULL).square().mean();
        GradientCheck.of(in -> squares.apply(in.get(0)), images.named("images")).holds();
    }

    @Test
    void refusesSamplesThatAreNoImagesAndToChangeNothing() {
        assertThatThrownBy(() -> DiffAugment.all().apply(Tensor.ones(4, 3), RandomKey.of(1), FULL))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("diff-augment changes images [N,C,H,W], but the samples are [4, 3]");
        assertThatThrownBy(() -> new DiffAugment(false, false, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("diff-augment changes nothing");
    }
}
