package org.gan4j.data.transforms;

import org.gan4j.api.data.Transform;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;

/**
 * Mirrors some pictures, each by itself.
 *
 * @param horizontal how probable it is that left and right change places; default 0.5
 * @param vertical how probable it is that top and bottom do; default 0, as most things have a top
 */
public record Flip(double horizontal, double vertical) implements Transform {
    public Flip {
        Setting.requireBetween(0, 1, "the probability of a horizontal flip", horizontal);
        Setting.requireBetween(0, 1, "the probability of a vertical flip", vertical);
    }

    /** Every second picture, left to right. */
    public static Flip horizontally() {
        return new Flip(0.5, 0);
    }

    @Override
    public String name() {
        return "flip";
    }

    @Override
    public String summary() {
        return "mirrors pictures left to right, or top to bottom, by chance";
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
