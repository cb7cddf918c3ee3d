package org.gan4j.metrics.diversity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.vectors.Vectors;

/**
 * The Vendi score (<a href="https://arxiv.org/abs/2210.02410">Friedman and Dieng 2022</a>): the number of samples,
 * altogether different from each other, that would be as diverse as these. It is 1 if all samples are equal, and n if n
 * samples have nothing in common. With the cosines of all pairs of features K and its eigenvalues nλ,
 *
 * <pre>
 * vendi = exp(− Σ λ log λ),   K/n = V Λ Vᵀ,   K_ij = xᵢᵀxⱼ / (‖xᵢ‖ ‖xⱼ‖)
 * </pre>
 *
 * It says nothing about quality: noise is diverse, too. {@code vendi.real} is the score of the data, to compare with;
 * the two depend on the number of samples, which should be equal. {@code vendi.error} and {@code vendi.real.error} are
 * standard errors by the infinitesimal jackknife: a sample x changes − Σ λ log λ by − x̂ᵀ log(A) x̂ less its mean, where A
 * is the mean of x̂x̂ᵀ and x̂ = x/‖x‖. A vector of zeros has no direction; such vectors count as one more direction. Fewer than 20 samples have no error: the
 * changes by a few miss how much others differ, and two samples always make equal ones.
 */
public record VendiScore() implements Metric {
    private static final int FEWEST = 2;
    /** By 20 normal samples, the interval of 95 % contains the mean score in 80 to 89 of 100 cases; by 10, in 75 to 80. */
    private static final int FEWEST_FOR_ERROR = 20;

    @Override
    public String name() {
        return "vendi";
    }

    @Override
    public String summary() {
        return "effective number of different samples, and the same of the data";
    }

    @Override
    public int leastSamples() {
        return FEWEST;
    }

    @Override
    public Map<String, Double> measure(MetricInput in) {
        Map<String, Double> values = new LinkedHashMap<>();
        put(values, "vendi", Vectors.of("fake", in.fake(), name(), leastSamples()));
        put(values, "vendi.real", Vectors.of("real", in.real(), name(), leastSamples()));
        return values;
    }

    private static void put(Map<String, Double> values, String result, Vectors vectors) {
        Diversity diversity = Diversity.of(vectors);
        values.put(result, diversity.score());
        if (vectors.count() >= FEWEST_FOR_ERROR) {
            values.put(result + ".error", diversity.error());
        }
    }
}
