package org.gan4j.metrics.clusters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.statistics.Draw;
import org.gan4j.metrics.statistics.Means;
import org.gan4j.metrics.vectors.Vectors;

/**
 * The curve of precision and recall of two distributions (PRD, <a href="https://arxiv.org/abs/1806.00035">Sajjadi et al.
 * 2018</a>), as two numbers. All features together are clustered by k-means; with the shares p of the data and q of the
 * fakes in each cluster, the curve has, for each λ above 0, the points
 *
 * <pre>
 * precision(λ) = Σ min(λ p, q),   recall(λ) = precision(λ) / λ,   mean over {@code runs} of k-means
 * F_β = max over λ of (1 + β²) · precision · recall / (β² · precision + recall)
 * </pre>
 *
 * {@code prd-recall} is F₈, which weighs recall more, and {@code prd-precision} is F₁/₈; both are 1 if the shares are
 * equal. Clusters are coarse: memorized data and small defects do not show. The authors' code clusters mini-batches; here
 * all samples count in each step of Lloyd's algorithm. Use equal counts, since the clusters follow the larger set.
 *
 * <p>The errors are standard errors: by a jackknife that leaves out one of 20 groups of each set at a time while the
 * clusters stay, and by the spread over runs.
 *
 * @param clusters the number of clusters; 20 in the paper
 * @param runs the number of runs of k-means; 10 in the paper
 */
public record PrecisionRecallCurve(int clusters, int runs) implements Metric {
    private static final double BETA = 8;
    private static final int GROUPS = 20;
    private static final IntUnaryOperator ALL = i -> -1;

    /**
     * Creates the metric.
     *
     * @throws IllegalArgumentException if there are fewer than 2 clusters or runs
     */
    public PrecisionRecallCurve {
        if (clusters < 2 || runs < 2) {
            throw new IllegalArgumentException("precision-recall-curve needs at least 2 clusters and 2 runs, not "
                    + clusters + " and " + runs + "; the paper uses 20 and 10");
        }
    }

    /** Returns the metric with the paper's settings. */
    public static PrecisionRecallCurve standard() {
        return new PrecisionRecallCurve(20, 10);
    }

    @Override
    public String name() {
        return "precision-recall-curve";
    }

    @Override
    public String summary() {
        return "precision and recall of the shares of clusters: F₁/₈ and F₈ of their curve";
    }

    @Override
    public int leastSamples() {
        return Math.max(clusters, GROUPS);
    }

    @Override
    public Map<String, Double> measure(MetricInput in) {
        Vectors x = Vectors.of("real", in.real(), name(), leastSamples());
        Vectors y = Vectors.of("fake", in.fake(), name(), leastSamples());
        Vectors.requireEqualWidths(name(), x, y);
        Vectors both = x.and(y);
        List<int[]> clustered = IntStream.range(0, runs)
                .mapToObj(run -> KMeans.of(both, clusters, new Draw(in.seed(), name() + " " + run)))
                .toList();
        Map<String, Double> values = new LinkedHashMap<>();
        Histograms histograms = new Histograms(clustered, x.count(), clusters);
        put(values, "prd-precision", histograms, curve -> curve.largestF(1 / BETA));
        put(values, "prd-recall", histograms, curve -> curve.largestF(BETA));
        return values;
    }

    private void put(Map<String, Double> values, String result, Histograms histograms, ToDoubleFunction<Curve> number) {
        double[] ofRuns = histograms.curves(ALL, 0).stream().mapToDouble(number).toArray();
        double variance = Math.pow(Means.error(ofRuns), 2);
        for (boolean real : new boolean[] {true, false}) {
            IntUnaryOperator group = i -> histograms.isReal(i) == real ? i % GROUPS : -1;
            double[] without = IntStream.range(0, GROUPS)
                    .mapToDouble(left -> number.applyAsDouble(Curve.mean(histograms.curves(group, left))))
                    .toArray();
            variance += Means.squaredDeviations(without) * (GROUPS - 1) / GROUPS;
        }
        values.put(result, number.applyAsDouble(Curve.mean(histograms.curves(ALL, 0))));
        values.put(result + ".error", Math.sqrt(variance));
    }
}
