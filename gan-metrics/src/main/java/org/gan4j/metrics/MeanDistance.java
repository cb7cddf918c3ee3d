package org.gan4j.metrics;

import java.util.Map;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.tensor.TensorData;

/**
 * The Euclidean distance of the samples' mean from the data's mean, for vectors. A GAN that reaches 0 may still miss
 * everything but the mean; for a single point, the data of the Dirac-GAN, the mean is all there is.
 */
public record MeanDistance() implements Metric {
    @Override
    public String name() {
        return "mean-distance";
    }

    @Override
    public String summary() {
        return "the distance of the samples' mean vector from the data's";
    }

    @Override
    public Given given() {
        return Given.SAMPLES;
    }

    @Override
    public boolean appliesTo(Comparison comparison) {
        return comparison.pairing() == Comparison.Pairing.DISTRIBUTION
                && comparison.with().shape().rank() == 1;
    }

    @Override
    public Map<String, Double> measure(MetricInput in) {
        double[] x = mean(in.real());
        double[] y = mean(in.fake());
        double squares = 0;
        for (int k = 0; k < x.length; k++) {
            squares += (x[k] - y[k]) * (x[k] - y[k]);
        }
        return Map.of(name(), Math.sqrt(squares));
    }

    private static double[] mean(TensorData rows) {
        int count = rows.shape().dim(0);
        double[] mean = new double[rows.shape().size() / count];
        for (int i = 0; i < rows.shape().size(); i++) {
            mean[i % mean.length] += rows.get(i) / count;
        }
        return mean;
    }
}
