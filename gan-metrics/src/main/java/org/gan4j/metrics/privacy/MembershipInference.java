package org.gan4j.metrics.privacy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gan4j.metrics.statistics.RankComparison;
import org.gan4j.metrics.statistics.Share;
import org.gan4j.metrics.statistics.ShareDifference;
import org.gan4j.metrics.statistics.Threshold;

/**
 * The success of an attack that tells rows of training (members) from rows that were held out, by a number that should be
 * larger for members.
 *
 * <p>The advantage (<a href="https://arxiv.org/abs/1709.01604">Yeom et al. 2018</a>) is TPR − FPR at a threshold: 0 for
 * guessing, 1 if every row is told right. The largest over all thresholds is above 0 even if there is nothing to tell,
 * since the threshold is chosen on the rows that it is measured on. So each half of the rows is also judged by the
 * threshold that is best on the other half, which is not biased in this way; it is the number to report.
 *
 * @param ranks the members against the others; its AUC is 0.5 for guessing
 * @param advantage TPR − FPR with thresholds from the other half
 * @param largestAdvantage max (TPR − FPR), which is biased upwards
 */
public record MembershipInference(RankComparison ranks, ShareDifference advantage, double largestAdvantage) {
    /**
     * Measures an attack.
     *
     * @param members the number of each row of training, at least two
     * @param others the number of each row that was held out, at least two
     * @throws IllegalArgumentException if there are fewer of them, or a number is NaN
     */
    public static MembershipInference of(double[] members, double[] others) {
        if (members.length < 2 || others.length < 2) {
            throw new IllegalArgumentException(
                    "an attack is measured on at least 2 members and 2 others, since one half"
                            + " chooses the threshold for the other, not on " + members.length + " and " + others.length
                            + ": use more rows");
        }
        double[] evenMembers = half(members, 0);
        double[] oddMembers = half(members, 1);
        double[] evenOthers = half(others, 0);
        double[] oddOthers = half(others, 1);
        double fromEven = Threshold.best(evenMembers, evenOthers).value();
        double fromOdd = Threshold.best(oddMembers, oddOthers).value();
        int right = atLeast(oddMembers, fromEven) + atLeast(evenMembers, fromOdd);
        int wrong = atLeast(oddOthers, fromEven) + atLeast(evenOthers, fromOdd);
        return new MembershipInference(
                RankComparison.of(members, others),
                new ShareDifference(new Share(right, members.length), new Share(wrong, others.length)),
                Threshold.best(members, others).advantage());
    }

    private static double[] half(double[] values, int rest) {
        return IntStream.range(0, values.length)
                .filter(i -> i % 2 == rest)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    private static int atLeast(double[] values, double threshold) {
        return (int) Arrays.stream(values).filter(value -> value >= threshold).count();
    }
}
