package org.gan4j.api.evaluation;

import java.util.Map;
import org.gan4j.api.Component;
import org.gan4j.tensor.TensorData;

/**
 * Compares what a GAN makes with data: by their features, the vectors that a network which knows pictures sees in them,
 * or as they are.
 */
public interface Metric extends Component {
    /** What a metric is given. */
    enum Given {
        /** Features, a row for each sample, [N,F]; only pictures have them. */
        FEATURES,
        /** The samples themselves, [N, ...]. */
        SAMPLES
    }

    /** What it wants to be given; features unless said otherwise. */
    default Given given() {
        return Given.FEATURES;
    }

    /**
     * Whether it says something about such a comparison. A metric of features is asked about pictures alone, 1×H×W or
     * 3×H×W.
     */
    default boolean appliesTo(Comparison comparison) {
        return true;
    }

    /**
     * The numbers of this metric, by name, in the order to show them. A number called {@code x.error} is the standard
     * error of {@code x}.
     *
     * @param real data, [N,F] or [N, ...]
     * @param fake what was made, in the same form, [M,F] or [M, ...]. Where the comparison is of pairs, row i belongs to
     *     row i
     * @throws IllegalArgumentException if there are too few samples; the sentence says how many it takes
     */
    Map<String, Double> measure(TensorData real, TensorData fake);
}
