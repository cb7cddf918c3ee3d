package org.gan4j.metrics.modes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.tensor.TensorData;

/**
 * The modes of data that samples cover, for data in separated groups of vectors such as a grid of Gaussians (VEEGAN, <a
 * href="https://arxiv.org/abs/1705.07761">Srivastava et al. 2017</a>; PacGAN, <a
 * href="https://arxiv.org/abs/1712.04086">Lin et al. 2018</a>). A sample belongs to the nearest mode; it is of high
 * quality if it is within three standard deviations of the mode's center.
 *
 * <pre>
 * modes         the number of modes with at least one sample of high quality
 * modes.real    the number of modes of the data
 * high-quality  the share of samples of high quality
 * reverse-kl    Σ p log(p / q) over the modes, with the shares p of the samples and q of the data, in nats
 * </pre>
 *
 * The modes, their centers and their standard deviation are found in the data: the groups that remain when the longest
 * edges of the minimum spanning tree are cut, at the largest ratio between successive lengths. There are no results if
 * that ratio is less than 3, since then the data have no separated groups. The number of covered modes grows with the
 * number of samples; the papers use 2,500.
 */
public record ModeCoverage() implements Metric {
    /** A vector with more numbers has no groups that this can find. */
    private static final int MOST_NUMBERS = 16;

    private static final double QUALITY = 3;

    @Override
    public String name() {
        return "modes";
    }

    @Override
    public String summary() {
        return "the modes of separated groups of vectors that samples cover";
    }

    @Override
    public Given given() {
        return Given.SAMPLES;
    }

    @Override
    public boolean appliesTo(Comparison comparison) {
        return comparison.pairing() == Comparison.Pairing.DISTRIBUTION
                && comparison.with().shape().rank() == 1
                && comparison.with().shape().size() <= MOST_NUMBERS;
    }

    /**
     * Counts the modes.
     *
     * @throws IllegalArgumentException if a number is not finite
     */
    @Override
    public Map<String, Double> measure(MetricInput in) {
        double[][] data = rows(in.real());
        double[][] samples = rows(in.fake());
        Map<String, Double> values = new LinkedHashMap<>();
        SeparatedGroups.of(data).ifPresent(groups -> {
            int[] nearest = Arrays.stream(samples).mapToInt(groups::nearest).toArray();
            boolean[] good = new boolean[samples.length];
            int count = 0;
            int[] covered = new int[groups.count()];
            for (int i = 0; i < samples.length; i++) {
                good[i] = groups.distance(samples[i], nearest[i]) <= QUALITY * groups.deviation();
                if (good[i]) {
                    count++;
                    covered[nearest[i]]++;
                }
            }
            double[] shares = Arrays.stream(ModeCounts.of(groups.members(), groups.count()))
                    .mapToDouble(members -> members / (double) data.length)
                    .toArray();
            values.put("modes", (double) ModeCounts.covered(covered));
            values.put("modes.real", (double) groups.count());
            values.put("high-quality", count / (double) samples.length);
            values.put("reverse-kl", ModeCounts.reverseKl(ModeCounts.of(nearest, groups.count()), shares));
        });
        return values;
    }

    private static double[][] rows(TensorData values) {
        int count = values.shape().dim(0);
        int width = values.shape().size() / Math.max(1, count);
        double[] all = values.toDoubles();
        if (!Arrays.stream(all).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("modes needs finite numbers, but a sample is not: check the samples");
        }
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = Arrays.copyOfRange(all, i * width, (i + 1) * width);
        }
        return rows;
    }
}
