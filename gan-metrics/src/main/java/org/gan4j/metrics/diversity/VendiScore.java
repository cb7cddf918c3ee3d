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
 * is the mean of x̂x̂ᵀ and x̂ = x/‖x‖. A vector of zeros has no direction; such vectors count as one more direction.
 */
public record VendiScore() implements Metric {
    /** An error needs two samples. */
    private static final int FEWEST = 2;

    @Override
    public String name() {
        return "vendi";
    }

    @Override
    public String summary() {
        return "effective number of different samples, and the same of the data";
    }

    @Override
    public Map<String, Double> measure(MetricInput in) {
        Diversity fake = Diversity.of(Vectors.of("fake", in.fake(), name(), FEWEST));
        Diversity real = Diversity.of(Vectors.of("real", in.real(), name(), FEWEST));
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("vendi", fake.score());
        values.put("vendi.error", fake.error());
        values.put("vendi.real", real.score());
        values.put("vendi.real.error", real.error());
        return values;
    }
}
