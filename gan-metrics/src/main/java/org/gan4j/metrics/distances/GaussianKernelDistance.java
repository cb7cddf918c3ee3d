package org.gan4j.metrics.distances;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.statistics.Means;
import org.gan4j.metrics.vectors.KernelSums;
import org.gan4j.metrics.vectors.Pairs;
import org.gan4j.metrics.vectors.Vectors;

/**
 * The maximum mean discrepancy under a Gaussian kernel (CMMD, <a href="https://arxiv.org/abs/2401.09603">Jayasumana et
 * al. 2024</a>): 0 if both sets are equal, and larger the less they overlap. It assumes no shape of the distributions. In
 * the features of CLIP it is the published number; in others only the formula is the same. With M real features x and N
 * fake ones y, each divided by its length as in the authors' code,
 *
 * <pre>
 * k(x, y) = exp(−‖x − y‖² / (2 σ²))
 * cmmd = 1000 · (Σ k(xᵢ, xⱼ)/M² + Σ k(yᵢ, yⱼ)/N² − 2 Σ k(xᵢ, yⱼ)/(M N))
 * </pre>
 *
 * The sums contain the pairs i = j, as in their code, so the number is never negative and has a small bias of about 1000
 * (1 − k)/n. {@code cmmd.error} is the standard error by the infinitesimal jackknife: the spread of 2 (mean k(xᵢ, x) −
 * mean k(xᵢ, y)) over xᵢ, and likewise over y.
 *
 * @param sigma σ; 10 in the paper
 * @param scale the factor; 1000 in the paper
 */
public record GaussianKernelDistance(double sigma, double scale) implements Metric {
    /** An error needs two samples. */
    private static final int FEWEST = 2;

    /**
     * Creates the metric.
     *
     * @throws IllegalArgumentException if σ or the scale is not above 0
     */
    public GaussianKernelDistance {
        if (!(sigma > 0) || !(scale > 0)) {
            throw new IllegalArgumentException("cmmd needs a sigma and a scale above 0, not " + sigma + " and " + scale
                    + "; the paper uses 10 and 1000");
        }
    }

    /** Returns the metric with the paper's σ = 10, scaled by 1000. */
    public static GaussianKernelDistance standard() {
        return new GaussianKernelDistance(10, 1000);
    }

    @Override
    public String name() {
        return "cmmd";
    }

    @Override
    public String summary() {
        return "squared distance of the distributions of directions, by a Gaussian kernel";
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
        Vectors real = x.normalized();
        Vectors fake = y.normalized();
        DoubleUnaryOperator kernel = square -> Math.exp(-square / (2 * sigma * sigma));
        double[] xx = KernelSums.within(Pairs.Term.SQUARED_DISTANCE, real, kernel);
        double[] yy = KernelSums.within(Pairs.Term.SQUARED_DISTANCE, fake, kernel);
        KernelSums across = KernelSums.between(Pairs.Term.SQUARED_DISTANCE, real, fake, kernel);
        double[] ofReal = changes(xx, across.rows(), fake.count());
        double[] ofFake = changes(yy, across.columns(), real.count());
        Map<String, Double> values = new LinkedHashMap<>();
        // the halves of the changes sum to MMD²: mean k(x, x) − mean k(x, y) + mean k(y, y) − mean k(x, y)
        values.put(name(), scale * Math.max(0, (Means.of(ofReal) + Means.of(ofFake)) / 2));
        values.put(name() + ".error", scale * Math.hypot(Means.error(ofReal), Means.error(ofFake)));
        return values;
    }

    /** Returns 2 (mean k(xᵢ, x) − mean k(xᵢ, y)) for each i, where k(xᵢ, xᵢ) = 1. */
    private static double[] changes(double[] toOthers, double[] across, int others) {
        double[] changes = new double[toOthers.length];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = 2 * ((toOthers[i] + 1) / changes.length - across[i] / others);
        }
        return changes;
    }
}
