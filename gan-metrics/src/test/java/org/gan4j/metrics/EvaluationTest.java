package org.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.plugin.GanPlugin;
import org.gan4j.metrics.features.Features;
import org.gan4j.metrics.images.PeakSignalToNoise;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final Features REAL = features("data test split", 40);
    private static final Features FAKE = features("generator", 30);

    @Test
    void everyNumberNamesItsFeaturesAndSamples() {
        Evaluation evaluation = Evaluation.of(REAL, FAKE, 9);
        assertThat(evaluation.toMap().keySet())
                .containsExactly(
                        "precision",
                        "recall",
                        "density",
                        "coverage",
                        "kernel-distance",
                        "kernel-distance.error",
                        "features",
                        "real",
                        "real.count",
                        "fake",
                        "fake.count",
                        "seed",
                        "metrics");
        assertThat(evaluation.toMap())
                .containsEntry("features", "a net")
                .containsEntry("real", "data test split")
                .containsEntry("real.count", 40)
                .containsEntry("fake", "generator")
                .containsEntry("fake.count", 30)
                .containsEntry("seed", 9L)
                .containsEntry(
                        "metrics",
                        List.of("PrecisionRecall[neighbors=3]", "DensityCoverage[neighbors=5]", "KernelDistance[]"));
        assertThat(evaluation.toString().lines()).hasSize(6);
        assertThat(evaluation.toString().lines().skip(1))
                .allSatisfy(line -> assertThat(line).contains("a net", "40 data test split", "30 generator", "9"));
        assertThat(evaluation.toString()).contains("±");
    }

    @Test
    void severalPartsEachNameTheirFeaturesAndSamples() {
        Features sharp = Features.none("data test split", TensorData.of(new float[16], Shape.of(4, 1, 2, 2)));
        Features blurred = Features.none("generator", TensorData.of(new float[16], Shape.of(4, 1, 2, 2)));
        Evaluation pairs = Evaluation.of(List.of(PeakSignalToNoise.standard()), sharp, blurred, 9);
        Evaluation both = Evaluation.of(REAL, FAKE, 9).and(pairs.prefixed("image."));
        assertThat(both.values()).hasSize(8).containsEntry("image.psnr", 100.).containsKey("precision");
        assertThat(both.toString().lines()).hasSize(7);
        assertThat(both.toString().lines().toList().get(6))
                .startsWith("image.psnr")
                .contains("none: the samples themselves", "4 data test split", "4 generator");
        assertThat(both.toMap().keySet()).containsExactly("parts");
        assertThat(both.toMap().get("parts"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(part -> part.get("features"))
                .containsExactly("a net", "none: the samples themselves");
    }

    @Test
    void featuresOfTwoNetworksCannotBeCompared() {
        Features other = new Features(FAKE.vectors(), "another net", "generator");
        assertThatThrownBy(() -> Evaluation.of(REAL, other, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the features of data test split are a net, those of generator are another net: extract"
                        + " both with the same network");
    }

    @Test
    void theMetricsAreFoundByName() {
        List<String> names = ServiceLoader.load(GanPlugin.class).stream()
                .flatMap(plugin -> plugin.get().metrics().stream())
                .map(Metric::name)
                .toList();
        assertThat(names)
                .containsExactly(
                        "precision-recall",
                        "density-coverage",
                        "kernel-distance",
                        "psnr",
                        "ssim",
                        "ms-ssim",
                        "perceptual-distance",
                        "modes",
                        "mean-distance",
                        "digit-modes");
    }

    private static Features features(String samples, int count) {
        float[] values = new float[count * 4];
        new Philox(1, samples, 0).normals(0, values, values.length);
        return new Features(TensorData.of(values, Shape.of(count, 4)), "a net", samples);
    }
}
