package org.gan4j.metrics.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.statistics.Draw;
import org.gan4j.metrics.statistics.Means;
import org.gan4j.metrics.vectors.Pairs;
import org.gan4j.metrics.vectors.Vectors;

/**
 * The geometry score (<a href="https://arxiv.org/abs/1802.02610">Khrulkov and Oseledets 2018</a>), which compares how
 * many holes two sets have: 0 if they have the same number at the same scales. Random samples of a set become
 * landmarks, all its samples witness the {@link WitnessComplex} of the landmarks, and RLT(i) is the share of scales, from
 * 0 to {@code gamma} times the largest distance, where the complex has exactly i holes. With MRLT, its mean over
 * landmarks,
 *
 * <pre>
 * geometry-score = Σ over i &lt; 100 of (MRLT(i) of the data − MRLT(i) of the fakes)²
 * </pre>
 *
 * It sees no quality and no position: a shifted or mirrored set has score 0. {@code geometry-score.holes} and {@code
 * .real} are the mean numbers of holes, Σ i MRLT(i). The errors are those of other landmarks, not of other samples, by the
 * spread of the first-order changes of each set of landmarks. The score of equal distributions is above 0, by about the
 * sum of the variances of both MRLT. It takes long, and is measured only on request.
 *
 * @param landmarks L₀; 64 in the paper
 * @param gamma γ for 5,000 samples, to which it grows in proportion; 1/128 in the paper
 * @param repeats the number of random choices of landmarks; 100 by default, the paper's least
 * @param most the numbers of holes that count; 100 in the paper
 */
public record GeometryScore(int landmarks, double gamma, int repeats, int most) implements Metric {
    private static final double COUNT_OF_GAMMA = 5000;

    /**
     * Creates the metric.
     *
     * @throws IllegalArgumentException if there are fewer than 3 landmarks or 2 repeats, γ is not above 0, or no number
     *     of holes counts
     */
    public GeometryScore {
        if (landmarks < 3 || repeats < 2 || !(gamma > 0) || most < 1) {
            throw new IllegalArgumentException("geometry-score needs at least 3 landmarks, 2 repeats, a gamma above 0"
                    + " and 1 number of holes, not " + landmarks + ", " + repeats + ", " + gamma + " and " + most
                    + "; the paper uses 64, 100 or more, 1/128 and 100");
        }
    }

    /** Returns the metric with the paper's settings and 100 repeats. */
    public static GeometryScore standard() {
        return new GeometryScore(64, 1 / 128., 100, 100);
    }

    @Override
    public String name() {
        return "geometry-score";
    }

    @Override
    public String summary() {
        return "difference of the numbers of holes that data and samples have (on request)";
    }

    @Override
    public boolean isOnRequest() {
        return true;
    }

    @Override
    public int leastSamples() {
        return landmarks + 1;
    }

    @Override
    public Map<String, Double> measure(MetricInput in) {
        Vectors x = Vectors.of("real", in.real(), name(), leastSamples());
        Vectors y = Vectors.of("fake", in.fake(), name(), leastSamples());
        Vectors.requireEqualWidths(name(), x, y);
        double[][] real = livingTimes(x, in.seed(), "real");
        double[][] fake = livingTimes(y, in.seed(), "fake");
        double[] difference = mean(real);
        double[] ofFake = mean(fake);
        double score = 0;
        for (int i = 0; i < most; i++) {
            difference[i] -= ofFake[i];
            score += difference[i] * difference[i];
        }
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("geometry-score", score);
        values.put("geometry-score.error", 2 * Math.hypot(error(real, difference), error(fake, difference)));
        put(values, "geometry-score.holes", fake);
        put(values, "geometry-score.holes.real", real);
        return values;
    }

    private void put(Map<String, Double> values, String result, double[][] livingTimes) {
        double[] numbers = IntStream.range(0, most).asDoubleStream().toArray();
        double mean = 0;
        for (int i = 0; i < most; i++) {
            mean += i * mean(livingTimes)[i];
        }
        values.put(result, mean);
        values.put(result + ".error", error(livingTimes, numbers));
    }

    /** Returns RLT for each choice of landmarks. */
    double[][] livingTimes(Vectors points, long seed, String whose) {
        return IntStream.range(0, repeats)
                .parallel()
                .mapToObj(repeat -> livingTimes(
                        points,
                        new Draw(seed, "geometry-score " + whose + " " + repeat).different(landmarks, points.count())))
                .toArray(double[][]::new);
    }

    private double[] livingTimes(Vectors points, int[] chosen) {
        Vectors marks = points.chosen(chosen);
        double[][] distances = new double[landmarks][];
        double farthest = 0;
        for (int band = 0; band < Pairs.bands(landmarks); band++) {
            double[][] rows = Pairs.band(Pairs.Term.SQUARED_DISTANCE, marks, band, points);
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < points.count(); j++) {
                    rows[i][j] = Math.sqrt(rows[i][j]);
                    farthest = Math.max(farthest, rows[i][j]);
                }
                distances[band * Pairs.BAND + i] = rows[i];
            }
        }
        double largest = farthest * gamma * points.count() / COUNT_OF_GAMMA;
        return LivingTimes.of(Holes.of(WitnessComplex.of(distances, largest)), largest, most);
    }

    private double[] mean(double[][] livingTimes) {
        double[] mean = new double[most];
        for (double[] times : livingTimes) {
            for (int i = 0; i < most; i++) {
                mean[i] += times[i] / livingTimes.length;
            }
        }
        return mean;
    }

    /** Returns the standard error of a weighted sum of MRLT. */
    private double error(double[][] livingTimes, double[] weights) {
        double[] sums = new double[livingTimes.length];
        for (int repeat = 0; repeat < sums.length; repeat++) {
            for (int i = 0; i < most; i++) {
                sums[repeat] += weights[i] * livingTimes[repeat][i];
            }
        }
        return Means.error(sums);
    }
}
