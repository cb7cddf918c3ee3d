package org.gan4j.metrics.distances;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.statistics.Means;
import org.gan4j.metrics.vectors.Vectors;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * The Monge distance of features (MIND, <a href="https://arxiv.org/abs/2605.06797">Berthet et al. 2026</a>): the squared
 * 2-Wasserstein distance of the two sets, projected onto random directions, where optimal transport is sorting. It sees
 * all moments, not only the first two, and needs fewer samples than the Fréchet distance. In the features of the
 * published Inception network it is the published number; in others only the formula is the same. With directions θ,
 * uniform on the unit sphere of the F features, and sorted projections,
 *
 * <pre>
 * mind = 3 F · mean over θ of mean over i of ((θᵀx)₍ᵢ₎ − (θᵀy)₍ᵢ₎)²
 * </pre>
 *
 * The factor is that of the paper. Unequal counts are compared by their quantiles. The number is biased upwards by the
 * number of samples, so compare only equal counts. {@code mind.error} is the standard error by the infinitesimal
 * jackknife, which is the spread of the mean over θ of the Kantorovich potential of a sample, for both sets, and the error
 * of the mean over θ.
 *
 * @param projections the number of directions; 1000 in the paper
 */
public record MongeDistance(int projections) implements Metric {
    private static final int FEWEST = 2;
    private static final double FACTOR = 3;

    /**
     * Creates the metric.
     *
     * @throws IllegalArgumentException if there are fewer than 2 projections
     */
    public MongeDistance {
        if (projections < 2) {
            throw new IllegalArgumentException(
                    "mind needs at least 2 projections, not " + projections + "; the paper uses 1000");
        }
    }

    /** Returns the metric with the paper's 1000 directions. */
    public static MongeDistance standard() {
        return new MongeDistance(1000);
    }

    @Override
    public String name() {
        return "mind";
    }

    @Override
    public String summary() {
        return "squared Wasserstein distance of the features along random directions";
    }

    @Override
    public int leastSamples() {
        return FEWEST;
    }

    @Override
    public Map<String, Double> measure(MetricInput in) {
        Vectors x = Vectors.of("real", in.real(), name(), leastSamples());
        Vectors y = Vectors.of("fake", in.fake(), name(), leastSamples());
        Vectors.requireEqualWidths(name(), x, y);
        SlicedTransport transport = SlicedTransport.between(directions(x.width(), in.seed()), x, y);
        double factor = FACTOR * x.width();
        double[] costs = transport.costs();
        double variance = square(Means.error(transport.ofReal()))
                + square(Means.error(transport.ofFake()))
                + square(Means.error(costs));
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(name(), factor * Means.of(costs));
        values.put(name() + ".error", factor * Math.sqrt(variance));
        return values;
    }

    private Vectors directions(int width, long seed) {
        float[] normals = new float[Math.multiplyExact(projections, width)];
        new Philox(seed, "mind", 0).normals(0, normals, normals.length);
        return Vectors.of("direction", TensorData.of(normals, Shape.of(projections, width)), name(), projections)
                .normalized();
    }

    private static double square(double value) {
        return value * value;
    }
}
