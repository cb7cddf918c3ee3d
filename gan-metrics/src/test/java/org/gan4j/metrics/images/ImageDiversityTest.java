package org.gan4j.metrics.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageDiversityTest {
    private static final ImageDiversity METRIC = new ImageDiversity(5);
    private static final TensorData NOISE = noise("real", 12);

    static Stream<JsonNode> small() {
        return StreamSupport.stream(MadeUpImages.oracle().get("small").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("small")
    void smallImagesHaveTheNumbersOfPyTorchAtFewerScales(JsonNode pair) {
        JsonNode shape = pair.get("shape");
        MadeUpImages images = MadeUpImages.of(
                shape.get(0).asInt(), shape.get(1).asInt(), shape.get(2).asInt());
        TensorData two = TensorData.joined(
                List.of(MadeUpImages.repeated(images.reference(), 1), MadeUpImages.repeated(images.image(), 1)));
        Map<String, Double> values = METRIC.measure(two, MadeUpImages.repeated(images.image(), 2));
        assertThat(values.get("ms-ssim-diversity.real"))
                .isCloseTo(pair.get("ms-ssim").asDouble(), offset(1e-6));
        assertThat(values.get("ms-ssim-diversity")).isCloseTo(1, offset(1e-9));
    }

    @Test
    void asManyScalesAreUsedAsFit() {
        assertThat(MultiscaleSimilarity.scales(10)).isZero();
        assertThat(MultiscaleSimilarity.scales(11)).isEqualTo(1);
        assertThat(MultiscaleSimilarity.scales(28)).isEqualTo(2);
        assertThat(MultiscaleSimilarity.scales(175)).isEqualTo(5);
        assertThat(MultiscaleSimilarity.scales(160)).isEqualTo(4);
        assertThat(MultiscaleSimilarity.scales(2000)).isEqualTo(5);
    }

    @Test
    void withLabelsPairsOfOneClassAreMeasuredToo() {
        // images 0 and 1, then 0 and 1 again: equal within a class, and unlike across them
        TensorData twice = TensorData.joined(List.of(NOISE.rows(0, 2), NOISE.rows(0, 2)));
        Optional<TensorData> labels = Optional.of(TensorData.of(new int[] {4, 7, 4, 7}, Shape.of(4)));
        MetricInput in = MetricInput.of(twice, twice);
        Map<String, Double> values = METRIC.measure(in.labeled(List.of(), labels, labels));
        assertThat(values.get("ms-ssim-diversity.classes")).isCloseTo(1, offset(1e-9));
        assertThat(values.get("ms-ssim-diversity.classes.real")).isCloseTo(1, offset(1e-9));
        assertThat(values.get("ms-ssim-diversity")).isLessThan(0.9);
        assertThat(METRIC.measure(in.labeled(List.of(), labels, Optional.empty())))
                .isEqualTo(METRIC.measure(in));
        // no class has two samples
        Optional<TensorData> apart = Optional.of(TensorData.of(new int[] {0, 1, 2, -1}, Shape.of(4)));
        assertThat(METRIC.measure(in.labeled(List.of(), apart, apart))).isEqualTo(METRIC.measure(in));
    }

    @Test
    void theSeedChoosesThePairsAndTheErrorIsThatOfTheirMean() {
        MetricInput in = MetricInput.of(NOISE, noise("fake", 12));
        Map<String, Double> values = METRIC.measure(in.seed(1));
        assertThat(values)
                .containsOnlyKeys(
                        "ms-ssim-diversity",
                        "ms-ssim-diversity.error",
                        "ms-ssim-diversity.real",
                        "ms-ssim-diversity.real.error");
        assertThat(METRIC.measure(in.seed(1))).isEqualTo(values);
        assertThat(METRIC.measure(in.seed(2)).get("ms-ssim-diversity"))
                .isNotEqualTo(values.get("ms-ssim-diversity"))
                .isCloseTo(values.get("ms-ssim-diversity"), offset(6 * values.get("ms-ssim-diversity.error")));
    }

    @Test
    void itAppliesToImagesOfElevenPixels() {
        assertThat(METRIC.appliesTo(comparison(Pairing.DISTRIBUTION, 3, 11, 12)))
                .isTrue();
        assertThat(METRIC.appliesTo(comparison(Pairing.DISTRIBUTION, 3, 10, 12)))
                .isFalse();
        assertThat(METRIC.appliesTo(comparison(Pairing.PAIRS, 3, 11, 12))).isFalse();
        assertThat(METRIC.appliesTo(comparison(Pairing.DISTRIBUTION, 12))).isFalse();
    }

    @Test
    void unusableSamplesAndSettingsAreRefused() {
        assertThatThrownBy(() -> METRIC.measure(NOISE, NOISE.rows(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ms-ssim-diversity needs at least 2 fake samples; there are 1: evaluate more samples");
        float[] broken = NOISE.toFloats();
        broken[300] = Float.NaN;
        assertThatThrownBy(() -> METRIC.measure(NOISE, TensorData.of(broken, NOISE.shape())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a value of fake sample 1 is NaN, and ms-ssim-diversity needs finite numbers: check the"
                        + " sample");
        assertThatThrownBy(() -> new ImageDiversity(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ms-ssim-diversity needs at least 2 pairs, not 1; the paper uses 100 of each class");
    }

    private static TensorData noise(String stream, int count) {
        float[] values = new float[count * 256];
        new Philox(3, stream, 0).uniforms(0, values, values.length);
        return TensorData.of(values, Shape.of(count, 1, 16, 16));
    }

    private static Comparison comparison(Pairing pairing, long... shape) {
        return new Comparison(
                new Field(Field.IMAGE, DType.FLOAT, Shape.of(shape)),
                pairing,
                LatentSpace.none(),
                (rows, latents, weights) -> rows.get(Field.IMAGE));
    }
}
