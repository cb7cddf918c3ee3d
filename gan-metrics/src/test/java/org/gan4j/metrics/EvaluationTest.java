package org.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.plugin.GanPlugin;
import org.gan4j.metrics.features.FeatureSource;
import org.gan4j.metrics.features.Features;
import org.gan4j.metrics.images.PeakSignalToNoise;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final FeatureSource A_NET = new FeatureSource("a net", "0123", "to 9×9");
    private static final Features REAL = features("data test split", 40);
    private static final Features FAKE = features("generator", 30);
    private static final List<Metric> METRICS =
            List.of(PrecisionRecall.standard(), DensityCoverage.standard(), new KernelDistance());

    @Test
    void everyNumberNamesItsFeaturesAndSamples() {
        Evaluation evaluation = evaluated(REAL);
        assertThat(evaluation.toMap().keySet())
                .containsExactly(
                        "precision",
                        "precision.error",
                        "recall",
                        "recall.error",
                        "density",
                        "density.error",
                        "coverage",
                        "coverage.error",
                        "kernel-distance",
                        "kernel-distance.error",
                        "metrics",
                        "protocol");
        assertThat(evaluation.toMap())
                .containsEntry(
                        "metrics",
                        List.of("PrecisionRecall[neighbors=3]", "DensityCoverage[neighbors=5]", "KernelDistance[]"));
        assertThat(evaluation.toMap().get("protocol"))
                .hasToString("{features=a net, features.weights=0123, resizing=to 9×9, data=data test split, split=,"
                        + " real.count=40, samples=generator, weights=, fake.count=30, seed=9}");
        assertThat(evaluation.toString().lines().toList())
                .hasSize(11)
                .contains(
                        "features   a net; weights 0123; resizing: to 9×9",
                        "samples    30 generator; seed 9",
                        "real       40 data test split");
        assertThat(evaluation.toString()).contains("±");
    }

    @Test
    void aProtocolIsReadBack() {
        Protocol protocol = evaluated(REAL).parts().get(0).protocol();
        assertThat(Protocol.of(protocol.toMap())).isEqualTo(protocol);
        assertThatThrownBy(() -> Protocol.of(Map.of("features", "a net")))
                .hasMessage("the protocol of an evaluation has no features.weights that can be used; it has [features]:"
                        + " evaluate again");
    }

    @Test
    void unlikeProtocolsNameTheirDifferences() {
        Protocol one = evaluated(REAL).parts().get(0).protocol();
        Protocol other = Evaluation.of(METRICS, features("data test split", 41), FAKE, 8)
                .parts()
                .get(0)
                .protocol();
        assertThat(one.differences(one)).isEmpty();
        assertThat(one.differences(other)).containsExactly("the number of samples of the data: 40; 41");
    }

    @Test
    void referencesStandBesideTheNumbers() {
        Evaluation.Part part = evaluated(REAL).parts().get(0);
        Evaluation.Reference noise =
                new Evaluation.Reference("noise", 20, Map.of("precision", 0.25, "precision.error", 0.125));
        Evaluation beside = new Evaluation(
                List.of(new Evaluation.Part(part.values(), Map.of("noise", noise), part.metrics(), part.protocol())),
                List.of("a note"),
                Map.of("work", 1.25));
        assertThat(beside.toString().lines().toList())
                .anySatisfy(line ->
                        assertThat(line).matches("precision +\\d\\.\\d{4}( ± \\d\\.\\d{4})? +0\\.2500 ± 0\\.1250"))
                .contains("noise      20 noise", "note       a note");
        assertThat(beside.prefixed("image.")
                        .parts()
                        .get(0)
                        .references()
                        .get("noise")
                        .values())
                .containsKey("image.precision");
    }

    @Test
    void aClassNamedRealOrErrorHasARowOfItsOwn() {
        Evaluation.Part part = evaluated(REAL).parts().get(0);
        Map<String, Double> values = Map.of(
                "class-share.real",
                0.5,
                "class-share.real.real",
                0.25,
                "class-share.error",
                0.75,
                "class-share.error.error",
                0.125);
        Evaluation evaluation = new Evaluation(
                List.of(new Evaluation.Part(values, Map.of(), part.metrics(), part.protocol())), List.of(), Map.of());
        assertThat(evaluation.toString().lines().toList())
                .anySatisfy(line -> assertThat(line).matches("class-share\\.real +0\\.5000 +0\\.2500"))
                .anySatisfy(line -> assertThat(line).matches("class-share\\.error +0\\.7500 ± 0\\.1250"))
                .noneMatch(line -> line.contains("real.real") || line.contains("error.error"));
    }

    @Test
    void severalPartsEachNameTheirFeaturesAndSamples() {
        Features sharp = Features.none("data test split", TensorData.of(new float[16], Shape.of(4, 1, 2, 2)));
        Features blurred = Features.none("generator", TensorData.of(new float[16], Shape.of(4, 1, 2, 2)));
        Evaluation pairs = Evaluation.of(List.of(PeakSignalToNoise.standard()), sharp, blurred, 9);
        Evaluation both = evaluated(REAL).and(pairs.prefixed("image."));
        assertThat(both.values()).hasSize(12).containsEntry("image.psnr", 100.).containsKey("precision");
        assertThat(both.toString().lines().toList())
                .contains(
                        "features   a net; weights 0123; resizing: to 9×9",
                        "features   none: the samples themselves",
                        "samples    4 generator; seed 9",
                        "real       4 data test split");
        assertThat(both.toMap().keySet()).containsExactly("parts");
        assertThat(both.toMap().get("parts"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(part -> ((Map<?, ?>) part.get("protocol")).get("features"))
                .hasToString("[a net, none: the samples themselves]");
    }

    @Test
    void featuresOfTwoNetworksCannotBeCompared() {
        Features other = new Features(FAKE.vectors(), new FeatureSource("another net", "0123", "to 9×9"), "generator");
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
                        "precision-recall-curve",
                        "kernel-distance",
                        "frechet",
                        "mind",
                        "cmmd",
                        "vendi",
                        "ms-ssim-diversity",
                        "geometry-score",
                        "inception-score",
                        "class-agreement",
                        "class-coverage",
                        "class-shares",
                        "psnr",
                        "ssim",
                        "ms-ssim",
                        "perceptual-distance",
                        "path-length",
                        "modes",
                        "mean-distance",
                        "digit-modes",
                        "train-synthetic-test-real");
    }

    private static Evaluation evaluated(Features real) {
        return Evaluation.of(METRICS, real, FAKE, 9);
    }

    private static Features features(String samples, int count) {
        float[] values = new float[count * 4];
        new Philox(1, samples, 0).normals(0, values, values.length);
        return new Features(TensorData.of(values, Shape.of(count, 4)), A_NET, samples);
    }
}
