package org.gan4j.data.transforms;

import org.gan4j.api.data.Transform;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;

/**
 * A Gaussian blur, which removes fine noise. The kernel is cut off at three standard deviations; the image is reflected
 * at its edge.
 *
 * @param sigma standard deviation in pixels; defaults to 1
 */
public record Blur(double sigma) implements Transform {
    private static final int REACH = 3;
    private static final int LARGEST = 50;

    /**
     * Validates the setting.
     *
     * @throws IllegalArgumentException if sigma is not above 0 and at most 50
     */
    public Blur {
        if (!(sigma > 0 && sigma <= LARGEST)) {
            throw new IllegalArgumentException(
                    "the sigma of a blur must be above 0 and at most " + LARGEST + " pixels, not " + sigma);
        }
    }

    @Override
    public String name() {
        return "blur";
    }

    @Override
    public String summary() {
        return "removes fine noise by a Gaussian blur";
    }

    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public TensorData apply(TensorData images, Philox random) {
        Planes from = Planes.copyOf(images);
        float[] across = new float[from.values().length];
        float[] down = new float[from.values().length];
        float[] weights = weights();
        int half = weights.length / 2;
        for (int plane = 0; plane < from.count() * from.channels(); plane++) {
            int start = plane * from.height() * from.width();
            for (int y = 0; y < from.height(); y++) {
                int row = start + y * from.width();
                for (int x = 0; x < from.width(); x++) {
                    for (int i = 0; i < weights.length; i++) {
                        across[row + x] +=
                                weights[i] * from.values()[row + Planes.reflected(x + i - half, from.width())];
                    }
                }
            }
            for (int y = 0; y < from.height(); y++) {
                int row = start + y * from.width();
                for (int i = 0; i < weights.length; i++) {
                    int other = start + Planes.reflected(y + i - half, from.height()) * from.width();
                    for (int x = 0; x < from.width(); x++) {
                        down[row + x] += weights[i] * across[other + x];
                    }
                }
            }
        }
        return from.with(down).data();
    }

    /** Returns the Gaussian at whole pixels, with sum 1. Uses StrictMath, so that every JVM gives the same bits. */
    private float[] weights() {
        int half = (int) Math.ceil(REACH * sigma);
        double[] gaussian = new double[2 * half + 1];
        double sum = 0;
        for (int i = 0; i < gaussian.length; i++) {
            gaussian[i] = StrictMath.exp(-(i - half) * (i - half) / (2 * sigma * sigma));
            sum += gaussian[i];
        }
        float[] weights = new float[gaussian.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (gaussian[i] / sum);
        }
        return weights;
    }
}
