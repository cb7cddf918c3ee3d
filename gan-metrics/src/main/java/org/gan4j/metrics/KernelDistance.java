package org.gan4j.metrics;

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
 * Kernel distance: the estimator of the kernel inception distance (<a href="https://arxiv.org/abs/1801.01401">Bińkowski
 * et al. 2018</a>) on features of a network other than Inception. It is an unbiased estimate of the squared maximum
 * mean discrepancy under a polynomial kernel, which compares moments up to the third. It is about 0, of either sign, if
 * the two distributions are equal. With M real feature vectors x and N fake ones y, of length F,
 *
 * <pre>
 * k(x, y) = (xᵀy/F + 1)³
 * MMD² = Σ over i≠j of k(xᵢ, xⱼ)/(M (M−1))  +  Σ over i≠j of k(yᵢ, yⱼ)/(N (N−1))  −  2 Σ k(xᵢ, yⱼ)/(M N)
 * </pre>
 *
 * {@code kernel-distance} is MMD² of all samples. The paper takes the mean over random subsets of 1000, which estimates
 * the same number with more noise. {@code kernel-distance.error} is its standard error by the jackknife, which leaves
 * out one sample at a time. The spread over subsets that is often reported instead is the error of a single subset.
 */
public record KernelDistance() implements Metric {
    /** The jackknife leaves out one vector, and a pair must remain. */
    private static final int FEWEST = 3;

    @Override
    public String name() {
        return "kernel-distance";
    }

    @Override
    public String summary() {
        return "squared distance between the two distributions by moments up to the third, and its standard error";
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
        DoubleUnaryOperator kernel = product -> kernel(product, x.width());
        double[] xx = KernelSums.within(Pairs.Term.PRODUCT, x, kernel);
        double[] yy = KernelSums.within(Pairs.Term.PRODUCT, y, kernel);
        KernelSums across = KernelSums.between(Pairs.Term.PRODUCT, x, y, kernel);
        double[] xy = across.rows();
        double[] yx = across.columns();
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("kernel-distance", within(xx) + within(yy) - 2 * Means.of(xy) / y.count());
        values.put("kernel-distance.error", Math.sqrt(jackknife(xx, xy, y.count()) + jackknife(yy, yx, x.count())));
        return values;
    }

    /** Returns the mean over pairs of different vectors, from the sum of each vector. */
    private static double within(double[] toOthers) {
        return Means.of(toOthers) / (toOthers.length - 1);
    }

    /**
     * Returns the contribution of one set to the variance of MMD²: (M−1)/M times the sum of squared deviations of the
     * values that leave out one of its vectors.
     *
     * @param own Σ over j≠i of k(xᵢ, xⱼ)
     * @param cross Σ over j of k(xᵢ, yⱼ)
     * @param others the number of y
     */
    private static double jackknife(double[] own, double[] cross, int others) {
        int m = own.length;
        double allOwn = Means.of(own) * m;
        double allCross = Means.of(cross) * m;
        double[] without = new double[m];
        for (int i = 0; i < m; i++) {
            without[i] = (allOwn - 2 * own[i]) / (m - 1) / (m - 2) - 2 * (allCross - cross[i]) / (m - 1) / others;
        }
        return Means.squaredDeviations(without) * (m - 1) / m;
    }

    private static double kernel(double product, int width) {
        double base = product / width + 1;
        return base * base * base;
    }
}
