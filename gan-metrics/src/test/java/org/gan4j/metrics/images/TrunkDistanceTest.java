package org.gan4j.metrics.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Outputs;
import org.gan4j.architectures.trunks.Trunk;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrunkDistanceTest {
    private static final JsonNode EXPECTED = MadeUpImages.oracle().get("distances");
    private static final Trunk TRUNK = new MadeUpTrunk();

    private static Session session;

    /** The trunk of make_image_oracle.py. */
    private static final class MadeUpTrunk implements Trunk {
        @Override
        public String name() {
            return "made-up";
        }

        @Override
        public List<String> features() {
            return List.of("colors", "mixtures");
        }

        @Override
        public Outputs apply(Tensor images) {
            Tensor mixture = Tensor.of(new float[] {1, -2, 1, 2, 1, -1, -1, 1, 1, 1, 1, 1}, 4, 3, 1, 1);
            Tensor mixtures =
                    images.conv2d(mixture.div(4).broadcastTo(4, 3, 2, 2), 2, 0).relu();
            return new Outputs(mixtures, Map.of("colors", images, "mixtures", mixtures));
        }
    }

    @BeforeAll
    static void open() {
        session = Engines.preferred().open();
    }

    @AfterAll
    static void close() {
        session.close();
    }

    private static double distance(MadeUpImages images, String... layers) {
        try (TrunkDistance distance = new TrunkDistance(session, TRUNK, List.of(layers))) {
            return distance.of(images.reference(), images.image());
        }
    }

    @Test
    void distancesAreThoseOfNumPy() {
        MadeUpImages images = MadeUpImages.of(3, 12, 18);
        assertThat(distance(images, "colors")).isCloseTo(EXPECTED.get("colors").asDouble(), offset(1e-6));
        assertThat(distance(images, "colors", "mixtures"))
                .isCloseTo(EXPECTED.get("both").asDouble(), offset(1e-6));
        assertThat(distance(images)).isEqualTo(distance(images, "colors", "mixtures"));
    }

    @Test
    void longImagesAreMeasuredInTiles() {
        assertThat(distance(MadeUpImages.of(3, 4, 1030)))
                .isCloseTo(EXPECTED.get("tiled").asDouble(), offset(1e-6));
    }

    @Test
    void imagesOfSeveralSizesFollowEachOther() {
        try (TrunkDistance distance = new TrunkDistance(session, TRUNK, List.of("colors"))) {
            MadeUpImages images = MadeUpImages.of(3, 12, 18);
            MadeUpImages tall = MadeUpImages.of(3, 520, 2);
            double first = distance.of(images.reference(), images.image());
            assertThat(distance.of(tall.image(), tall.image())).isZero();
            assertThat(distance.of(images.reference(), images.image())).isEqualTo(first);
        }
    }

    @Test
    void theNameSaysTheTrunkAndItsLayers() {
        assertThat(new TrunkDistance(session, TRUNK, List.of()).resultName()).isEqualTo("perceptual-distance.made-up");
        assertThat(new TrunkDistance(session, TRUNK, List.of("colors", "mixtures")).resultName())
                .isEqualTo("perceptual-distance.made-up");
        assertThat(new TrunkDistance(session, TRUNK, List.of("mixtures")).resultName())
                .isEqualTo("perceptual-distance.made-up.mixtures");
        assertThat(new TrunkDistance(session, TRUNK, List.of()).higherIsBetter())
                .isFalse();
        assertThatThrownBy(() -> new TrunkDistance(session, TRUNK, List.of("block_5_add")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("made-up has no layer block_5_add; it has colors, mixtures");
    }

    @Test
    void theMetricIsTheMeanOverPairsInMobileNetV2() {
        MadeUpImages images = MadeUpImages.of(3, 24, 32);
        TensorData reference = MadeUpImages.repeated(images.reference(), 1);
        TensorData image = MadeUpImages.repeated(images.image(), 1);
        PerceptualDistance metric = PerceptualDistance.standard();
        Map<String, Double> values = metric.measure(
                TensorData.joined(List.of(reference, reference)), TensorData.joined(List.of(reference, image)));
        String name = "perceptual-distance.mobilenet-v2";
        try (TrunkDistance distance = metric.in(session)) {
            double value = distance.of(images.reference(), images.image());
            assertThat(value).isBetween(0.1, 8.);
            assertThat(values).containsOnlyKeys(name, name + ".error");
            assertThat(values.get(name)).isCloseTo(value / 2, offset(1e-5));
        }
    }

    @Test
    void missingWeightsAreNamed(@TempDir Path folder) {
        PerceptualDistance inception =
                new PerceptualDistance(PretrainedTrunk.INCEPTION_V3, List.of("mixed5"), folder.toString());
        assertThatThrownBy(() -> inception.in(session))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fetch it: scripts/data/fetch-perceptual-net");
        assertThat(inception.appliesTo(pairs(3, 43, 50))).isTrue();
        assertThat(inception.appliesTo(pairs(3, 42, 50))).isFalse();
        assertThat(PerceptualDistance.standard().appliesTo(pairs(1, 8, 8))).isTrue();
        assertThat(PerceptualDistance.standard().appliesTo(pairs(2, 8, 8))).isFalse();
    }

    private static Comparison pairs(int... shape) {
        return new Comparison(
                new Field(Field.IMAGE, DType.FLOAT, Shape.of(shape[0], shape[1], shape[2])),
                Pairing.PAIRS,
                LatentSpace.none(),
                (rows, latents, weights) -> rows.get(Field.IMAGE));
    }
}
