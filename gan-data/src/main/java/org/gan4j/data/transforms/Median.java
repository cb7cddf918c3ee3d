package org.gan4j.data.transforms;

import java.util.Arrays;
import org.gan4j.api.data.Transform;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;

/**
 * A median filter, which removes isolated outlier pixels and keeps edges: each pixel becomes the median of the square
 * around it, channel by channel. The image is reflected at its edge.
 *
 * @param window side of the square in pixels, odd; defaults to 3
 */
public record Median(int window) implements Transform {
    private static final int LARGEST = 15;

    /**
     * Validates the setting.
     *
     * @throws IllegalArgumentException if it is not an odd number from 1 to 15
     */
    public Median {
        if (window < 1 || window > LARGEST || window % 2 == 0) {
            throw new IllegalArgumentException(
                    "the window of a median must be odd, from 1 to " + LARGEST + ", not " + window);
        }
    }

    @Override
    public String name() {
        return "median";
    }

    @Override
    public String summary() {
        return "removes isolated outlier pixels: each becomes the median of its neighbors";
    }

    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public TensorData apply(TensorData images, Philox random) {
        Planes from = Planes.copyOf(images);
        float[] to = new float[from.values().length];
        float[] around = new float[window * window];
        int at = 0;
        for (int plane = 0; plane < from.count() * from.channels(); plane++) {
            for (int y = 0; y < from.height(); y++) {
                for (int x = 0; x < from.width(); x++) {
                    to[at++] = median(from, plane, y, x, around);
                }
            }
        }
        return from.with(to).data();
    }

    private float median(Planes from, int plane, int y, int x, float[] around) {
        int half = window / 2;
        int found = 0;
        for (int down = y - half; down <= y + half; down++) {
            int row = (plane * from.height() + Planes.reflected(down, from.height())) * from.width();
            for (int across = x - half; across <= x + half; across++) {
                around[found++] = from.values()[row + Planes.reflected(across, from.width())];
            }
        }
        Arrays.sort(around);
        return around[around.length / 2];
    }
}
