package org.gan4j.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.statistics.Share;
import org.gan4j.metrics.vectors.Balls;
import org.gan4j.metrics.vectors.Pairs;
import org.gan4j.metrics.vectors.Vectors;

/**
 * Improved precision and recall (<a href="https://arxiv.org/abs/1904.06991">Kynkäänniemi et al. 2019</a>). Precision is
 * the share of fakes that look like data; recall is the share of the data that the fakes reach. With B(x) the closed
 * ball around x whose radius is the distance to its k-th nearest neighbor in x's own set,
 *
 * <pre>
 * precision = share of fakes y with y ∈ B(x) for some real x
 * recall    = share of reals x with x ∈ B(y) for some fake y
 * </pre>
 *
 * Both are in [0, 1], and close to 1 if the two distributions are equal. The errors are those of a {@link Share} given the
 * balls: other samples, but the same balls.
 *
 * @param neighbors k; 3 in the paper
 */
public record PrecisionRecall(int neighbors) implements Metric {
    /**
     * Creates the metric.
     *
     * @throws IllegalArgumentException if {@code neighbors} is less than 1
     */
    public PrecisionRecall {
        if (neighbors < 1) {
            throw new IllegalArgumentException(
                    "precision-recall needs at least 1 neighbor, not " + neighbors + "; the paper uses 3");
        }
    }

    /** Returns the metric with the paper's k = 3. */
    public static PrecisionRecall standard() {
        return new PrecisionRecall(3);
    }

    @Override
    public String name() {
        return "precision-recall";
    }

    @Override
    public String summary() {
        return "share of fakes that look like data, and share of the data that fakes reach";
    }

    @Override
    public int leastSamples() {
        return neighbors + 1;
    }

    @Override
    public Map<String, Double> measure(MetricInput in) {
        Vectors x = Vectors.of("real", in.real(), name(), leastSamples());
        Vectors y = Vectors.of("fake", in.fake(), name(), leastSamples());
        Vectors.requireEqualWidths(name(), x, y);
        Balls ofReal = Balls.of(x, neighbors);
        Balls ofFake = Balls.of(y, neighbors);
        boolean[] within = new boolean[y.count()];
        boolean[] reached = new boolean[x.count()]; // threads only ever write true
        Pairs.squaredDistances(y, x, (i, distances) -> {
            double radius = ofFake.squaredRadius(i);
            for (int j = 0; j < distances.length; j++) {
                if (distances[j] <= ofReal.squaredRadius(j)) {
                    within[i] = true;
                }
                if (distances[j] <= radius) {
                    reached[j] = true;
                }
            }
        });
        Map<String, Double> values = new LinkedHashMap<>();
        Share precision = Share.of(within);
        Share recall = Share.of(reached);
        values.put("precision", precision.value());
        values.put("precision.error", precision.error());
        values.put("recall", recall.value());
        values.put("recall.error", recall.error());
        return values;
    }
}
