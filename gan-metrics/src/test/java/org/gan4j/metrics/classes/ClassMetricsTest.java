package org.gan4j.metrics.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.metrics.statistics.Share;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class ClassMetricsTest {
    private static final TensorData REAL = seen(3, 0, 0, 1, 1, 2, 2);
    private static final TensorData FAKE = seen(3, 0, 0, 0, 1);
    private static final MetricInput IN = MetricInput.of(REAL, FAKE)
            .labeled(
                    List.of("bag", "boot", "coat"),
                    Optional.of(labels(0, 0, 1, -1, 1, 2)),
                    Optional.of(labels(0, 1, 2, 1)));

    @Test
    void agreementIsTheShareOfLabelsThatTheClassifierSees() {
        Map<String, Double> values = new ClassAgreement().measure(IN);
        assertThat(values)
                .containsExactly(
                        entry("class-agreement", 0.5),
                        entry("class-agreement.error", new Share(2, 4).error()),
                        entry("class-agreement.real", 0.8),
                        entry("class-agreement.real.error", new Share(4, 5).error()));
    }

    @Test
    void agreementNeedsLabelsAndTheirClasses() {
        assertThatThrownBy(() -> new ClassAgreement().measure(REAL, FAKE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class-agreement needs the classes that were asked of the generator, and none are known:"
                        + " evaluate a generator of classes, such as that of the recipe conditional");
        assertThatThrownBy(() -> new ClassAgreement()
                        .measure(IN.labeled(IN.classes(), IN.realLabels(), Optional.of(labels(-1, -1, -1, -1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class-agreement needs the classes that were asked of the generator, and that of each"
                        + " sample is unknown: evaluate with labeled data");
        assertThatThrownBy(() ->
                        new ClassAgreement().measure(IN.labeled(List.of("bag"), Optional.empty(), IN.fakeLabels())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class-agreement needs a classifier of the 1 classes of the labels, and this one has 3:"
                        + " choose an extractor that was trained on these labels, such as classifier");
        assertThat(new ClassAgreement().measure(IN.labeled(IN.classes(), Optional.empty(), IN.fakeLabels())))
                .containsOnlyKeys("class-agreement", "class-agreement.error");
    }

    @Test
    void agreementIsThatOfGeneratorsOfClasses() {
        Comparison comparison = new Comparison(
                new Field(Field.IMAGE, DType.FLOAT, Shape.of(1, 8, 8)),
                Comparison.Pairing.DISTRIBUTION,
                LatentSpace.normal(2),
                (rows, latents, weights) -> latents);
        assertThat(new ClassAgreement().appliesTo(comparison)).isFalse();
        assertThat(new ClassAgreement().appliesTo(comparison.ofLabels())).isTrue();
    }

    @Test
    void labelsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new ClassAgreement()
                        .measure(IN.labeled(List.of(), Optional.empty(), Optional.of(labels(0, 1, 3, 1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the label of fake sample 2 is 3, but the classifier has 3 classes: choose an extractor"
                        + " that was trained on these labels");
        assertThatThrownBy(() -> new ClassAgreement()
                        .measure(IN.labeled(List.of(), Optional.empty(), Optional.of(labels(0, 1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class-agreement needs one label for each fake sample; there are 2 labels and 4 samples:"
                        + " give them together");
    }

    @Test
    void aClassIsReachedIfItIsNotMuchRarerThanInTheData() {
        assertThat(ClassCoverage.standard().measure(IN))
                .containsExactly(
                        entry("class-coverage", 2 / 3.),
                        entry("class-coverage.classes", 2.),
                        entry("class-coverage.real", 3.));
        // class 1 has a quarter of the fakes and a third of the data
        assertThat(new ClassCoverage(0.76).measure(IN)).containsEntry("class-coverage.classes", 1.);
        assertThatThrownBy(() -> new ClassCoverage(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class-coverage needs a least ratio from 0 to 1, not 2.0; 0.1 is the default");
    }

    @Test
    void sharesHaveNamesAndDistances() {
        Map<String, Double> values = ClassShares.standard().measure(IN);
        assertThat(values)
                .containsEntry("class-share.bag", 0.75)
                .containsEntry("class-share.bag.error", new Share(3, 4).error())
                .containsEntry("class-share.boot", 0.25)
                .containsEntry("class-share.coat", 0.)
                .containsEntry("class-share.coat.real", 2 / 6.)
                .hasSize(4 + 3 * 4);
        // ½ (5/12 + 1/12 + 4/12), and the data's counts plus one are a third each
        assertThat(values.get("class-shares.distance")).isCloseTo(5 / 12., offset(1e-12));
        assertThat(values.get("class-shares.kl"))
                .isCloseTo(0.75 * Math.log(2.25) + 0.25 * Math.log(0.75), offset(1e-12));
    }

    @Test
    void ofManyClassesThoseThatDifferMostAreListed() {
        Map<String, Double> values =
                new ClassShares(1).measure(IN.labeled(List.of(), Optional.empty(), Optional.empty()));
        assertThat(values.keySet().stream().filter(name -> name.startsWith("class-share.")))
                .containsExactly(
                        "class-share.0", "class-share.0.error", "class-share.0.real", "class-share.0.real.error");
        assertThatThrownBy(() -> new ClassShares(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class-shares cannot list -1 classes: list 0 or more; 20 is the default");
    }

    @Test
    void theErrorsEstimateTheSpreadOverOtherSamples() {
        int repeats = 60;
        for (String result : List.of("class-shares.distance", "class-shares.kl")) {
            double sum = 0;
            double squares = 0;
            double errors = 0;
            for (int i = 0; i < repeats; i++) {
                Map<String, Double> values =
                        ClassShares.standard().measure(drawn("real" + i, 0.5), drawn("fake" + i, 1.5));
                sum += values.get(result) / repeats;
                squares += Math.pow(values.get(result), 2) / repeats;
                errors += values.get(result + ".error") / repeats;
            }
            assertThat(errors / Math.sqrt(squares - sum * sum)).as(result).isBetween(0.75, 1.35);
        }
    }

    /** Classes of 500 samples: the floor of 5 uᵖ for uniform u. */
    private static TensorData drawn(String stream, double power) {
        float[] uniforms = new float[500];
        new Philox(8, stream, 0).uniforms(0, uniforms, uniforms.length);
        return seen(
                5,
                IntStream.range(0, 500)
                        .map(i -> (int) (5 * Math.pow(uniforms[i], power)))
                        .toArray());
    }

    /** Probabilities that are certain of a class of each sample. */
    private static TensorData seen(int classes, int... seen) {
        float[] values = new float[seen.length * classes];
        for (int i = 0; i < seen.length; i++) {
            values[i * classes + seen[i]] = 1;
        }
        return TensorData.of(values, Shape.of(seen.length, classes));
    }

    private static TensorData labels(int... labels) {
        return TensorData.of(labels, Shape.of(labels.length));
    }
}
