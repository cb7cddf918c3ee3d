package org.gan4j.metrics.classes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;

/**
 * The classes of the data that samples reach, as a classifier sees them: 1 if all are reached. A class is reached if it
 * is at least {@code least} times as frequent among the fakes as among the data; one fake is not enough, since a
 * classifier errs.
 *
 * <pre>
 * class-coverage         = number of classes reached / number of classes of the data
 * class-coverage.classes = number of classes reached
 * class-coverage.real    = number of classes of the data
 * </pre>
 *
 * @param least the smallest ratio of the two shares; 0.1 by default
 */
public record ClassCoverage(double least) implements Metric {
    private static final int FEWEST = 2;

    /**
     * Creates the metric.
     *
     * @throws IllegalArgumentException if {@code least} is not from 0 to 1
     */
    public ClassCoverage {
        if (!(least >= 0 && least <= 1)) {
            throw new IllegalArgumentException(
                    "class-coverage needs a least ratio from 0 to 1, not " + least + "; 0.1 is the default");
        }
    }

    /** Returns the metric with a tenth as the least ratio. */
    public static ClassCoverage standard() {
        return new ClassCoverage(0.1);
    }

    @Override
    public String name() {
        return "class-coverage";
    }

    @Override
    public String summary() {
        return "share of the data's classes that samples reach, by a classifier";
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
        int[] inData = IntStream.range(0, counts.classes())
                .filter(k -> counts.data()[k] > 0)
                .toArray();
        long reached = IntStream.of(inData)
                .filter(k -> counts.fakes()[k] > 0
                        && counts.ofFakes(k).value() >= least * counts.ofData(k).value())
                .count();
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("class-coverage", reached / (double) inData.length);
        values.put("class-coverage.classes", (double) reached);
        values.put("class-coverage.real", (double) inData.length);
        return values;
    }
}
