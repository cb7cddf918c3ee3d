package org.gan4j.metrics.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class TrainSyntheticTestRealTest {
    private static final TrainSyntheticTestReal METRIC = new TrainSyntheticTestReal(150, 32, 32);
    private static final String NAME = "train-synthetic-test-real.small-cnn";
    private static final MadeUpData DATA = MadeUpData.of(900, 1, 10, 10);

    private static MetricInput input(MadeUpData data, int[] fakeLabels) {
        int[] reals = IntStream.range(0, 300).toArray();
        int[] fakes = IntStream.range(300, 600).toArray();
        return MetricInput.of(data.samples(reals), data.samples(fakes))
                .labeled(
                        data.classes(),
                        data.labels(reals),
                        Optional.of(TensorData.of(fakeLabels, Shape.of(fakeLabels.length))));
    }

    private static int[] right() {
        return IntStream.range(0, 300).map(i -> i % 3).toArray();
    }

    @Test
    void samplesLikeTheDataTeachAsWellAsData() {
        Map<String, Double> values = METRIC.measure(input(DATA, right()));
        assertThat(values).containsOnlyKeys(NAME, NAME + ".error", NAME + ".real", NAME + ".real.error");
        assertThat(values.get(NAME)).isGreaterThan(0.95);
        assertThat(values.get(NAME + ".real")).isGreaterThan(0.95);
        assertThat(values.get(NAME + ".error")).isBetween(0.001, 0.05);
        assertThat(values.get(NAME + ".real.error")).isBetween(0.001, 0.05);
        assertThat(METRIC.measure(input(DATA, right()))).isEqualTo(values);
    }

    @Test
    void swappedClassesTeachTheWrongAnswers() {
        // class 0 and class 1 are swapped: only class 2 is learned
        int[] swapped = IntStream.of(right()).map(k -> k == 2 ? 2 : 1 - k).toArray();
        Map<String, Double> values = METRIC.measure(input(DATA, swapped));
        assertThat(values.get(NAME)).isCloseTo(1 / 3., within(0.05));
        assertThat(values.get(NAME + ".real")).isGreaterThan(0.95);
    }

    @Test
    void vectorsAreClassifiedToo() {
        Map<String, Double> values = METRIC.measure(input(MadeUpData.of(900, 6), right()));
        assertThat(values.get("train-synthetic-test-real.small-mlp")).isGreaterThan(0.95);
    }

    @Test
    void balancedAccuracyIsTheMeanRecallOfTheClassesThatOccur() {
        // recalls 3/4, 1/2 and 0; scikit-learn's balanced_accuracy_score gives 0.41666...
        BalancedAccuracy accuracy =
                BalancedAccuracy.of(new int[] {0, 0, 0, 1, 1, 0, 2}, new int[] {0, 0, 0, 0, 1, 1, 3}, 5);
        assertThat(accuracy.value()).isCloseTo(5 / 12., within(1e-12));
        double variance = 4 / 6. * 2 / 6 / 4 + 2 / 4. * 2 / 4 / 2 + 1 / 3. * 2 / 3 / 1;
        assertThat(accuracy.error()).isCloseTo(Math.sqrt(variance) / 3, within(1e-12));
    }

    @Test
    void whatCannotBeMeasuredIsRefused() {
        TensorData images = DATA.samples(0, 1, 2);
        assertThatThrownBy(() -> METRIC.measure(images, images))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "train-synthetic-test-real needs the classes of data and samples, at least two; there are 0:"
                                + " evaluate a generator of classes, such as that of the recipe conditional");
        MetricInput unasked = input(DATA, right());
        assertThatThrownBy(
                        () -> METRIC.measure(unasked.labeled(DATA.classes(), unasked.realLabels(), Optional.empty())))
                .hasMessageContaining("those of the samples are not known");
        MetricInput few =
                MetricInput.of(images, images).labeled(DATA.classes(), DATA.labels(0, 1, 2), DATA.labels(0, 1, 2));
        assertThatThrownBy(() -> METRIC.measure(few))
                .hasMessage(
                        "train-synthetic-test-real needs at least 20 data of known class; there are 3: evaluate more"
                                + " samples");
        MadeUpData infinite = new MadeUpData(Shape.of(4), 900, List.of("a", "b", "c"), true, Double.NaN);
        assertThatThrownBy(() -> METRIC.measure(input(infinite, right())))
                .hasMessage(
                        "a number of row 0 of the data is NaN, and train-synthetic-test-real needs finite ones: check"
                                + " the data");
        assertThatThrownBy(() -> new TrainSyntheticTestReal(0, 64, 32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("train-synthetic-test-real needs steps and a batch of at least 1 and a size of at least 8;"
                        + " got steps 0, batch 64 and size 32: the defaults are 1500, 64 and 32");
    }

    @Test
    void itAppliesToSamplesOfClasses() {
        Comparison comparison = new Comparison(
                new Field(Field.IMAGE, DType.FLOAT, Shape.of(1, 8, 8)),
                Pairing.DISTRIBUTION,
                LatentSpace.normal(2),
                (rows, latents, weights) -> latents);
        assertThat(METRIC.appliesTo(comparison)).isFalse();
        assertThat(METRIC.appliesTo(comparison.ofLabels())).isTrue();
        assertThat(METRIC.isOnRequest()).isTrue();
    }
}
