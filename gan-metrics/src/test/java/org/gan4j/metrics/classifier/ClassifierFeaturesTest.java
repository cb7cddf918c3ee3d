package org.gan4j.metrics.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.Extraction.Extracted;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierFeaturesTest {
    private static final Engine ENGINE = Engines.preferred();
    private static final ClassifierFeatures SMALL = new ClassifierFeatures(100, 32, 32, 20_000);

    @Test
    void clothesAreToldApart() {
        try (Extraction extraction = new ClassifierFeatures(300, 64, 32, 4000).open(ENGINE, Clothes.of(4000))) {
            assertThat(extraction.network())
                    .matches(
                            "classifier of 10 classes, 300 steps on 3600 samples, right for .* % of 400 held-out ones");
            double stated = stated(extraction);
            assertThat(stated).isGreaterThan(78);
            assertThat(extraction.resizing()).isEqualTo("none");
            // images that it has never seen
            Clothes others = Clothes.of(10_000);
            int[] rows = IntStream.range(5000, 6000).toArray();
            Extracted extracted = extraction.of(others.samples(rows));
            assertThat(extracted.features().shape()).isEqualTo(Shape.of(1000, 128));
            assertThat(extracted.probabilities().orElseThrow().shape()).isEqualTo(Shape.of(1000, 10));
            assertThat(accuracy(extracted, others.labels(rows).orElseThrow())).isCloseTo(stated, offset(6.0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 8 8", "3 33 64", "3 128 128", "1 9 40", "2"})
    void imagesOfAnySizeAndVectorsAreClassified(String dims) {
        MadeUpData data = MadeUpData.of(
                300,
                List.of(dims.split(" ")).stream().mapToLong(Long::parseLong).toArray());
        assertThat(SMALL.appliesTo(data.field())).isTrue();
        try (Extraction extraction = SMALL.open(ENGINE, data)) {
            int[] rows = IntStream.range(1000, 1120).toArray();
            Extracted extracted = extraction.of(data.samples(rows));
            assertThat(accuracy(extracted, data.labels(rows).orElseThrow())).isGreaterThan(90);
            for (int i = 0; i < rows.length; i++) {
                TensorData row = extracted.probabilities().orElseThrow().rows(i, i + 1);
                assertThat(IntStream.range(0, 3).mapToDouble(row::get).sum()).isCloseTo(1, offset(1e-5));
            }
        }
    }

    @Test
    void largeImagesAreReduced() {
        assertThat(resizing(Shape.of(3, 40, 80))).isEqualTo("triangle filter to 16×32");
        assertThat(resizing(Shape.of(1, 32, 20))).isEqualTo("none");
    }

    private static String resizing(Shape shape) {
        MadeUpData data = MadeUpData.of(100, shape.dims());
        try (Extraction extraction = SMALL.open(ENGINE, data)) {
            return extraction.resizing();
        }
    }

    @Test
    void theWeightsDependOnDataAndSettingsOnly() {
        assertThat(weights(SMALL, 200)).isEqualTo(weights(SMALL, 200)).matches("[0-9a-f]{12}");
        assertThat(weights(SMALL, 201)).isNotEqualTo(weights(SMALL, 200));
        assertThat(weights(new ClassifierFeatures(99, 32, 32, 20_000), 200)).isNotEqualTo(weights(SMALL, 200));
    }

    private static String weights(ClassifierFeatures settings, int size) {
        try (Extraction extraction = settings.open(ENGINE, MadeUpData.of(size, 1, 8, 8))) {
            return extraction.weights();
        }
    }

    @Test
    void samplesOfUnknownClassAreLeftOut() {
        MadeUpData data = MadeUpData.of(200, 1, 8, 8);
        LearningData half = new LearningData() {
            @Override
            public Field field() {
                return data.field();
            }

            @Override
            public List<String> classes() {
                return data.classes();
            }

            @Override
            public int size() {
                return data.size();
            }

            @Override
            public TensorData samples(int... rows) {
                return data.samples(rows);
            }

            @Override
            public Optional<TensorData> labels(int... rows) {
                int[] labels = data.labels(rows).orElseThrow().toInts();
                return Optional.of(TensorData.of(
                        IntStream.range(0, rows.length)
                                .map(i -> rows[i] < 100 ? -1 : labels[i])
                                .toArray(),
                        Shape.of(rows.length)));
            }
        };
        try (Extraction extraction = SMALL.open(ENGINE, half)) {
            assertThat(extraction.network()).contains("on 80 samples").contains("of 20 held-out");
        }
    }

    @Test
    void aClassifierThatLearnsNothingMayNotJudge() {
        MadeUpData alike = new MadeUpData(Shape.of(1, 8, 8), 400, List.of("even", "odd"), true, 0);
        assertThatThrownBy(() -> SMALL.open(ENGINE, alike))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("the classifier of these data is right for .* % of 40 held-out samples, and always"
                        + " answering (even|odd), the most frequent class, is right for .* %, so it cannot judge:"
                        + " give it more labeled data or more steps than 100, check the labels, or choose another"
                        + " extractor, such as mobilenet-v2");
    }

    @Test
    void unusableDataAreRefused() {
        MadeUpData unlabeled = new MadeUpData(Shape.of(1, 8, 8), 100, List.of(), false, 1);
        assertThatThrownBy(() -> SMALL.open(ENGINE, unlabeled))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the classifier needs data with labels of at least two classes; these have none: evaluate"
                        + " with labeled data, or choose an extractor that needs no labels, such as mobilenet-v2 or"
                        + " pixels");
        assertThatThrownBy(() -> SMALL.open(ENGINE, new MadeUpData(Shape.of(2), 50, List.of("all"), true, 1)))
                .hasMessageContaining("these have only all: ");
        assertThatThrownBy(() -> SMALL.open(ENGINE, MadeUpData.of(39, 1, 8, 8)))
                .hasMessage("the classifier needs at least 40 labeled samples; there are 39: use more data, or another"
                        + " extractor, such as mobilenet-v2");
        MadeUpData named = new MadeUpData(Shape.of(2), 50, List.of("a", "b"), false, 1);
        assertThatThrownBy(() -> SMALL.open(ENGINE, named))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the data name 2 classes, but their samples have no labels, which the classifier needs:"
                        + " evaluate with labeled data, or choose an extractor that needs no labels, such as"
                        + " mobilenet-v2 or pixels");
        HeldOut few = HeldOut.of(new int[19], new int[19], new int[] {5, 9});
        assertThatThrownBy(() -> few.requireLearned(List.of("a", "b"), 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a classifier is judged by at least 20 held-out samples; there are 19: give it more labeled"
                        + " data");
        MadeUpData infinite = new MadeUpData(Shape.of(1, 8, 8), 60, List.of("a", "b", "c"), true, 1e38);
        assertThatThrownBy(() -> SMALL.open(ENGINE, infinite))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("check the data for numbers that are infinite or very large");
        assertThat(SMALL.appliesTo(new Field("words", DType.INT, Shape.of(7)))).isFalse();
        assertThat(SMALL.appliesTo(new Field("sound", DType.FLOAT, Shape.of(1, 100))))
                .isFalse();
    }

    @Test
    void settingsAreValidated() {
        assertThatThrownBy(() -> new ClassifierFeatures(0, 64, 32, 20_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the classifier needs steps and a batch of at least 1, a size of at least 8 and at least"
                        + " 40 samples; got steps 0, batch 64, size 32 and samples 20000: the defaults are 1500, 64, 32"
                        + " and 20000");
        assertThat(ClassifierFeatures.standard().learns()).isTrue();
        assertThat(ClassifierFeatures.standard().classifies()).isTrue();
    }

    private static double stated(Extraction extraction) {
        Matcher number = Pattern.compile("right for ([0-9.]+) %").matcher(extraction.network());
        assertThat(number.find()).isTrue();
        return Double.parseDouble(number.group(1));
    }

    /** Returns the percentage of samples whose most probable class is the right one. */
    private static double accuracy(Extracted extracted, TensorData labels) {
        TensorData probabilities = extracted.probabilities().orElseThrow();
        int classes = probabilities.shape().dim(1);
        int right = 0;
        for (int i = 0; i < labels.shape().dim(0); i++) {
            int best = 0;
            for (int k = 1; k < classes; k++) {
                best = probabilities.get(i * classes + k) > probabilities.get(i * classes + best) ? k : best;
            }
            right += best == (int) labels.get(i) ? 1 : 0;
        }
        return 100.0 * right / labels.shape().dim(0);
    }
}
