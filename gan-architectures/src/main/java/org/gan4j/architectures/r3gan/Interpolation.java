package org.gan4j.architectures.r3gan;

import org.gan4j.architectures.layers.Layer;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/**
 * Resampling of images by 2 with the filter [1,3,3,1], which interpolates bilinearly when it doubles. Pixels beyond the
 * edges are 0. Both directions are products with small matrices, which take an eighth of the time of a convolution
 * with one channel.
 */
final class Interpolation {
    private static final double NEAR = 0.75;
    private static final double FAR = 0.25;

    private Interpolation() {}

    /** Returns the layer from [N,C,H,W] to [N,C,2H,2W]. */
    static Layer doubling() {
        return Layer.function("interpolate ×2", Interpolation::doubled);
    }

    /** Returns the layer from [N,C,2H,2W] to [N,C,H,W]. */
    static Layer halving() {
        return Layer.function("interpolate ÷2", Interpolation::halved);
    }

    static Tensor doubled(Tensor x) {
        Shape s = x.shape();
        return separable(
                x,
                matrix(s.dim(2)).cast(x.dtype()),
                matrix(s.dim(3)).transpose().cast(x.dtype()));
    }

    /** Halves by the transposed matrices, whose rows add up to 2 for each axis. */
    static Tensor halved(Tensor x) {
        Shape s = x.shape();
        Tensor rows = matrix(s.dim(2) / 2).transpose().mul(0.5);
        Tensor columns = matrix(s.dim(3) / 2).mul(0.5);
        return separable(x, rows.cast(x.dtype()), columns.cast(x.dtype()));
    }

    /** Multiplies each image by a matrix on either side: all rows of all images at once, then image by image. */
    private static Tensor separable(Tensor x, Tensor rows, Tensor columns) {
        Shape s = x.shape();
        int height = rows.shape().dim(0);
        int width = columns.shape().dim(1);
        long images = (long) s.dim(0) * s.dim(1);
        Tensor resized = x.reshape(images * s.dim(2), s.dim(3)).matmul(columns);
        return rows.matmul(resized.reshape(images, s.dim(2), width)).reshape(s.dim(0), s.dim(1), height, width);
    }

    /** Returns the matrix [2L,L] that doubles the length of an axis. */
    private static Tensor matrix(int length) {
        float[] weights = new float[2 * length * length];
        for (int i = 0; i < 2 * length; i++) {
            int near = i / 2;
            int far = i % 2 == 0 ? near - 1 : near + 1;
            weights[i * length + near] = (float) NEAR;
            if (far >= 0 && far < length) {
                weights[i * length + far] = (float) FAR;
            }
        }
        return Tensor.of(TensorData.of(weights, Shape.of(2L * length, length)));
    }
}
