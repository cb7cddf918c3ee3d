package org.gan4j.metrics.detection;

import org.gan4j.metrics.statistics.RankComparison;
import org.gan4j.metrics.statistics.Share;

/**
 * How often a rule is right on images that it was not calibrated on.
 *
 * @param right the share of all images that it is right about
 * @param realRight the share of real images that it calls real
 * @param generatedRight the share of generated images that it calls generated
 * @param ranks the numbers of real images against those of generated ones, whatever the threshold
 * @param baseRate the accuracy of the same verdict for every image: the share of the more frequent kind
 */
public record DetectionAccuracy(
        Share right, Share realRight, Share generatedRight, RankComparison ranks, double baseRate) {
    /**
     * Measures a rule.
     *
     * @param real the numbers of real images, at least one
     * @param generated the numbers of generated images, at least one
     * @throws IllegalArgumentException if there is no number of one kind
     */
    public static DetectionAccuracy of(DetectionRule rule, double[] real, double[] generated) {
        if (real.length == 0 || generated.length == 0) {
            throw new IllegalArgumentException(
                    "accuracy is measured on real and on generated images, and there are none"
                            + " of one kind: use at least one");
        }
        int realRight = rule.real(real);
        int generatedRight = generated.length - rule.real(generated);
        int all = real.length + generated.length;
        return new DetectionAccuracy(
                new Share(realRight + generatedRight, all),
                new Share(realRight, real.length),
                new Share(generatedRight, generated.length),
                RankComparison.of(real, generated),
                Math.max(real.length, generated.length) / (double) all);
    }
}
