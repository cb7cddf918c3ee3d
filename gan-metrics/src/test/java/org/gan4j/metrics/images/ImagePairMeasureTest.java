package org.gan4j.metrics.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImagePairMeasureTest {
    private static final MadeUpImages LARGE = MadeUpImages.of(3, 189, 202);

    static Stream<JsonNode> pairs() {
        return StreamSupport.stream(MadeUpImages.oracle().get("pairs").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void numbersAreThoseOfScikitImageAndPyTorch(JsonNode pair) {
        JsonNode shape = pair.get("shape");
        MadeUpImages images = MadeUpImages.of(
                shape.get(0).asInt(), shape.get(1).asInt(), shape.get(2).asInt());
        ImageColor color = ImageColor.valueOf(pair.get("color").asText());
        int border = pair.get("border").asInt();
        boolean rounded = pair.get("rounded").asBoolean();
        assertThat(new PeakSignalToNoise(color, border, rounded).of(images.reference(), images.image()))
                .isCloseTo(pair.get("psnr").asDouble(), offset(1e-5));
        assertThat(new StructuralSimilarity(color, border, rounded).of(images.reference(), images.image()))
                .isCloseTo(pair.get("ssim").asDouble(), offset(1e-7));
        if (pair.has("ms-ssim")) {
            assertThat(new MultiscaleSimilarity(color, border, rounded).of(images.reference(), images.image()))
                    .isCloseTo(pair.get("ms-ssim").asDouble(), offset(1e-7));
        }
    }

    @Test
    void namesSayTheSettings() {
        assertThat(StructuralSimilarity.standard().resultName()).isEqualTo("ssim");
        assertThat(new StructuralSimilarity(ImageColor.Y, 4, false).resultName())
                .isEqualTo("ssim.y4");
        assertThat(new PeakSignalToNoise(ImageColor.Y, 0, true).resultName()).isEqualTo("psnr.y-8bit");
        assertThat(new MultiscaleSimilarity(ImageColor.RGB, 2, true).resultName())
                .isEqualTo("ms-ssim.rgb2-8bit");
        assertThat(new PeakSignalToNoise(ImageColor.RGB, 0, true).resultName()).isEqualTo("psnr.rgb-8bit");
    }

    static Stream<ImagePairMeasure> similarities() {
        return Stream.of(StructuralSimilarity.standard(), MultiscaleSimilarity.standard());
    }

    @ParameterizedTest
    @MethodSource("similarities")
    void metricsAreMeansOverPairs(ImagePairMeasure measure) {
        double value = measure.of(LARGE.reference(), LARGE.image());
        TensorData real = MadeUpImages.repeated(LARGE.reference(), 2);
        Map<String, Double> same = ((Metric) measure).measure(real, MadeUpImages.repeated(LARGE.image(), 2));
        assertThat(same).containsOnlyKeys(measure.resultName(), measure.resultName() + ".error");
        assertThat(same.get(measure.resultName())).isCloseTo(value, offset(1e-12));
        TensorData one = TensorData.joined(
                List.of(MadeUpImages.repeated(LARGE.image(), 1), MadeUpImages.repeated(LARGE.reference(), 1)));
        Map<String, Double> half = ((Metric) measure).measure(real, one);
        assertThat(half.get(measure.resultName())).isCloseTo((value + 1) / 2, offset(1e-12));
        assertThat(half.get(measure.resultName() + ".error")).isCloseTo((1 - value) / 2, offset(1e-12));
    }

    @ParameterizedTest
    @MethodSource("similarities")
    void imagesOfOppositeContrastAreLeastSimilar(ImagePairMeasure measure) {
        float[] inverted = LARGE.reference().toFloats();
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = -inverted[i];
        }
        TensorData negative = TensorData.of(inverted, LARGE.reference().shape());
        assertThat(measure.of(LARGE.reference(), negative)).isLessThanOrEqualTo(0);
        assertThat(measure.higherIsBetter()).isTrue();
    }

    @Test
    void smallImagesAreRefused() {
        MadeUpImages images = MadeUpImages.of(3, 18, 200);
        assertThatThrownBy(
                        () -> new StructuralSimilarity(ImageColor.Y, 4, false).of(images.reference(), images.image()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ssim.y4 needs images of at least 19×19 with a border of 4; the shape is [3, 18, 200]:"
                        + " choose another metric or larger images");
        assertThatThrownBy(() -> MultiscaleSimilarity.standard().of(images.reference(), images.image()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ms-ssim needs images of at least 176×176; the shape is [3, 18, 200]: choose another"
                        + " metric or larger images");
        assertThatThrownBy(() -> new PeakSignalToNoise(ImageColor.RGB, 9, false).of(images.reference(), images.image()))
                .hasMessageStartingWith("psnr.rgb9 needs images of at least 19×19 with a border of 9");
    }

    @Test
    void wrongSettingsAndChannelsAndShapesAreRefused() {
        assertThatThrownBy(() -> new PeakSignalToNoise(ImageColor.Y, -1, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the border must be at least 0 pixels, not -1; papers on super-resolution leave out as many"
                        + " as the scale");
        MadeUpImages four = MadeUpImages.of(4, 20, 20);
        assertThat(PeakSignalToNoise.standard().of(four.reference(), four.image()))
                .isPositive();
        assertThatThrownBy(() -> new PeakSignalToNoise(ImageColor.Y, 0, false).of(four.reference(), four.image()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("psnr.y needs images of 1 or 3 channels for their luminance; the shape is [4, 20, 20]: set"
                        + " color to RGB, which stands for all channels");
        assertThatThrownBy(() -> StructuralSimilarity.standard().of(four.reference(), LARGE.image()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ssim compares two images, both [C,H,W] of the same shape; the shapes are [4, 20, 20] and"
                        + " [3, 189, 202]");
    }

    @Test
    void metricsApplyToPairsOfImagesOfSufficientSize() {
        Metric luma = new PeakSignalToNoise(ImageColor.Y, 4, true);
        assertThat(luma.appliesTo(pairs(3, 9, 20))).isTrue();
        assertThat(luma.appliesTo(pairs(3, 8, 20))).isFalse();
        assertThat(luma.appliesTo(pairs(2, 20, 20))).isFalse();
        assertThat(StructuralSimilarity.standard().appliesTo(pairs(2, 11, 11))).isTrue();
        assertThat(StructuralSimilarity.standard().appliesTo(pairs(2, 10, 11))).isFalse();
        assertThat(MultiscaleSimilarity.standard().appliesTo(pairs(1, 176, 176)))
                .isTrue();
        assertThat(MultiscaleSimilarity.standard().appliesTo(pairs(1, 175, 176)))
                .isFalse();
    }

    private static Comparison pairs(int... shape) {
        return new Comparison(
                new Field(Field.IMAGE, DType.FLOAT, Shape.of(shape[0], shape[1], shape[2])),
                Pairing.PAIRS,
                LatentSpace.none(),
                (rows, latents, weights) -> rows.get(Field.IMAGE));
    }
}
