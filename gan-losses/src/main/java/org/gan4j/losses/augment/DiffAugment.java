package org.gan4j.losses.augment;

import org.gan4j.api.loss.Augmentation;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/**
 * DiffAugment (<a href="https://arxiv.org/abs/2006.10738">Zhao et al. 2020</a>): changes of color, translation and
 * cutout of images, in this order, each with random numbers of its own for each image:
 *
 * <pre>
 * color        brightness + U[-0.5, 0.5), saturation · U[0, 2), contrast · U[0.5, 1.5)
 * translation  by up to 1/8 of height and width, with zeros beyond the edges
 * cutout       a rectangle of half the height and width is set to zero
 * </pre>
 *
 * With a strength below 1, each of them is applied to an image with the probability that is the strength. The paper
 * advises translation and cutout for all numbers of samples, and color too for few.
 *
 * @param color whether to change brightness, saturation and contrast
 * @param translation whether to translate
 * @param cutout whether to cut out
 */
public record DiffAugment(boolean color, boolean translation, boolean cutout) implements Augmentation {
    private static final int IMAGES = 4;
    private static final double CUT = 0.5;

    /**
     * Creates the augmentation.
     *
     * @throws IllegalArgumentException if nothing is to be changed
     */
    public DiffAugment {
        if (!color && !translation && !cutout) {
            throw new IllegalArgumentException(
                    "diff-augment changes nothing: turn on color, translation or cutout, or remove it");
        }
    }

    /** Returns the augmentation with all three changes. */
    public static DiffAugment all() {
        return new DiffAugment(true, true, true);
    }

    @Override
    public String name() {
        return "diff-augment";
    }

    @Override
    public String summary() {
        return "differentiable color, translation and cutout of the images that the critic sees";
    }

    /**
     * Changes images.
     *
     * @throws ShapeException if the samples are not images, [N,C,H,W]
     */
    @Override
    public Tensor apply(Tensor samples, RandomKey random, Tensor strength) {
        if (samples.shape().rank() != IMAGES) {
            throw new ShapeException("diff-augment changes images [N,C,H,W], but the samples are " + samples.shape()
                    + ": remove it, or give the samples the shape of images");
        }
        Tensor changed = samples;
        if (color) {
            changed = colored(
                    changed,
                    centered(changed, random.child("brightness"), strength),
                    centered(changed, random.child("saturation"), strength)
                            .mul(2)
                            .add(1),
                    centered(changed, random.child("contrast"), strength).add(1));
        }
        if (translation) {
            RandomKey stream = random.child("translation");
            Tensor chosen = PerImage.chosen(changed, stream, strength);
            changed = translated(
                    changed,
                    PerImage.shift(changed, 2, stream.child("down")).mul(chosen),
                    PerImage.shift(changed, 3, stream.child("right")).mul(chosen));
        }
        if (cutout) {
            RandomKey stream = random.child("cutout");
            changed = cut(
                    changed,
                    center(changed, 2, stream.child("row")),
                    center(changed, 3, stream.child("column")),
                    PerImage.chosen(changed, stream, strength));
        }
        return changed;
    }

    /** Draws a number between -0.5 and 0.5 for each image that is to be changed, else 0. */
    private static Tensor centered(Tensor images, RandomKey random, Tensor strength) {
        return PerImage.uniform(images, random)
                .sub(0.5)
                .mul(PerImage.chosen(images, random, strength))
                .cast(images.dtype());
    }

    /** Draws the center of the cut along an axis for each image. */
    private static Tensor center(Tensor images, int axis, RandomKey random) {
        int places = images.shape().dim(axis) + 1 - cutLength(images, axis) % 2;
        return PerImage.uniform(images, random).mul(places).floor();
    }

    private static int cutLength(Tensor images, int axis) {
        return (int) (images.shape().dim(axis) * CUT + 0.5);
    }

    /**
     * Changes colors.
     *
     * @param brightness added to each image, [N,1,1,1]
     * @param saturation the factor of the distance from gray, [N,1,1,1]
     * @param contrast the factor of the distance from the mean, [N,1,1,1]
     */
    static Tensor colored(Tensor images, Tensor brightness, Tensor saturation, Tensor contrast) {
        Tensor brighter = images.add(brightness);
        Tensor gray = brighter.meanKeepDims(1);
        Tensor saturated = brighter.sub(gray).mul(saturation).add(gray);
        Tensor mean = saturated.meanKeepDims(1, 2, 3);
        return saturated.sub(mean).mul(contrast).add(mean);
    }

    /**
     * Translates each image, by products with matrices of zeros and ones, whose gradients are products too: position i
     * gets the pixel at i + shift.
     *
     * @param down the whole number of rows, [N,1,1,1]
     * @param right the whole number of columns, [N,1,1,1]
     */
    static Tensor translated(Tensor images, Tensor down, Tensor right) {
        Tensor rows = selection(images, 2, down);
        Tensor columns = selection(images, 3, right);
        return rows.matmul(images).matmul(columns, false, true);
    }

    /** Returns the matrix [N,1,L,L] with a one where the column is the row plus the shift. */
    private static Tensor selection(Tensor images, int axis, Tensor shift) {
        int length = images.shape().dim(axis);
        Tensor place = Tensor.arange(length).cast(DType.FLOAT);
        return place.reshape(1, 1, 1, length)
                .equal(place.reshape(1, 1, length, 1).add(shift))
                .cast(images.dtype());
    }

    /**
     * Sets a rectangle of each image to zero.
     *
     * @param row the row of its center, [N,1,1,1]
     * @param column the column of its center, [N,1,1,1]
     * @param chosen 1 for each image that is to be changed, else 0, [N,1,1,1]
     */
    static Tensor cut(Tensor images, Tensor row, Tensor column, Tensor chosen) {
        Tensor inside = inside(images, 2, row).mul(inside(images, 3, column)).mul(chosen);
        return images.mul(inside.rsub(1).cast(images.dtype()));
    }

    /** Returns 1 at the positions of an axis that the rectangle covers, else 0. */
    private static Tensor inside(Tensor images, int axis, Tensor center) {
        int length = cutLength(images, axis);
        long[] along = {1, 1, 1, 1};
        along[axis] = images.shape().dim(axis);
        Tensor place = Tensor.arange(images.shape().dim(axis)).cast(DType.FLOAT).reshape(along);
        Tensor from = center.sub(length / 2);
        return place.greaterOrEqual(from).and(place.less(from.add(length))).cast(DType.FLOAT);
    }
}
