package org.gan4j.metrics;

import java.util.List;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.plugin.GanPlugin;
import org.gan4j.metrics.classes.ClassAgreement;
import org.gan4j.metrics.classes.ClassCoverage;
import org.gan4j.metrics.classes.ClassShares;
import org.gan4j.metrics.classes.InceptionScore;
import org.gan4j.metrics.classifier.ClassifierFeatures;
import org.gan4j.metrics.classifier.TrainSyntheticTestReal;
import org.gan4j.metrics.clusters.PrecisionRecallCurve;
import org.gan4j.metrics.distances.FrechetDistance;
import org.gan4j.metrics.distances.GaussianKernelDistance;
import org.gan4j.metrics.distances.MongeDistance;
import org.gan4j.metrics.diversity.VendiScore;
import org.gan4j.metrics.features.FidInception;
import org.gan4j.metrics.features.InceptionFeatures;
import org.gan4j.metrics.features.MobileNetFeatures;
import org.gan4j.metrics.images.ImageDiversity;
import org.gan4j.metrics.images.MultiscaleSimilarity;
import org.gan4j.metrics.images.PeakSignalToNoise;
import org.gan4j.metrics.images.PerceptualDistance;
import org.gan4j.metrics.images.PerceptualPathLength;
import org.gan4j.metrics.images.StructuralSimilarity;
import org.gan4j.metrics.modes.DigitModes;
import org.gan4j.metrics.modes.ModeCoverage;
import org.gan4j.metrics.pixels.PixelFeatures;
import org.gan4j.metrics.topology.GeometryScore;

/** Registers this module's metrics and extractors by name. */
public final class MetricsPlugin implements GanPlugin {
    @Override
    public List<Metric> metrics() {
        return List.of(
                PrecisionRecall.standard(),
                DensityCoverage.standard(),
                PrecisionRecallCurve.standard(),
                new KernelDistance(),
                new FrechetDistance(),
                MongeDistance.standard(),
                GaussianKernelDistance.standard(),
                new VendiScore(),
                ImageDiversity.standard(),
                GeometryScore.standard(),
                InceptionScore.standard(),
                new ClassAgreement(),
                ClassCoverage.standard(),
                ClassShares.standard(),
                PeakSignalToNoise.standard(),
                StructuralSimilarity.standard(),
                MultiscaleSimilarity.standard(),
                PerceptualDistance.standard(),
                PerceptualPathLength.standard(),
                new ModeCoverage(),
                new MeanDistance(),
                new DigitModes(),
                TrainSyntheticTestReal.standard());
    }

    @Override
    public List<Extractor> extractors() {
        return List.of(
                MobileNetFeatures.standard(),
                InceptionFeatures.standard(),
                FidInception.standard(),
                ClassifierFeatures.standard(),
                PixelFeatures.standard());
    }
}
