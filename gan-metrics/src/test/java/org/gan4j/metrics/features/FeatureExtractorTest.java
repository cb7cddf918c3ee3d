package org.gan4j.metrics.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.architectures.trunks.MobileNetV2;
import org.gan4j.data.FashionMnist;
import org.gan4j.metrics.Evaluation;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FeatureExtractorTest {
    private static Session session;
    private static FeatureExtractor extractor;

    @BeforeAll
    static void open() {
        session = Engines.preferred().open();
        extractor = new FeatureExtractor(session, MobileNetV2.pretrained(), 48, 8);
    }

    @AfterAll
    static void close() {
        extractor.close();
        session.close();
    }

    @Test
    void featuresAreTheMeanOfTheLastLayerOverAllPositions() {
        TensorData images = clothes(0, 2);
        Tensor layer = MobileNetV2.pretrained()
                .apply(TriangleFilter.resize(Tensor.of(images), 48, 48))
                .value();
        double[] expected = layer.mean(2, 3).toDoubles();
        Features features = extractor.extract("two clothes", images);
        assertThat(features.vectors().shape()).isEqualTo(Shape.of(2, 96));
        assertThat(features.vectors().toDoubles()).containsExactly(expected, offset(1e-3));
        assertThat(features.source().network()).isEqualTo("mobilenet-v2 block_10_project_BN, mean, at 48×48");
        assertThat(features.samples()).isEqualTo("two clothes");
        assertThat(features.count()).isEqualTo(2);
    }

    @Test
    void batchesAndPartsPlayNoRole() {
        TensorData images = clothes(0, 19);
        double[] together = extractor.extract("", images).vectors().toDoubles();
        double[] apart = extractor
                .extract("", List.of(images.rows(0, 3), images.rows(3, 19)))
                .vectors()
                .toDoubles();
        assertThat(apart).containsExactly(together, offset(1e-3));
    }

    @Test
    void noiseIsFarFromClothesAndClothesAreNearToClothes() {
        Features real = extractor.extract("clothes", clothes(0, 200));
        Features other = extractor.extract("other clothes", clothes(200, 400));
        float[] pixels = new float[200 * 28 * 28];
        new Philox(1, "noise", 0).uniforms(0, pixels, pixels.length);
        Features noise = extractor.extract("noise", TensorData.of(pixels, Shape.of(200, 1, 28, 28)));
        Map<String, Double> near = Evaluation.of(real, other, 0).values();
        assertThat(near.get("precision")).isGreaterThan(0.7);
        assertThat(near.get("coverage")).isGreaterThan(0.8);
        assertThat(Math.abs(near.get("kernel-distance"))).isLessThan(3 * near.get("kernel-distance.error"));
        Map<String, Double> far = Evaluation.of(real, noise, 0).values();
        assertThat(far.get("precision")).isZero();
        assertThat(far.get("coverage")).isZero();
        assertThat(far.get("kernel-distance")).isGreaterThan(20 * far.get("kernel-distance.error"));
    }

    @Test
    void invalidImagesAreRefused() {
        assertThatThrownBy(() -> extractor.extract("", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are no images to extract features from: pass at least one");
        assertThatThrownBy(() -> extractor.extract("", TensorData.of(new float[6], Shape.of(2, 3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features need images [N,C,H,W]; the shape is [2, 3]: reshape to four axes");
        assertThatThrownBy(() -> new FeatureExtractor(session, MobileNetV2.pretrained(), 0, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a feature extractor needs a size and a batch of at least 1, not 0 and 8;"
                        + " 96 and 16 are usual");
    }

    private static TensorData clothes(int from, int to) {
        try (Dataset data = FashionMnist.embedded().open()) {
            return data.read(IntStream.range(from, to).toArray()).get(Field.IMAGE);
        }
    }
}
