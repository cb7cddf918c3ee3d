package org.gan4j.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.vectors.Balls;
import org.gan4j.metrics.vectors.Means;
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
 * Both are in [0, 1], and close to 1 if the two distributions are equal.
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
    public Map<String, Double> measure(MetricInput in) {
        Vectors x = Vectors.of("real", in.real(), name(), neighbors + 1);
        Vectors y = Vectors.of("fake", in.fake(), name(), neighbors + 1);
        Vectors.requireEqualWidths(name(), x, y);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("precision", shareWithin(Balls.of(x, neighbors), y));
        values.put("recall", shareWithin(Balls.of(y, neighbors), x));
        return values;
    }

    private static double shareWithin(Balls balls, Vectors points) {
        int[] within = new int[points.count()];
        Pairs.squaredDistances(points, balls.centers(), (i, distances) -> {
            for (int j = 0; j < distances.length && within[i] == 0; j++) {
                within[i] = distances[j] <= balls.squaredRadius(j) ? 1 : 0;
            }
        });
        return Means.of(within);
    }
}
