package org.gan4j.metrics.distances;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.CommonOps_MT_DDRM;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.vectors.FeatureChecks;
import org.gan4j.metrics.vectors.Moments;
import org.gan4j.metrics.vectors.Spectrum;

/**
 * The Fréchet distance between two Gaussians that have the means and covariances of the features (<a
 * href="https://arxiv.org/abs/1706.08500">Heusel et al. 2017</a>): 0 if both sets have the same mean and covariance.
 * With mean μ and covariance C of the data, ν and D of the fakes (denominator n − 1),
 *
 * <pre>
 * frechet = ‖μ − ν‖² + Tr(C + D − 2 (C^½ D C^½)^½)
 * </pre>
 *
 * In the features of the published Inception network this is the FID; in others it is a different number, which is why
 * it is never called so here. It is biased upwards, the more so the fewer samples there are, so compare only equal
 * counts; with no more samples than features the covariances are singular and the bias is large.
 *
 * <p>{@code frechet.error} is the standard error by the infinitesimal jackknife. With the optimal map T = C^−½ (C^½ D
 * C^½)^½ C^−½ from one Gaussian to the other, a real x changes the distance by
 *
 * <pre>
 * h(x) = 2 (μ − ν)ᵀ(x − μ) + (x − μ)ᵀ(I − T)(x − μ)
 * error² = var h(x) / M + var h(y) / N
 * </pre>
 *
 * and a fake y likewise with the roles exchanged. The error does not include the bias. T needs the inverse of a
 * covariance, so there is no error unless both sides have more samples than features.
 */
public record FrechetDistance() implements Metric {
    /** A covariance needs two vectors. */
    private static final int FEWEST = 2;

    @Override
    public String name() {
        return "frechet";
    }

    @Override
    public String summary() {
        return "Fréchet distance between Gaussians of the features' means and covariances";
    }

    @Override
    public int leastSamples() {
        return FEWEST;
    }

    @Override
    public Map<String, Double> measure(MetricInput in) {
        FeatureChecks.require("real", in.real(), name(), leastSamples());
        FeatureChecks.require("fake", in.fake(), name(), leastSamples());
        FeatureChecks.requireEqualWidths(
                name(), in.real().shape().dim(1), in.fake().shape().dim(1));
        Moments real = Moments.of(in.real());
        Moments fake = Moments.of(in.fake());
        DMatrixRMaj c = real.covariance();
        DMatrixRMaj d = fake.covariance();
        Spectrum ofReal = Spectrum.of(c);
        DMatrixRMaj root = ofReal.matrix(Math::sqrt);
        Spectrum middle = Spectrum.of(sandwich(root, d));
        double[] difference = real.mean();
        double squares = 0;
        for (int f = 0; f < difference.length; f++) {
            difference[f] -= fake.mean()[f];
            squares += difference[f] * difference[f];
        }
        double distance = squares + CommonOps_DDRM.trace(c) + CommonOps_DDRM.trace(d) - 2 * middle.sum(Math::sqrt);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(name(), Math.max(0, distance));
        int fewest = Math.min(in.real().shape().dim(0), in.fake().shape().dim(0));
        if (fewest <= difference.length) { // singular covariances: T does not exist
            return values;
        }
        DMatrixRMaj toFake = sandwich(ofReal.matrix(value -> 1 / Math.sqrt(value)), middle.matrix(Math::sqrt));
        DMatrixRMaj toReal = sandwich(root, middle.matrix(value -> 1 / Math.sqrt(value)));
        double variance = new Influence(real.mean(), difference, 1, toFake).variance(in.real())
                + new Influence(fake.mean(), difference, -1, toReal).variance(in.fake());
        values.put(name() + ".error", Math.sqrt(variance));
        return values;
    }

    /** Returns A B A for symmetric matrices, symmetric to the last bit. */
    private static DMatrixRMaj sandwich(DMatrixRMaj outer, DMatrixRMaj inner) {
        int size = outer.numRows;
        DMatrixRMaj half = new DMatrixRMaj(size, size);
        DMatrixRMaj whole = new DMatrixRMaj(size, size);
        CommonOps_MT_DDRM.mult(outer, inner, half);
        CommonOps_MT_DDRM.mult(half, outer, whole);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (whole.unsafe_get(i, j) + whole.unsafe_get(j, i)) / 2;
                whole.unsafe_set(i, j, mean);
                whole.unsafe_set(j, i, mean);
            }
        }
        return whole;
    }
}
