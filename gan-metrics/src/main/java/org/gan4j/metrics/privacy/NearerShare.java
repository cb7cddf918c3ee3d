package org.gan4j.metrics.privacy;

import java.util.Arrays;
import org.gan4j.metrics.statistics.Share;

/**
 * The share of samples that are nearer to a training row than to every held-out row; a tie counts half. A generator
 * without memory would make the same samples if training and held-out rows were exchanged. So with N training and M
 * held-out rows, p = N/(N + M) is expected: 50 % for equal numbers. With wᵤ the number of samples whose nearest row of all
 * is u, and w̄ its mean, the deviation of the count S · share over all exchanges gives
 *
 * <pre>
 * z = S (share − p) / √(p (1 − p) Σ (wᵤ − w̄)² (N + M) / (N + M − 1))
 * </pre>
 *
 * <p>The share's own interval is that of drawing samples alone, for these rows. It is too narrow to judge memory by where
 * many samples have one nearest row; z is not.
 *
 * @param share the share
 * @param expected the share p
 * @param z the deviation from p: about normal with deviation 1 without memory; large with memory
 */
public record NearerShare(Share share, double expected, double z) {
    /**
     * Counts the samples.
     *
     * @param nearest the nearest rows of the samples
     * @param training the number of training rows among which they were found
     * @param heldOut the number of held-out rows among which they were found
     */
    public static NearerShare of(NearestRows nearest, int training, int heldOut) {
        double[] toTraining = nearest.samplesInTraining().nearest();
        double[] toHeldOut = nearest.samplesInHeldOut().nearest();
        double[] weights = new double[training + heldOut];
        double count = 0;
        for (int i = 0; i < toTraining.length; i++) {
            double part = toTraining[i] < toHeldOut[i] ? 1 : toTraining[i] == toHeldOut[i] ? 0.5 : 0;
            weights[nearest.samplesInTraining().indices()[i][0]] += part;
            weights[training + nearest.samplesInHeldOut().indices()[i][0]] += 1 - part;
            count += part;
        }
        int samples = toTraining.length;
        double p = training / (double) weights.length;
        double mean = samples / (double) weights.length;
        double squares = Arrays.stream(weights)
                .map(weight -> (weight - mean) * (weight - mean))
                .sum();
        double deviation = Math.sqrt(p * (1 - p) * squares * weights.length / (weights.length - 1));
        double z = deviation > 0 ? (count - p * samples) / deviation : 0;
        return new NearerShare(new Share(count, samples), p, z);
    }
}
