package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.NumberPart;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.metrics.MetricsPlugin;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** The names of the numbers that metrics of features measure, which are known before there are samples. */
public final class MeasuredNames {
    private static final int ROWS = 64;
    private static final int WIDTH = 4;

    private MeasuredNames() {}

    /**
     * Returns the problem of a rule that depends on a number which no evaluation will have; empty if there is none, or if
     * that cannot be known, since a metric is of a plug-in, takes long or depends on the samples.
     *
     * @param option the option with the rule, such as "keep-best"
     * @param number the name of the number
     * @param metrics the metrics that were chosen by name
     */
    public static Optional<String> problem(String option, String number, List<Metric> metrics) {
        List<String> names = new ArrayList<>();
        for (Metric metric : metrics) {
            if (metric.given() != Metric.Given.FEATURES
                    || metric.isOnRequest()
                    || new MetricsPlugin().metrics().stream().noneMatch(each -> each.getClass()
                            .equals(metric.getClass()))) {
                return Optional.empty();
            }
            try {
                names.addAll(metric.measure(noise("real"), noise("fake")).keySet());
            } catch (IllegalArgumentException unlikeNoise) {
                return Optional.empty();
            }
        }
        Set<String> all = Set.copyOf(names);
        names.removeIf(name -> NumberPart.ERROR.matches(name, all));
        // numbers of further comparisons and extractors have a prefix
        boolean measured = names.isEmpty()
                || names.stream().anyMatch(name -> number.endsWith(name) || number.endsWith(NumberPart.ERROR.of(name)));
        return measured
                ? Optional.empty()
                : Optional.of(
                        option + " depends on " + number + ", which evaluate-metrics does not measure; it measures "
                                + String.join(", ", names)
                                + Suggestions.of(number, names)
                                        .map(near -> ": did you mean " + near + "?")
                                        .orElse(": choose one of these, or add the metric"));
    }

    private static TensorData noise(String stream) {
        float[] values = new float[ROWS * WIDTH];
        new Philox(1, stream, 0).normals(0, values, values.length);
        return TensorData.of(values, Shape.of(ROWS, WIDTH));
    }
}
