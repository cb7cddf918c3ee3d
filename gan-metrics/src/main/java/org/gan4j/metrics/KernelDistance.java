package org.gan4j.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.gan4j.api.Metric;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;

/**
 * Kernel distance, the estimator of the kernel inception distance (<a href="https://arxiv.org/abs/1801.01401">Bińkowski
 * et al. 2018</a>) over other features than Inception's: the squared maximum mean discrepancy under a polynomial
 * kernel, which also sees the third moments, and is unbiased: about 0, on either side, if the two distributions are
 * equal. With m features x and y on each side, F numbers long,
 *
 * <pre>
 * k(x, y) = (xᵀy/F + 1)³
 * MMD² = 1/(m (m−1)) Σ over i≠j of (k(xᵢ, xⱼ) + k(yᵢ, yⱼ))  −  2/m² Σ k(xᵢ, yⱼ)
 * </pre>
 *
 * {@code kernel-distance} is the mean over random subsets of size m of both sets. {@code kernel-distance.error} is its
 * standard error for n samples on each side, by the delete-d jackknife: s·√(m/(n − m)), where s² is the variance
 * between the subsets. (s itself, which is often printed, says how far subsets of this size differ, whatever n.)
 *
 * @param subsets how many; 100 is usual
 * @param subsetSize m; 1000 in the paper. Half of the smaller set if that is fewer, so that subsets differ.
 */
public record KernelDistance(int subsets, int subsetSize) implements Metric {
    /** Subsets of two are the smallest with a pair in them. */
    private static final int FEWEST = 4;

    public KernelDistance {
        if (subsets < 2 || subsetSize < 2) {
            throw new IllegalArgumentException("kernel-distance needs at least 2 subsets of at least 2 samples, not "
                    + subsets + " of " + subsetSize + "; 100 of 1000 are usual");
        }
    }

    /** 100 subsets of 1000. */
    public static KernelDistance standard() {
        return new KernelDistance(100, 1000);
    }

    @Override
    public String name() {
        return "kernel-distance";
    }

    @Override
    public String summary() {
        return "squared distance of the two distributions' moments up to the third, and its standard error";
    }

    @Override
    public Map<String, Double> measure(TensorData real, TensorData fake, long seed) {
        Vectors x = Vectors.of("real", real, name(), FEWEST);
        Vectors y = Vectors.of("fake", fake, name(), FEWEST);
        Vectors.requireEqualWidths(name(), x, y);
        int n = Math.min(x.count(), y.count());
        int m = Math.min(subsetSize, n / 2);
        double[] distances = new double[subsets];
        for (int i = 0; i < subsets; i++) {
            distances[i] = squaredDiscrepancy(
                    x.chosen(subset(new Philox(seed, "kernel-distance/real", i), x.count(), m)),
                    y.chosen(subset(new Philox(seed, "kernel-distance/fake", i), y.count(), m)));
        }
        double mean = Means.of(distances);
        double variance = 0;
        for (double distance : distances) {
            variance += (distance - mean) * (distance - mean) / (subsets - 1);
        }
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("kernel-distance", mean);
        values.put("kernel-distance.error", Math.sqrt(variance * m / (n - m)));
        return values;
    }

    /** MMD², without bias. */
    static double squaredDiscrepancy(Vectors x, Vectors y) {
        double within = sumOfOthers(x) / x.count() / (x.count() - 1) + sumOfOthers(y) / y.count() / (y.count() - 1);
        return within - 2 * sum(x, y) / x.count() / y.count();
    }

    /** Σ k(xᵢ, yⱼ). */
    private static double sum(Vectors x, Vectors y) {
        DoubleUnaryOperator kernel = kernel(x.width());
        double[] rows = new double[x.count()];
        Pairs.products(x, y, (i, products) -> {
            for (double product : products) {
                rows[i] += kernel.applyAsDouble(product);
            }
        });
        return Means.of(rows) * x.count();
    }

    /** Σ over i≠j of k(xᵢ, xⱼ). */
    private static double sumOfOthers(Vectors x) {
        DoubleUnaryOperator kernel = kernel(x.width());
        double[] rows = new double[x.count()];
        Pairs.products(x, x, (i, products) -> {
            for (int j = 0; j < products.length; j++) {
                rows[i] += j == i ? 0 : kernel.applyAsDouble(products[j]);
            }
        });
        return Means.of(rows) * x.count();
    }

    /** k as a function of xᵀy. */
    private static DoubleUnaryOperator kernel(int width) {
        return product -> {
            double one = product / width + 1;
            return one * one * one;
        };
    }

    /** So many different numbers below {@code count}: the first of a shuffle. */
    private static int[] subset(Philox random, int count, int size) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        float[] draws = new float[size];
        random.uniforms(0, draws, size);
        int[] subset = new int[size];
        for (int i = 0; i < size; i++) {
            int at = i + (int) (draws[i] * (count - i));
            subset[i] = order[at];
            order[at] = order[i];
        }
        return subset;
    }
}
