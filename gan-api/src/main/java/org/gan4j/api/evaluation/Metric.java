package org.gan4j.api.evaluation;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gan4j.api.Component;
import org.gan4j.tensor.TensorData;

/**
 * A metric that compares a GAN's outputs with data: either directly, by their features, or by the probabilities of their
 * classes. An {@link Extractor} computes features and probabilities.
 */
public interface Metric extends Component {
    /** The form in which a metric receives samples. */
    enum Given {
        /** Features, one row per sample, [N,F]. */
        FEATURES,
        /** The probabilities of each class, one row per sample, [N,K]; only extractors that classify have them. */
        PROBABILITIES,
        /** The samples themselves, [N, ...]. */
        SAMPLES
    }

    /** Returns the form in which this metric receives samples. Defaults to {@link Given#FEATURES}. */
    default Given given() {
        return Given.FEATURES;
    }

    /**
     * Returns whether this metric applies to a comparison. A metric of features or probabilities is asked only if there
     * are such. Defaults to true.
     */
    default boolean appliesTo(Comparison comparison) {
        return true;
    }

    /** Returns whether this metric is measured only if it is asked for by name, since it takes long. Defaults to false. */
    default boolean isOnRequest() {
        return false;
    }

    /**
     * Returns the number of samples that this metric of {@link Given#SAMPLES} generates on its own, in place of those of
     * the comparison, whose number has no effect on it. Empty by default.
     */
    default OptionalInt ownCount() {
        return OptionalInt.empty();
    }

    /**
     * Returns the smallest number of samples on each side that this metric can measure, as far as it is known before there
     * are samples. An evaluation with fewer is refused before it begins. Defaults to 1.
     */
    default int leastSamples() {
        return 1;
    }

    /**
     * Returns the name of the pretrained network that this metric judges by on its own. A network that taught a generator
     * must not judge it. Empty by default: none.
     */
    default Optional<String> network() {
        return Optional.empty();
    }

    /**
     * Computes the results of this metric.
     *
     * @return the results by name, in display order. {@code x.error} is the standard error of {@code x}, and {@code
     *     x.real} the same number of the data
     * @throws IllegalArgumentException if there are too few samples; the message states how many are needed
     */
    Map<String, Double> measure(MetricInput in);

    /**
     * Computes the results of this metric for data and outputs alone, with seed 0.
     *
     * @param real the data, [N,F] or [N, ...]
     * @param fake the GAN's outputs in the same form, [M,F] or [M, ...]. In a comparison of pairs, row i belongs to row
     *     i
     * @throws IllegalArgumentException if there are too few samples, or the metric needs more than the two
     */
    default Map<String, Double> measure(TensorData real, TensorData fake) {
        return measure(MetricInput.of(real, fake));
    }
}
