package org.gan4j.metrics.features;

import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * Resizing of images as in PIL's {@code BILINEAR}. It enlarges by linear interpolation between pixel centers. It
 * shrinks by a weighted mean over all pixels under a triangle of twice the step, so no pixel is skipped. Interpolation
 * alone would alias, which changes metrics (<a href="https://arxiv.org/abs/2104.11222">Parmar et al. 2022</a>).
 */
public final class TriangleFilter {
    private TriangleFilter() {}

    /** Resizes images [N,C,H,W] to [N,C,height,width]. */
    public static Tensor resize(Tensor images, int height, int width) {
        Shape s = images.shape();
        Tensor wide = images;
        if (width != s.dim(3)) {
            wide = images.reshape((long) s.dim(0) * s.dim(1) * s.dim(2), s.dim(3))
                    .matmul(weights(s.dim(3), width), false, true);
        }
        if (height == s.dim(2)) {
            return wide.reshape(s.dim(0), s.dim(1), height, width);
        }
        Tensor planes = wide.reshape((long) s.dim(0) * s.dim(1), s.dim(2), width);
        return weights(s.dim(2), height).matmul(planes).reshape(s.dim(0), s.dim(1), height, width);
    }

    /** Returns the weights [to, from] of each old pixel in each new one; each row sums to 1. */
    private static Tensor weights(int from, int to) {
        double step = (double) from / to;
        double reach = Math.max(1, step);
        float[] weights = new float[to * from];
        for (int i = 0; i < to; i++) {
            double center = (i + 0.5) * step;
            double sum = 0;
            for (int j = 0; j < from; j++) {
                sum += triangle(j + 0.5 - center, reach);
            }
            for (int j = 0; j < from; j++) {
                weights[i * from + j] = (float) (triangle(j + 0.5 - center, reach) / sum);
            }
        }
        return Tensor.of(weights, to, from);
    }

    private static double triangle(double distance, double reach) {
        return Math.max(0, 1 - Math.abs(distance) / reach);
    }
}
