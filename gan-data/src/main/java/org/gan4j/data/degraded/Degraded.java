package org.gan4j.data.degraded;

import java.util.List;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Images with a degraded copy of each at a lower resolution, for super-resolution: {@code image} as in the other data,
 * and {@code low-resolution}, FLOAT C×(H/scale)×(W/scale). The copy is blurred, downscaled by antialiased bicubic
 * interpolation, made noisy, and compressed as JPEG, in this order; all but the downscaling are off by default. It is
 * then rounded to the levels of a stored image.
 *
 * <p>With {@code secondOrder}, this happens twice, with other random numbers
 * (<a href="https://arxiv.org/abs/2107.10833">Real-ESRGAN, Wang et al. 2021</a>): first down to a random size between
 * that of the image and that of the copy, then to that of the copy. The paper's other kinds of kernels, noise and
 * interpolation, and its sinc filter, are not included.
 *
 * <p>The random numbers are a pure function of the seed and the sample's index, so a sample is always degraded in the
 * same way. {@linkplain Dataset#transformed() Transforms} do not apply, since they would change the images of a pair
 * differently.
 *
 * @param data the other data, with images whose height and width are multiples of the scale
 * @param scale the factor between the resolutions, at least 1; 4 by default
 * @param blur the least and the greatest standard deviation of the Gaussian blur in pixels, such as [0.2, 3]; empty, the
 *     default, means no blur
 * @param noise the least and the greatest standard deviation of the Gaussian noise, in levels from 0 to 255, such as
 *     [1, 30]; empty, the default, means no noise
 * @param jpeg the least and the greatest quality of JPEG, 1 to 100, such as [30, 95]; empty, the default, means no
 *     compression
 * @param secondOrder whether the images are degraded twice; off by default
 * @param levels the number of levels to which the copy is rounded, between black and white; 256 by default. 0 means no
 *     rounding, and values may lie beyond [-1, 1]
 * @param seed the seed of the random numbers; 1 by default
 */
public record Degraded(
        DataSource data,
        int scale,
        List<Double> blur,
        List<Double> noise,
        List<Integer> jpeg,
        boolean secondOrder,
        int levels,
        long seed)
        implements DataSource {
    /** The field of the degraded images. */
    public static final String LOW_RESOLUTION = "low-resolution";

    private static final int SCALE = 4;
    private static final int LEVELS = 256;
    private static final int MOST_LEVELS = 65_536;
    private static final int MOST_BLUR = 50;
    private static final int MOST_NOISE = 255;
    private static final int BEST = 100;

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the scale, a range, or the number of levels is out of bounds
     */
    public Degraded {
        blur = blur == null ? List.of() : List.copyOf(blur);
        noise = noise == null ? List.of() : List.copyOf(noise);
        jpeg = jpeg == null ? List.of() : List.copyOf(jpeg);
        if (scale < 1) {
            throw new IllegalArgumentException("the scale of degraded images must be at least 1, not " + scale);
        }
        require("blur", blur, 0, MOST_BLUR);
        require("noise", noise, 0, MOST_NOISE);
        require("jpeg", jpeg, 1, BEST);
        if (levels != 0 && (levels < 2 || levels > MOST_LEVELS)) {
            throw new IllegalArgumentException("degraded images are rounded to 2 to " + MOST_LEVELS
                    + " levels, or to none if 0, not to " + levels);
        }
    }

    private static void require(String what, List<? extends Number> range, int least, int most) {
        boolean ordered = range.isEmpty()
                || range.size() == 2
                        && range.get(0).doubleValue() >= least
                        && range.get(0).doubleValue() <= range.get(1).doubleValue()
                        && range.get(1).doubleValue() <= most;
        if (!ordered) {
            throw new IllegalArgumentException(
                    "the range of " + what + " must be the least and the greatest value, from " + least + " to " + most
                            + ", or empty, not " + range);
        }
    }

    /**
     * Returns data whose images are only downscaled.
     *
     * @throws IllegalArgumentException if the scale is less than 1
     */
    public static Degraded of(DataSource data, int scale) {
        return new Degraded(data, scale, List.of(), List.of(), List.of(), false, LEVELS, 1);
    }

    /** Returns data whose images are only downscaled, by 4. */
    public static Degraded of(DataSource data) {
        return of(data, SCALE);
    }

    /** Returns a copy with other data. */
    public Degraded data(DataSource other) {
        return new Degraded(other, scale, blur, noise, jpeg, secondOrder, levels, seed);
    }

    /**
     * Returns a copy with another scale.
     *
     * @throws IllegalArgumentException if the scale is less than 1
     */
    public Degraded scale(int factor) {
        return new Degraded(data, factor, blur, noise, jpeg, secondOrder, levels, seed);
    }

    /**
     * Returns a copy with blurred images.
     *
     * @param least the least standard deviation in pixels
     * @param most the greatest standard deviation in pixels
     * @throws IllegalArgumentException if the range is empty or out of bounds
     */
    public Degraded blur(double least, double most) {
        return new Degraded(data, scale, List.of(least, most), noise, jpeg, secondOrder, levels, seed);
    }

    /**
     * Returns a copy with noisy images.
     *
     * @param least the least standard deviation in levels from 0 to 255
     * @param most the greatest standard deviation in levels from 0 to 255
     * @throws IllegalArgumentException if the range is empty or out of bounds
     */
    public Degraded noise(double least, double most) {
        return new Degraded(data, scale, blur, List.of(least, most), jpeg, secondOrder, levels, seed);
    }

    /**
     * Returns a copy with compressed images.
     *
     * @param least the least quality
     * @param most the greatest quality
     * @throws IllegalArgumentException if the range is empty or out of bounds
     */
    public Degraded jpeg(int least, int most) {
        return new Degraded(data, scale, blur, noise, List.of(least, most), secondOrder, levels, seed);
    }

    /** Returns a copy whose images are degraded twice. */
    public Degraded twice() {
        return new Degraded(data, scale, blur, noise, jpeg, true, levels, seed);
    }

    /**
     * Returns a copy that rounds to another number of levels; 0 means none.
     *
     * @throws IllegalArgumentException if the number is out of bounds
     */
    public Degraded levels(int number) {
        return new Degraded(data, scale, blur, noise, jpeg, secondOrder, number, seed);
    }

    /** Returns a copy with another seed of the random numbers. */
    public Degraded seed(long number) {
        return new Degraded(data, scale, blur, noise, jpeg, secondOrder, levels, number);
    }

    /** Returns the other data, degraded in the same way; a folder takes the place of the one that crops are from. */
    @Override
    public DataSource over(DataSource other) {
        return other instanceof Degraded ? other : data(data.over(other));
    }

    @Override
    public String name() {
        return "degraded";
    }

    @Override
    public String summary() {
        return "images of other data with a degraded, smaller copy of each";
    }

    /**
     * Opens the data.
     *
     * @throws IllegalArgumentException if the other data have no images of a suitable size, or have several partitions
     */
    @Override
    public Dataset open() {
        Dataset whole = data.open();
        try {
            if (whole.partitions().size() > 1) {
                throw new IllegalArgumentException(
                        "the data " + data.name() + " of degraded images have several partitions: degrade one of them");
            }
            Field image = whole.field(Field.IMAGE);
            requireFits(image);
            Shape shape = image.shape();
            Shape small = shape.with(1, shape.dim(1) / scale).with(2, shape.dim(2) / scale);
            return new DegradedDataset(whole, this, new Field(LOW_RESOLUTION, DType.FLOAT, small));
        } catch (RuntimeException unusable) {
            whole.close();
            throw unusable;
        }
    }

    private void requireFits(Field image) {
        Shape shape = image.shape();
        String which = "the images of " + data.name() + ", " + image.dtype() + " " + shape + ", ";
        if (image.dtype() != DType.FLOAT || shape.rank() != 3) {
            throw new IllegalArgumentException(which + "cannot be degraded: choose data with images, FLOAT [C,H,W]");
        }
        if (shape.dim(1) % scale != 0 || shape.dim(2) % scale != 0) {
            throw new IllegalArgumentException(which + "cannot be downscaled by " + scale
                    + ": choose a size in multiples of it, or another scale");
        }
        if (!jpeg.isEmpty() && shape.dim(0) != 1 && shape.dim(0) != 3) {
            throw new IllegalArgumentException(which + "cannot be compressed as JPEG, which needs 1 or 3 channels");
        }
    }

    /** Returns whether there is more to do than to downscale. */
    boolean isRandom() {
        return secondOrder || !blur.isEmpty() || !noise.isEmpty() || !jpeg.isEmpty();
    }

    /** Returns images rounded to the levels of stored images. */
    TensorData stored(TensorData images) {
        if (levels == 0) {
            return images;
        }
        float half = (levels - 1) / 2f;
        float[] values = images.toFloats();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.round((Math.max(-1, Math.min(1, values[i])) + 1.0) * half) / half - 1;
        }
        return TensorData.of(values, images.shape());
    }
}
