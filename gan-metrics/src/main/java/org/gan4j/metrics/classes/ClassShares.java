package org.gan4j.metrics.classes;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.statistics.Share;

/**
 * The shares of the classes among samples and data, as a classifier sees both: a bias of the generator shows here. With
 * the shares p of the fakes and q of the data,
 *
 * <pre>
 * class-shares.distance = ½ Σ |p − q|             total variation: the share of fakes to exchange
 * class-shares.kl       = Σ p log(p / q)          in nats; one is added to each count of the data
 * class-share.NAME      = p, and .real = q        with the error of a {@link Share}
 * </pre>
 *
 * The errors of the first two are first-order ones of multinomial counts. Both are above 0 for equal distributions, too,
 * the more so the fewer samples there are. Up to {@code most} classes are listed: with more of them, those whose shares
 * differ most.
 *
 * @param most the largest number of classes that are listed; 20 by default
 */
public record ClassShares(int most) implements Metric {
    private static final int FEWEST = 2;

    /**
     * Creates the metric.
     *
     * @throws IllegalArgumentException if {@code most} is negative
     */
    public ClassShares {
        if (most < 0) {
            throw new IllegalArgumentException(
                    "class-shares cannot list " + most + " classes: list 0 or more; 20 is the default");
        }
    }

    /** Returns the metric that lists 20 classes. */
    public static ClassShares standard() {
        return new ClassShares(20);
    }

    @Override
    public String name() {
        return "class-shares";
    }

    @Override
    public String summary() {
        return "shares of the classes among samples and data, by a classifier, and their distance";
    }

    @Override
    public Given given() {
        return Given.PROBABILITIES;
    }

    @Override
    public Map<String, Double> measure(MetricInput in) {
        ClassCounts counts = ClassCounts.of(
                Probabilities.of("fake", in.fake(), name(), FEWEST),
                Probabilities.of("real", in.real(), name(), FEWEST));
        int classes = counts.classes();
        double distance = 0;
        double divergence = 0;
        double[] signs = new double[classes];
        double[] logs = new double[classes];
        double[] ratios = new double[classes];
        double data = counts.ofData(0).all() + classes;
        for (int k = 0; k < classes; k++) {
            double p = counts.ofFakes(k).value();
            double q = (counts.data()[k] + 1) / data;
            distance += Math.abs(counts.excess(k)) / 2;
            signs[k] = Math.signum(counts.excess(k)) / 2;
            logs[k] = p > 0 ? Math.log(p / q) : 0;
            ratios[k] = p / q;
            divergence += p * logs[k];
        }
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("class-shares.distance", distance);
        values.put(
                "class-shares.distance.error",
                Math.sqrt(variance(counts.fakes(), signs) + variance(counts.data(), signs)));
        values.put("class-shares.kl", divergence);
        values.put(
                "class-shares.kl.error", Math.sqrt(variance(counts.fakes(), logs) + variance(counts.data(), ratios)));
        listed(counts).forEach(k -> {
            String result = "class-share."
                    + (in.classes().size() == classes ? in.classes().get(k) : k);
            put(values, result, counts.ofFakes(k));
            put(values, result + ".real", counts.ofData(k));
        });
        return values;
    }

    private static void put(Map<String, Double> values, String result, Share share) {
        values.put(result, share.value());
        values.put(result + ".error", share.error());
    }

    private IntStream listed(ClassCounts counts) {
        return IntStream.range(0, counts.classes())
                .boxed()
                .sorted(Comparator.comparing(k -> -Math.abs(counts.excess(k))))
                .limit(most)
                .mapToInt(Integer::intValue)
                .sorted();
    }

    /** Returns the variance of the mean of a number that depends on the class of a sample. */
    private static double variance(int[] counts, double[] ofClass) {
        double all = IntStream.of(counts).sum();
        double mean = 0;
        double squares = 0;
        for (int k = 0; k < counts.length; k++) {
            mean += counts[k] / all * ofClass[k];
            squares += counts[k] / all * ofClass[k] * ofClass[k];
        }
        return Math.max(0, squares - mean * mean) / all;
    }
}
