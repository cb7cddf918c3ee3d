package org.gan4j.dsl.inference;

import java.util.Arrays;
import java.util.OptionalInt;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.metrics.MetricsPlugin;
import org.gan4j.metrics.vectors.TooFewSamplesException;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** The number of samples that a metric of features needs, which is known before samples are generated. */
final class FewestSamples {
    /** No metric needs more. */
    private static final int ENOUGH = 1000;

    private FewestSamples() {}

    /**
     * Requires enough samples for a metric of gan-metrics that compares features.
     *
     * @throws IllegalArgumentException if the metric needs more samples
     */
    static void require(Metric metric, int count) {
        missing(metric, count).ifPresent(least -> {
            throw new IllegalArgumentException("the metric " + metric.name() + " needs at least " + least
                    + " samples, and " + count + (count == 1 ? " is" : " are")
                    + " to be evaluated: evaluate more samples");
        });
    }

    /** Returns the number that a metric needs if it is larger. Such metrics count samples before they read them. */
    private static OptionalInt missing(Metric metric, int count) {
        if (count >= ENOUGH
                || metric.given() != Metric.Given.FEATURES
                || new MetricsPlugin()
                        .metrics().stream().noneMatch(each -> each.getClass().equals(metric.getClass()))) {
            return OptionalInt.empty();
        }
        float[] unusable = new float[count];
        Arrays.fill(unusable, Float.NaN);
        TensorData features = TensorData.of(unusable, Shape.of(count, 1));
        try {
            metric.measure(features, features);
        } catch (TooFewSamplesException few) {
            return OptionalInt.of(few.least());
        } catch (IllegalArgumentException notFinite) {
            return OptionalInt.empty();
        }
        return OptionalInt.empty();
    }
}
