package org.gan4j.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.statistics.Means;
import org.gan4j.metrics.statistics.Share;
import org.gan4j.metrics.vectors.Balls;
import org.gan4j.metrics.vectors.Pairs;
import org.gan4j.metrics.vectors.Vectors;

/**
 * Density and coverage (<a href="https://arxiv.org/abs/2002.09797">Naeem et al. 2020</a>), which outliers in the data
 * affect less than precision and recall. With B(x) the open ball around a real x whose radius is the distance to its
 * k-th nearest real neighbor, and M fakes y,
 *
 * <pre>
 * density  = 1/(k M) · Σ over y of the number of real x with y ∈ B(x)
 * coverage = share of reals x with y ∈ B(x) for some fake y
 * </pre>
 *
 * Density is about 1 if the two distributions are equal, and above 1 if the fakes concentrate where the data are dense.
 * Coverage is 1 − 2⁻ᵏ for equal distributions and equal, large numbers of samples; that is 0.97 for k = 5. The paper's
 * code compares with {@code <} where the code of precision and recall uses {@code ≤}; it matters only for equal
 * samples. The errors are those of other fakes with the same balls: of a mean for density, of a {@link Share} for
 * coverage.
 *
 * @param neighbors k; 5 in the paper
 */
public record DensityCoverage(int neighbors) implements Metric {
    /**
     * Creates the metric.
     *
     * @throws IllegalArgumentException if {@code neighbors} is less than 1
     */
    public DensityCoverage {
        if (neighbors < 1) {
            throw new IllegalArgumentException(
                    "density-coverage needs at least 1 neighbor, not " + neighbors + "; the paper uses 5");
        }
    }

    /** Returns the metric with the paper's k = 5. */
    public static DensityCoverage standard() {
        return new DensityCoverage(5);
    }

    @Override
    public String name() {
        return "density-coverage";
    }

    @Override
    public String summary() {
        return "density of fakes where data are, and share of the data with a fake nearby";
    }

    @Override
    public int leastSamples() {
        return neighbors + 1;
    }

    @Override
    public Map<String, Double> measure(MetricInput in) {
        Vectors x = Vectors.of("real", in.real(), name(), leastSamples());
        Vectors y = Vectors.of("fake", in.fake(), name(), 2);
        Vectors.requireEqualWidths(name(), x, y);
        Balls balls = Balls.of(x, neighbors);
        double[] around = new double[y.count()];
        boolean[] covered = new boolean[x.count()]; // threads only ever write true
        Pairs.squaredDistances(y, x, (i, distances) -> {
            int count = 0;
            for (int j = 0; j < distances.length; j++) {
                if (distances[j] < balls.squaredRadius(j)) {
                    count++;
                    covered[j] = true;
                }
            }
            around[i] = count;
        });
        Share coverage = Share.of(covered);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("density", Means.of(around) / neighbors);
        values.put("density.error", Means.error(around) / neighbors);
        values.put("coverage", coverage.value());
        values.put("coverage.error", coverage.error());
        return values;
    }
}
