package org.gan4j.metrics.classifier;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A classifier's answers for samples that it has not learned from.
 *
 * @param accuracy the share of right answers
 * @param baseline the share for which the class that is most frequent among the learned samples is right
 * @param frequent that class
 * @param count the number of samples
 */
record HeldOut(double accuracy, double baseline, int frequent, int count) {
    /** The smallest number that {@link #requireLearned} can judge by. */
    static final int LEAST = 20;

    /**
     * Counts right answers.
     *
     * @param answers the classes that the classifier answers
     * @param labels the right classes
     * @param learned the number of learned samples of each class
     */
    static HeldOut of(int[] answers, int[] labels, int[] learned) {
        int frequent = IntStream.range(0, learned.length)
                .reduce((a, b) -> learned[b] > learned[a] ? b : a)
                .orElseThrow();
        double count = labels.length;
        return new HeldOut(
                IntStream.range(0, labels.length)
                                .filter(i -> answers[i] == labels[i])
                                .count()
                        / count,
                IntStream.of(labels).filter(label -> label == frequent).count() / count,
                frequent,
                labels.length);
    }

    /**
     * Requires that the classifier is better than the constant answer of the most frequent class, by more than two
     * standard errors of the latter's share.
     *
     * @throws IllegalArgumentException if it is not, or if there are fewer than {@value #LEAST} samples
     */
    void requireLearned(List<String> classes, int steps) {
        if (count < LEAST) {
            throw new IllegalArgumentException("a classifier is judged by at least " + LEAST
                    + " held-out samples; there are " + count + ": give it more labeled data");
        }
        double error = Math.sqrt(baseline * (1 - baseline) / count);
        if (accuracy <= baseline + 2 * error) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the classifier of these data is right for %.1f %% of %d held-out samples, and always answering %s,"
                            + " the most frequent class, is right for %.1f %%, so it cannot judge: give it more labeled"
                            + " data or more steps than %d, check the labels, or choose another extractor, such as"
                            + " mobilenet-v2",
                    100 * accuracy,
                    count,
                    classes.get(frequent),
                    100 * baseline,
                    steps));
        }
    }
}
