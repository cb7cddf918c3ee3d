package org.gan4j.metrics.images;

import java.util.Map;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.tensor.TensorData;

/** A metric of pairs of images that compares their pixels: of some colors, within a border, perhaps of eight bits. */
interface PixelMetric extends Metric, ImagePairMeasure {
    /** Returns the colors that are measured. */
    ImageColor color();

    /** Returns the number of pixels left out at each side. */
    int border();

    /** Returns whether values are first limited to [-1, 1] and rounded to 256 levels. */
    boolean rounded();

    /** Returns the smallest height and width, without the border, that can be measured. */
    int least();

    /** Measures the planes of a reference, and those of an image of the same size. */
    double of(PixelView.Planes reference, PixelView.Planes image);

    private PixelView view() {
        return new PixelView(color(), border(), rounded());
    }

    @Override
    default Given given() {
        return Given.SAMPLES;
    }

    @Override
    default boolean appliesTo(Comparison comparison) {
        return MeanOverPairs.appliesTo(comparison)
                && view().shows(comparison.with().shape(), least());
    }

    @Override
    default Map<String, Double> measure(MetricInput in) {
        return MeanOverPairs.of(this, in.real(), in.fake());
    }

    @Override
    default String resultName() {
        return view().named(name());
    }

    @Override
    default boolean higherIsBetter() {
        return true;
    }

    @Override
    default double of(TensorData reference, TensorData image) {
        MeanOverPairs.requirePair(resultName(), reference, image);
        return of(view().planes(resultName(), reference, least()), view().planes(resultName(), image, least()));
    }
}
