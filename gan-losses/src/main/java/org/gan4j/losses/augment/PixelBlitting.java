package org.gan4j.losses.augment;

import java.util.function.UnaryOperator;
import org.gan4j.api.loss.Augmentation;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/**
 * Pixel blitting, the geometric changes of ADA that copy pixels without resampling (<a
 * href="https://arxiv.org/abs/2006.06676">Karras et al. 2020</a>, appendix B). Each is applied to an image with the
 * probability that is the strength, in this order:
 *
 * <pre>
 * flip         left and right are swapped in half of the cases
 * rotation     by 0, 90, 180 or 270 degrees, of square images only
 * translation  by up to 1/8 of height and width, whole pixels; the image is mirrored at its edges
 * </pre>
 *
 * A strength of 1 teaches the generator the changes, since nothing tells which images were not changed: let {@link Ada}
 * choose the strength. Flips alone are the usual doubling of the data.
 *
 * @param flip whether to flip
 * @param rotation whether to rotate
 * @param translation whether to translate
 */
public record PixelBlitting(boolean flip, boolean rotation, boolean translation) implements Augmentation {
    private static final int IMAGES = 4;
    private static final int HEIGHT = 2;
    private static final int WIDTH = 3;

    /**
     * Creates the augmentation.
     *
     * @throws IllegalArgumentException if nothing is to be changed
     */
    public PixelBlitting {
        if (!flip && !rotation && !translation) {
            throw new IllegalArgumentException(
                    "pixel-blitting changes nothing: turn on flip, rotation or translation, or remove it");
        }
    }

    /** Returns the augmentation with all three changes. */
    public static PixelBlitting all() {
        return new PixelBlitting(true, true, true);
    }

    @Override
    public String name() {
        return "pixel-blitting";
    }

    @Override
    public String summary() {
        return "flips, rotations by 90 degrees and translations of the images that the critic sees (ADA)";
    }

    /**
     * Changes images.
     *
     * @throws ShapeException if the samples are not images [N,C,H,W], or are to be rotated and not square
     */
    @Override
    public Tensor apply(Tensor samples, RandomKey random, Tensor strength) {
        if (samples.shape().rank() != IMAGES) {
            throw new ShapeException(
                    "pixel-blitting changes images [N,C,H,W], but the samples are " + samples.shape() + "; remove it");
        }
        Tensor changed = samples;
        if (flip) {
            changed = flipped(changed, choice(changed, random.child("flip"), strength, 2));
        }
        if (rotation) {
            requireSquare(changed);
            changed = rotated(changed, choice(changed, random.child("rotation"), strength, 4));
        }
        if (translation) {
            RandomKey stream = random.child("translation");
            Tensor chosen = PerImage.chosen(changed, stream, strength);
            changed = translated(
                    changed,
                    PerImage.shift(changed, HEIGHT, stream.child("down")).mul(chosen),
                    PerImage.shift(changed, WIDTH, stream.child("right")).mul(chosen));
        }
        return changed;
    }

    private static void requireSquare(Tensor images) {
        if (images.shape().dim(HEIGHT) != images.shape().dim(WIDTH)) {
            throw new ShapeException("pixel-blitting rotates square images, but the samples are " + images.shape()
                    + "; turn off rotation");
        }
    }

    /** Draws a whole number from 0 to one less than a count for each image that is to be changed, else 0. */
    private static Tensor choice(Tensor images, RandomKey random, Tensor strength, int count) {
        return PerImage.uniform(images, random.child("choice"))
                .mul(count)
                .floor()
                .minimum(count - 1)
                .mul(PerImage.chosen(images, random, strength));
    }

    /** Flips the images whose number is 1. */
    static Tensor flipped(Tensor images, Tensor number) {
        return either(number.equal(1), x -> x.flip(WIDTH), images);
    }

    /** Rotates each image counterclockwise as many times by 90 degrees as its number says, from 0 to 3. */
    static Tensor rotated(Tensor images, Tensor number) {
        Tensor half = either(number.greaterOrEqual(2), x -> x.flip(HEIGHT, WIDTH), images);
        Tensor odd = number.equal(1).or(number.equal(3));
        return either(odd, x -> x.permute(0, 1, WIDTH, HEIGHT).flip(HEIGHT), half);
    }

    private static Tensor either(Tensor condition, UnaryOperator<Tensor> change, Tensor images) {
        return condition.broadcastTo(images.shape()).where(change.apply(images), images);
    }

    /**
     * Translates each image, by products with matrices of zeros and ones, whose gradients are products too: position i
     * gets the pixel at i + shift, mirrored at the first and the last pixel.
     *
     * @param down the whole number of rows, [N,1,1,1]
     * @param right the whole number of columns, [N,1,1,1]
     */
    static Tensor translated(Tensor images, Tensor down, Tensor right) {
        Tensor rows = selection(images, HEIGHT, down);
        Tensor columns = selection(images, WIDTH, right);
        return rows.matmul(images).matmul(columns, false, true);
    }

    /** Returns the matrix [N,1,L,L] with a one where the column is the mirrored row plus the shift. */
    private static Tensor selection(Tensor images, int axis, Tensor shift) {
        int length = images.shape().dim(axis);
        Tensor place = Tensor.arange(length).cast(DType.FLOAT);
        Tensor wanted = place.reshape(1, 1, length, 1).add(shift).abs();
        Tensor mirrored = wanted.rsub(length - 1).abs().rsub(length - 1);
        return place.reshape(1, 1, 1, length).equal(mirrored).cast(images.dtype());
    }
}
