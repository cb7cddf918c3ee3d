package org.gan4j.metrics.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.architectures.trunks.MobileNetV2;
import org.gan4j.data.FashionMnist;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class InceptionFeaturesTest {
    private static final Field IMAGE = new Field(Field.IMAGE, DType.FLOAT, Shape.of(3, 28, 28));

    private static final Engine ENGINE = Engines.preferred();

    @Test
    void missingWeightsAreNamedWithTheScriptThatFetchesThem(@TempDir Path folder) {
        assertThatThrownBy(() ->
                        new InceptionFeatures(96, "mixed5", folder.toString()).open(ENGINE, LearningData.none(IMAGE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no file inception-v3.safetensors with the weights of InceptionV3 in " + folder
                        + "; fetch it: scripts/data/fetch-perceptual-net " + folder);
        assertThatThrownBy(() -> new InceptionFeatures(74, "mixed5", "."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the features of inception-v3 need a size of at least 75, not 74: 96 is usual, and smaller"
                        + " images are enlarged to it");
        assertThat(InceptionFeatures.standard().network()).contains("inception-v3");
    }

    @Test
    void aLayerOfTheTrunkCanBeChosen() {
        MobileNetV2 trunk = MobileNetV2.pretrained();
        String layer = trunk.features().get(0);
        try (FeatureExtractor extraction = FeatureExtractor.on(ENGINE, trunk, Resizing.triangle(32), 4, layer)) {
            assertThat(extraction.network()).isEqualTo("mobilenet-v2 " + layer + ", mean, at 32×32");
            TensorData images = TensorData.of(new float[2 * 28 * 28], Shape.of(2, 1, 28, 28));
            assertThat(extraction.of(images).features().shape()).isEqualTo(Shape.of(2, 32));
        }
        assertThatThrownBy(() -> FeatureExtractor.on(ENGINE, trunk, Resizing.triangle(32), 4, "mixed5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("mobilenet-v2 has no layer mixed5; it has Conv1_relu, ");
    }

    @Test
    @EnabledIfSystemProperty(named = "gan4j.perceptual-net", matches = ".+")
    void theFetchedWeightsGive768Features() {
        String folder = System.getProperty("gan4j.perceptual-net");
        try (Dataset data = FashionMnist.embedded().open();
                Extraction extraction =
                        new InceptionFeatures(96, "mixed5", folder).open(ENGINE, LearningData.none(IMAGE))) {
            TensorData images = data.read(0, 1, 2).get(Field.IMAGE);
            assertThat(extraction.of(images).features().shape()).isEqualTo(Shape.of(3, 768));
            assertThat(extraction.network()).isEqualTo("inception-v3 mixed5, mean, at 96×96");
            assertThat(extraction.resizing()).isEqualTo("triangle filter to 96×96");
            assertThat(extraction.weights()).matches("[0-9a-f]{12}");
        }
    }
}
