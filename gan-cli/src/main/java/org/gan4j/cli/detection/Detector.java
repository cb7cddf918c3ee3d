package org.gan4j.cli.detection;

import java.util.Arrays;
import org.gan4j.metrics.detection.DetectionAccuracy;
import org.gan4j.metrics.detection.DetectionRule;

/**
 * A way to tell samples from real images, by one number per image.
 *
 * @param name its name
 * @param number what the number is
 * @param rule the rule, calibrated on one half of real images and samples
 * @param accuracy how often it is right on the other half
 * @param numbers the numbers of the images to judge
 */
public record Detector(String name, String number, DetectionRule rule, DetectionAccuracy accuracy, double[] numbers) {
    /** The numbers of real images and of samples, of which the first half calibrates and the others measure. */
    public record Calibration(double[] real, double[] generated) {
        private static double[] first(double[] values) {
            return Arrays.copyOf(values, values.length / 2);
        }

        private static double[] rest(double[] values) {
            return Arrays.copyOfRange(values, values.length / 2, values.length);
        }
    }

    /** Returns the detector by a number whose threshold and direction are found on the first half. */
    public static Detector calibrated(String name, String number, Calibration on, double[] numbers) {
        return ruled(
                name,
                number,
                DetectionRule.calibrated(Calibration.first(on.real), Calibration.first(on.generated)),
                on,
                numbers);
    }

    /** Returns the detector of a rule that was learned from the first half. */
    public static Detector ruled(String name, String number, DetectionRule rule, Calibration on, double[] numbers) {
        return new Detector(
                name,
                number,
                rule,
                DetectionAccuracy.of(rule, Calibration.rest(on.real), Calibration.rest(on.generated)),
                numbers);
    }

    /** Returns the verdict on an image. */
    public String verdict(int image) {
        return rule.isReal(numbers[image]) ? "real" : "generated";
    }

    /** Returns how many of the images are called generated. */
    public int generated() {
        return (int) Arrays.stream(numbers).filter(each -> !rule.isReal(each)).count();
    }
}
