package org.gan4j.data.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.gan4j.api.data.tables.Mixture;

/**
 * Fits a mixture of normal distributions by variational Bayes with a Dirichlet process prior, which leaves modes without
 * numbers nearly weightless (<a href="https://doi.org/10.1007/978-0-387-45528-0">Bishop 2006</a>, section 10.2; <a
 * href="https://doi.org/10.1214/06-BA104">Blei and Jordan 2006</a>). CTGAN normalizes columns by such a mixture
 * (<a href="https://arxiv.org/abs/1907.00503">Xu et al. 2019</a>, section 4.2), with ten modes at most.
 *
 * <p>The steps are those of scikit-learn's {@code BayesianGaussianMixture}, on numbers that are brought to mean 0 and variance 1
 * first, so that units do not matter. Instead of k-means with random starts, the first assignment cuts the sorted numbers
 * into equal parts, so the same numbers always give the same mixture.
 */
final class MixtureFit {
    private static final int MOST_STEPS = 100;
    private static final double TOLERANCE = 1e-3;
    private static final double CONCENTRATION = 1e-3;
    private static final double LEAST_WEIGHT = 5e-3;
    /** Added to variances, so that none becomes 0. */
    private static final double RIDGE = 1e-6;

    private static final double LOG_2 = StrictMath.log(2);
    private static final double LOG_2_PI = StrictMath.log(2 * Math.PI);

    private final double[] x;
    private final double[] counts;
    private final int modes;
    private final double priorVariance;

    /** The expected number of numbers in each mode, and the moments of its normal distribution. */
    private final double[] size;

    private final double[] a;
    private final double[] b;
    private final double[] meanPrecision;
    private final double[] mean;
    private final double[] freedom;
    private final double[] variance;

    private MixtureFit(double[] standardized, double[] counts, int modes) {
        this.x = standardized;
        this.counts = counts;
        this.modes = modes;
        double total = Arrays.stream(counts).sum();
        this.priorVariance = total / (total - 1); // of sample variance, where the variance is 1
        size = new double[modes];
        a = new double[modes];
        b = new double[modes];
        meanPrecision = new double[modes];
        mean = new double[modes];
        freedom = new double[modes];
        variance = new double[modes];
    }

