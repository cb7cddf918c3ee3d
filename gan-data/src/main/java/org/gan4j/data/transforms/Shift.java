package org.gan4j.data.transforms;

import org.gan4j.api.data.Transform;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;

/**
 * A random shift of each image by whole pixels, up or down and left or right; the image is reflected at its edge. This
 * equals padding by reflection and cropping at a random position.
 *
 * @param most the largest shift, as a fraction of the image's height and width; defaults to 0.125
 */
public record Shift(double most) implements Transform {
    /**
     * Validates the setting.
     *
     * @throws IllegalArgumentException if it is not from 0 to 1
     */
    public Shift {
        Setting.requireBetween(0, 1, "the largest shift, as a fraction of the image,", most);
    }

    /** Returns shifts of up to an eighth. */
    public static Shift slightly() {
        return new Shift(0.125);
    }

    @Override
    public String name() {
        return "shift";
    }

    @Override
    public String summary() {
        return "moves images by a few pixels, reflecting them at the edge";
    }

    @Override
    public boolean isRandom() {
        return true;
    }

    @Override
    public TensorData apply(TensorData images, Philox random) {
        Planes from = Planes.copyOf(images);
        Draws draws = new Draws(random, from.count(), 2);
        float[] to = new float[from.values().length];
        int at = 0;
        for (int image = 0; image < from.count(); image++) {
            int down = draws.whole((int) (most * from.height()), image, 0);
            int right = draws.whole((int) (most * from.width()), image, 1);
            for (int channel = 0; channel < from.channels(); channel++) {
                for (int y = 0; y < from.height(); y++) {
                    int row = from.at(image, channel, Planes.reflected(y - down, from.height()));
                    for (int x = 0; x < from.width(); x++) {
                        to[at++] = from.values()[row + Planes.reflected(x - right, from.width())];
                    }
                }
            }
        }
        return from.with(to).data();
    }
}
