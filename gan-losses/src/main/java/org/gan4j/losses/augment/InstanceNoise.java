package org.gan4j.losses.augment;

import java.util.OptionalDouble;
import org.gan4j.api.loss.Augmentation;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/**
 * Instance noise (<a href="https://arxiv.org/abs/1610.04490">Sønderby et al. 2017</a>, section 2.3.1): Gaussian noise on
 * all samples that the critic sees. The noisy distributions of real and generated samples overlap, so the critic cannot
 * tell them apart perfectly, and the generator always has a gradient to follow.
 *
 * <pre>
 * x + sigma · strength · noise,    strength = max(0, 1 - updates / steps)
 * </pre>
 *
 * The noise of each sample, and of each time that a sample is shown, is its own. Samples may have any shape.
 *
 * @param sigma the initial standard deviation of the noise; samples are usually from -1 to 1
 * @param steps the number of updates of the critic in which the noise fades linearly to 0; 0 means that it stays
 */
public record InstanceNoise(double sigma, int steps) implements Augmentation {
    private static final int MOST_STEPS = 1 << 23;

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the deviation is not positive and finite, or if the number of steps is
     *     negative or more than 8,388,608, up to which single precision counts each
     */
    public InstanceNoise {
        if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("instance noise needs a positive, finite standard deviation, not "
                    + sigma + "; choose one such as 0.1, or remove it");
        }
        if (steps < 0 || steps > MOST_STEPS) {
            throw new IllegalArgumentException("instance noise fades in 0 to " + MOST_STEPS + " updates, not " + steps
                    + "; choose the length of the training, or 0 for noise that stays");
        }
    }

    @Override
    public String name() {
        return "instance-noise";
    }

    @Override
    public String summary() {
        return "Gaussian noise on the samples that the critic sees, which fades (Sønderby et al. 2017)";
    }

    @Override
    public Tensor apply(Tensor samples, RandomKey random, Tensor strength) {
        Tensor noise = random.normal(samples.shape().dims());
        return samples.add(noise.mul(strength.mul(sigma)).cast(samples.dtype()));
    }

    @Override
    public OptionalDouble initialStrength() {
        return steps == 0 ? OptionalDouble.empty() : OptionalDouble.of(1);
    }

    @Override
    public Tensor next(Tensor strength, Tensor realScores, Tensor fakeScores) {
        if (steps == 0) {
            return strength;
        }
        // counts the updates that are left, a whole number: rounding errors do not add up
        Tensor left = strength.mul(steps).add(0.5).floor();
        return left.sub(1).maximum(0).div(steps);
    }
}
