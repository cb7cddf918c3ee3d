package org.gan4j.metrics.classes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.statistics.Means;

/**
 * The inception score (<a href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016</a>), by any classifier: 1 if a
 * classifier sees no class in any sample or the same class in all, and K if it is sure of each sample and sees all K
 * classes equally often. With the probabilities p(y|x) of a sample x and their mean p(y),
 *
 * <pre>
 * inception-score = mean over parts of exp(mean over x of KL(p(y|x) ‖ p(y)))
 * </pre>
 *
 * where the samples are cut into {@code splits} parts in order, as in the paper. Results:
 *
 * <ul>
 *   <li>{@code inception-score}: the mean over parts, and {@code .error}, its standard error;
 *   <li>{@code inception-score.deviation}: the standard deviation over parts, the "±" of papers (denominator splits);
 *   <li>{@code inception-score.whole}: the score of all samples at once, which has less bias;
 *   <li>{@code inception-score.real}: the first for the data, with its {@code .error}: the goal.
 * </ul>
 *
 * It never compares with data, does not see a lack of variety within classes, and depends on the classifier: only a
 * score by the published Inception network is comparable with those in papers.
 *
 * @param splits the number of parts; 10 in the paper, which had 5,000 samples in each
 */
public record InceptionScore(int splits) implements Metric {
    /**
     * Creates the metric.
     *
     * @throws IllegalArgumentException if {@code splits} is less than 2
     */
    public InceptionScore {
        if (splits < 2) {
            throw new IllegalArgumentException(
                    "inception-score needs at least 2 splits, not " + splits + "; the paper uses 10");
        }
    }

    /** Returns the metric with the paper's 10 parts. */
    public static InceptionScore standard() {
        return new InceptionScore(10);
    }

    @Override
    public String name() {
        return "inception-score";
    }

    @Override
    public String summary() {
        return "how sure a classifier is of each sample, and how evenly it sees the classes";
    }

    @Override
    public Given given() {
        return Given.PROBABILITIES;
    }

    @Override
    public Map<String, Double> measure(MetricInput in) {
        // two samples in each part: the score of one is always 1
        Probabilities real = Probabilities.of("real", in.real(), name(), 2 * splits);
        Probabilities fake = Probabilities.of("fake", in.fake(), name(), 2 * splits);
        double[] ofFake = parts(fake);
        double[] ofReal = parts(real);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("inception-score", Means.of(ofFake));
        values.put("inception-score.error", Means.error(ofFake));
        values.put("inception-score.deviation", Math.sqrt(Means.squaredDeviations(ofFake) / splits));
        values.put("inception-score.whole", Math.exp(fake.information()));
        values.put("inception-score.real", Means.of(ofReal));
        values.put("inception-score.real.error", Means.error(ofReal));
        return values;
    }

    private double[] parts(Probabilities all) {
        return IntStream.range(0, splits)
                .mapToDouble(part -> Math.exp(
                        all.part(start(all, part), start(all, part + 1)).information()))
                .toArray();
    }

    private int start(Probabilities all, int part) {
        return (int) ((long) all.count() * part / splits);
    }
}
