package org.gan4j.metrics.classifier;

/**
 * The mean over classes of the share of right answers, which does not depend on how frequent the classes are.
 *
 * @param value the mean, over the classes that occur
 * @param error its standard error for this number of samples
 */
record BalancedAccuracy(double value, double error) {
    static BalancedAccuracy of(int[] answers, int[] labels, int classes) {
        int[] right = new int[classes];
        int[] counts = new int[classes];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]]++;
            right[labels[i]] += answers[i] == labels[i] ? 1 : 0;
        }
        int occurring = 0;
        double shares = 0;
        double variances = 0;
        for (int k = 0; k < classes; k++) {
            if (counts[k] > 0) {
                occurring++;
                shares += (double) right[k] / counts[k];
                // one more right and one more wrong answer, so that no error is 0
                double share = (right[k] + 1.0) / (counts[k] + 2.0);
                variances += share * (1 - share) / counts[k];
            }
        }
        return new BalancedAccuracy(shares / occurring, Math.sqrt(variances) / occurring);
    }
}
