package org.gan4j.data.transforms;

import org.gan4j.api.data.Transform;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;

/**
 * Random mirroring of each image, independent of the others.
 *
 * @param horizontal the probability of swapping left and right; defaults to 0.5
 * @param vertical the probability of swapping top and bottom; defaults to 0, since most subjects have a top
 */
public record Flip(double horizontal, double vertical) implements Transform {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if one is not from 0 to 1
     */
    public Flip {
        Setting.requireBetween(0, 1, "the probability of a horizontal flip", horizontal);
        Setting.requireBetween(0, 1, "the probability of a vertical flip", vertical);
    }

    /** Returns a flip that mirrors each image left to right with probability 0.5. */
    public static Flip horizontally() {
        return new Flip(0.5, 0);
    }

    @Override
    public String name() {
        return "flip";
    }

    @Override
    public String summary() {
        return "mirrors images left to right, or top to bottom, at random";
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
            boolean mirrored = draws.uniform(image, 0) < horizontal;
            boolean upsideDown = draws.uniform(image, 1) < vertical;
            for (int channel = 0; channel < from.channels(); channel++) {
                for (int y = 0; y < from.height(); y++) {
                    int row = from.at(image, channel, upsideDown ? from.height() - 1 - y : y);
                    for (int x = 0; x < from.width(); x++) {
                        to[at++] = from.values()[row + (mirrored ? from.width() - 1 - x : x)];
                    }
                }
            }
        }
        return from.with(to).data();
    }
}
