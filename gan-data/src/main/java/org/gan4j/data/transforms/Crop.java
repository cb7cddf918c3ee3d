package org.gan4j.data.transforms;

import org.gan4j.api.data.Transform;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;

/**
 * A random crop of each image, with the image's aspect ratio, enlarged to the image's size by bilinear interpolation.
 *
 * @param smallest the smallest side of the crop, as a fraction of the image's; the side is uniform from this to 1.
 *     Defaults to 0.8
 */
public record Crop(double smallest) implements Transform {
    /**
     * Validates the setting.
     *
     * @throws IllegalArgumentException if it is not above 0 and at most 1
     */
    public Crop {
        if (!(smallest > 0 && smallest <= 1)) {
            throw new IllegalArgumentException(
                    "the smallest crop, as a fraction of the image, must be above 0 and at most 1, not " + smallest);
        }
    }

    /** Returns crops of at least four fifths of the side. */
    public static Crop slightly() {
        return new Crop(0.8);
    }

    @Override
    public String name() {
        return "crop";
    }

    @Override
    public String summary() {
        return "cuts out a random part of each image and enlarges it";
    }

    @Override
    public boolean isRandom() {
        return true;
    }

    @Override
    public TensorData apply(TensorData images, Philox random) {
        Planes from = Planes.copyOf(images);
        Draws draws = new Draws(random, from.count(), 3);
        float[] to = new float[from.values().length];
        for (int image = 0; image < from.count(); image++) {
            float side = draws.between((float) smallest, 1, image, 0);
            float top = draws.uniform(image, 1) * (1 - side) * from.height();
            float left = draws.uniform(image, 2) * (1 - side) * from.width();
            enlarge(from, image, top, left, side, to);
        }
        return from.with(to).data();
    }

    /**
     * Enlarges a part of one image. Pixels are squares with their values at their centers, and the edge is repeated.
     *
     * @param top the top of the part in pixels
     * @param left the left edge of the part in pixels
     * @param side the side of the part, as a fraction of the image's
     */
    static void enlarge(Planes from, int image, float top, float left, float side, float[] to) {
        for (int channel = 0; channel < from.channels(); channel++) {
            for (int y = 0; y < from.height(); y++) {
                float down = within(top + (y + 0.5f) * side - 0.5f, from.height());
                int upper = from.at(image, channel, (int) down);
                int lower = from.at(image, channel, Math.min((int) down + 1, from.height() - 1));
                for (int x = 0; x < from.width(); x++) {
                    float across = within(left + (x + 0.5f) * side - 0.5f, from.width());
                    int nearer = (int) across;
                    int farther = Math.min(nearer + 1, from.width() - 1);
                    float above = mix(from.values()[upper + nearer], from.values()[upper + farther], across - nearer);
                    float below = mix(from.values()[lower + nearer], from.values()[lower + farther], across - nearer);
                    to[from.at(image, channel, y) + x] = mix(above, below, down - (int) down);
                }
            }
        }
    }

    private static float within(float at, int length) {
        return Math.max(0, Math.min(length - 1, at));
    }

    private static float mix(float one, float other, float part) {
        return one + (other - one) * part;
    }
}
