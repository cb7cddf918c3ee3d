package org.gan4j.losses.augment;

import java.util.OptionalDouble;
import org.gan4j.api.loss.Augmentation;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/**
 * Adaptive discriminator augmentation (ADA, <a href="https://arxiv.org/abs/2006.06676">Karras et al. 2020</a>): another
 * augmentation whose strength p, the probability of each of its changes, begins at 0 and follows the critic's
 * overfitting. After each update of the critic,
 *
 * <pre>
 * r = mean of sign(D(real)),    p ← clamp(p + sign(r - target) · batch / images, 0, 1)
 * </pre>
 *
 * so that p grows while the critic is sure of the real samples. The batch is the number of real samples that are scored;
 * a packed critic scores several as one. The paper measures r over four updates and then moves p by as much as four of
 * these steps.
 *
 * <p>r compares scores with 0, which means "undecided" for losses of the logistic kind (non-saturating, hinge), but not
 * for Wasserstein and relativistic losses. The paper's own changes are pixel blitting, further geometric changes, and
 * changes of color, which together are the strongest that do not leak into the generated samples below p = 0.8; here
 * the changes are those of the other augmentation, which is DiffAugment with all changes if a file names none.
 *
 * @param of the augmentation whose strength adapts, such as {@link PixelBlitting} or {@link DiffAugment}
 * @param target the mean sign to hold, from -1 to 1; 0.6 in the paper
 * @param images the number of real images in which p can go from 0 to 1; 500,000 in the paper
 */
public record Ada(Augmentation of, double target, int images) implements Augmentation {
    private static final double USUAL_TARGET = 0.6;
    private static final int USUAL_IMAGES = 500_000;

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if there is no other augmentation, if it adapts its strength itself, or if a
     *     number is out of range
     */
    public Ada {
        if (of == null) {
            throw new IllegalArgumentException(
                    "ada adapts the strength of another augmentation, but has none; give it one, as in \"of: diff-augment\"");
        }
        if (of.initialStrength().isPresent()) {
            throw new IllegalArgumentException("ada adapts the strength of another augmentation, but " + of.name()
                    + " adapts its own; give it one that does not, such as diff-augment, and list " + of.name()
                    + " by itself");
        }
        if (!(target >= -1 && target <= 1)) {
            throw new IllegalArgumentException("ada holds a mean sign of the real scores, which is from -1 to 1, not "
                    + target + "; choose 0.6, as in the paper");
        }
        if (images < 1) {
            throw new IllegalArgumentException("ada reaches its full strength within a number of images of at least 1,"
                    + " not " + images + "; choose 500000, as in the paper");
        }
    }

    /** Returns the augmentation with the paper's target, 0.6, and speed, 500,000 images. */
    public static Ada of(Augmentation augmentation) {
        return new Ada(augmentation, USUAL_TARGET, USUAL_IMAGES);
    }

    public Ada target(double meanSign) {
        return new Ada(of, meanSign, images);
    }

    public Ada images(int fromNoneToFull) {
        return new Ada(of, target, fromNoneToFull);
    }

    @Override
    public String name() {
        return "ada";
    }

    @Override
    public String summary() {
        return "another augmentation, as strong as the critic overfits (Karras et al. 2020)";
    }

    /**
     * Changes samples as the other augmentation does.
     *
     * @throws org.gan4j.tensor.ShapeException if the other augmentation cannot change samples of this shape
     */
    @Override
    public Tensor apply(Tensor samples, RandomKey random, Tensor strength) {
        return of.apply(samples, random, strength);
    }

    @Override
    public OptionalDouble initialStrength() {
        return OptionalDouble.of(0);
    }

    @Override
    public Tensor next(Tensor strength, Tensor realScores, Tensor fakeScores) {
        double most = (double) realScores.shape().dim(0) / images;
        Tensor sure = realScores.sign().mean().cast(strength.dtype());
        return strength.add(sure.sub(target).sign().mul(most)).clamp(0, 1);
    }
}