    /**
     * Returns the mixture of some numbers, which has one mode of deviation 0.5 if all are equal.
     *
     * @param values distinct numbers, in ascending order, at least one
     * @param counts how often each occurs
     * @param most the most modes
     */
    static Mixture of(double[] values, double[] counts, int most) {
        if (values.length == 1) {
            return new Mixture(List.of(new Mixture.Mode(1, values[0], 0.5)));
        }
        double total = Arrays.stream(counts).sum();
        double scale = Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1])); // squares stay finite
        double middle = 0;
        for (int i = 0; i < values.length; i++) {
            middle += counts[i] * (values[i] / scale) / total;
        }
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double distance = values[i] / scale - middle;
            squares += counts[i] * distance * distance / total;
        }
        double unit = Math.sqrt(squares);
        double shift = middle;
        if (!(unit * scale > 0)) {
            return new Mixture(List.of(new Mixture.Mode(1, values[0], Math.ulp(values[0])))); // apart by rounding alone
        }
        double[] standardized = Arrays.stream(values)
                .map(value -> (value / scale - shift) / unit)
                .toArray();
        MixtureFit fit = new MixtureFit(standardized, counts, Math.min(most, values.length));
        fit.run();
        return fit.mixture(middle * scale, unit * scale);
    }

    private void run() {
        double[][] responsibilities = firstAssignment();
        update(responsibilities);
        double bound = Double.NEGATIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            double entropy = expect(responsibilities);
            update(responsibilities);
            double next = entropy + bound();
            if (Math.abs(next - bound) < TOLERANCE) {
                return;
            }
            bound = next;
        }
    }

    /** Cuts the sorted numbers into parts of equal size: a number belongs to the part in which the middle of its copies lies. */
    private double[][] firstAssignment() {
        double[][] responsibilities = new double[x.length][modes];
        double total = Arrays.stream(counts).sum();
        double before = 0;
        for (int i = 0; i < x.length; i++) {
            int part = (int) (modes * (before + counts[i] / 2) / total);
            responsibilities[i][Math.min(part, modes - 1)] = 1;
            before += counts[i];
        }
        return responsibilities;
    }

    /** The M-step: the posterior of weights (stick-breaking), means and precisions. */
    private void update(double[][] responsibilities) {
        for (int k = 0; k < modes; k++) {
            size[k] = 10 * Math.ulp(1.0);
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                size[k] += counts[i] * responsibilities[i][k];
                sum += counts[i] * responsibilities[i][k] * x[i];
            }
            double center = sum / size[k];
            double squares = 0;
            for (int i = 0; i < x.length; i++) {
                squares += counts[i] * responsibilities[i][k] * (x[i] - center) * (x[i] - center);
            }
            double spread = squares / size[k] + RIDGE;
            meanPrecision[k] = 1 + size[k];
            mean[k] = size[k] * center / meanPrecision[k]; // the prior's mean is 0
            freedom[k] = 1 + size[k];
            variance[k] =
                    (priorVariance + size[k] * spread + size[k] / meanPrecision[k] * center * center) / freedom[k];
        }
        double after = 0;
        for (int k = modes - 1; k >= 0; k--) {
            a[k] = 1 + size[k];
            b[k] = CONCENTRATION + after;
            after += size[k];
        }
    }

    /** The E-step: the responsibility of each mode for each number. Returns their entropy. */
    private double expect(double[][] responsibilities) {
        double[] constant = new double[modes];
        double sticks = 0;
        for (int k = 0; k < modes; k++) {
            double both = Gamma.digamma(a[k] + b[k]);
            double weight = Gamma.digamma(a[k]) - both + sticks;
            sticks += Gamma.digamma(b[k]) - both;
            double logPrecision = LOG_2 + Gamma.digamma(freedom[k] / 2);
            constant[k] = weight
                    - (LOG_2_PI + StrictMath.log(variance[k]) + StrictMath.log(freedom[k])) / 2
                    + (logPrecision - 1 / meanPrecision[k]) / 2;
        }
        double entropy = 0;
        for (int i = 0; i < x.length; i++) {
            double most = Double.NEGATIVE_INFINITY;
            double[] logs = responsibilities[i];
            for (int k = 0; k < modes; k++) {
                logs[k] = constant[k] - (x[i] - mean[k]) * (x[i] - mean[k]) / variance[k] / 2;
                most = Math.max(most, logs[k]);
            }
            double sum = 0;
            for (int k = 0; k < modes; k++) {
                sum += StrictMath.exp(logs[k] - most);
            }
            double normalizer = most + StrictMath.log(sum);
            for (int k = 0; k < modes; k++) {
                double log = logs[k] - normalizer;
                logs[k] = StrictMath.exp(log);
                entropy -= counts[i] * logs[k] * log;
            }
        }
        return entropy;
    }

    /** Returns the lower bound of the evidence without the entropy of the responsibilities, up to a constant. */
    private double bound() {
        double bound = 0;
        for (int k = 0; k < modes; k++) {
            double logDeterminant = -(StrictMath.log(variance[k]) + StrictMath.log(freedom[k])) / 2;
            bound += freedom[k] * logDeterminant + freedom[k] / 2 * LOG_2 + Gamma.logGamma(freedom[k] / 2);
            bound += Beta.logBeta(a[k], b[k]) - StrictMath.log(meanPrecision[k]) / 2;
        }
        return bound;
    }

    private Mixture mixture(double middle, double unit) {
        double[] weights = new double[modes];
        double stick = 1;
        double sum = 0;
        for (int k = 0; k < modes; k++) {
            weights[k] = a[k] / (a[k] + b[k]) * stick;
            stick *= b[k] / (a[k] + b[k]);
            sum += weights[k];
        }
        List<Mixture.Mode> found = new ArrayList<>();
        for (int k = 0; k < modes; k++) {
            if (weights[k] / sum > LEAST_WEIGHT) {
                found.add(new Mixture.Mode(weights[k] / sum, middle + unit * mean[k], unit * Math.sqrt(variance[k])));
            }
        }
        return new Mixture(found);
    }
}
