package org.gan4j.api.evaluation;

import java.util.Map;
import org.gan4j.api.Component;
import org.gan4j.tensor.TensorData;

/**
 * A metric that compares a GAN's outputs with data: either directly or by their features, which are vectors that a
 * pretrained image network computes.
 */
public interface Metric extends Component {
    /** The form in which a metric receives samples. */
    enum Given {
        /** Features, one row per sample, [N,F]; only images have them. */
        FEATURES,
        /** The samples themselves, [N, ...]. */
        SAMPLES
    }

    /** Returns the form in which this metric receives samples. Defaults to {@link Given#FEATURES}. */
    default Given given() {
        return Given.FEATURES;
    }

    /**
     * Returns whether this metric applies to a comparison. A metric of features is asked about images only, 1×H×W or
     * 3×H×W. Defaults to true.
     */
    default boolean appliesTo(Comparison comparison) {
        return true;
    }

    /**
     * Computes the results of this metric.
     *
     * @param real the data, [N,F] or [N, ...]
     * @param fake the GAN's outputs in the same form, [M,F] or [M, ...]. In a comparison of pairs, row i belongs to row
     *     i
     * @return the results by name, in display order. {@code x.error} is the standard error of {@code x}
     * @throws IllegalArgumentException if there are too few samples; the message states how many are needed
     */
    Map<String, Double> measure(TensorData real, TensorData fake);
}
