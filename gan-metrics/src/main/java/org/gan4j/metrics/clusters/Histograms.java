package org.gan4j.metrics.clusters;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The shares of clusters among data and fakes, for several runs of clustering.
 *
 * @param runs the cluster of each sample in each run: first those of the data, then those of the fakes
 * @param real the number of data
 * @param clusters the number of clusters
 */
record Histograms(List<int[]> runs, int real, int clusters) {
    boolean isReal(int sample) {
        return sample < real;
    }

    /**
     * Returns the curve of each run, without the samples of one group.
     *
     * @param group the group of each sample; a negative number for samples that are never left out
     * @param without the group that is left out
     */
    List<Curve> curves(IntUnaryOperator group, int without) {
        return runs.stream()
                .map(run -> {
                    double[] ofReal = new double[clusters];
                    double[] ofFake = new double[clusters];
                    for (int i = 0; i < run.length; i++) {
                        if (group.applyAsInt(i) < 0 || group.applyAsInt(i) != without) {
                            (isReal(i) ? ofReal : ofFake)[run[i]]++;
                        }
                    }
                    return Curve.of(shares(ofFake), shares(ofReal));
                })
                .toList();
    }

    private static double[] shares(double[] counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        for (int bin = 0; bin < counts.length; bin++) {
            counts[bin] /= sum;
        }
        return counts;
    }
}
