package org.gan4j.nd4j.internal;

import org.gan4j.tensor.Shape;
import org.gan4j.tensor.op.ConvGeometry;

/**
 * The shapes of a convolution, whichever of its three tensors is computed: images x [N,C,H,W], weights w [O,C,kH,kW],
 * result g [N,O,H',W'].
 */
record Convolution(ConvGeometry geometry, Shape x, Shape w, Shape g) {

    /** Returns the same convolution for another number of images. */
    Convolution ofBatch(int images) {
        return new Convolution(geometry, x.with(0, images), w, g.with(0, images));
    }

    /** Returns whether the kernel has the image's size and no padding, so that the convolution is a matrix product. */
    boolean isWhole() {
        return geometry.padH() == 0 && geometry.padW() == 0 && x.dim(2) == w.dim(2) && x.dim(3) == w.dim(3);
    }

    /** Returns whether the last window ends where the padded image ends. */
    boolean leavesNoRemainder() {
        return (g.dim(2) - 1) * geometry.strideH() + w.dim(2) == x.dim(2) + 2 * geometry.padH()
                && (g.dim(3) - 1) * geometry.strideW() + w.dim(3) == x.dim(3) + 2 * geometry.padW();
    }

    int batch() {
        return x.dim(0);
    }

    /** Returns O, the number of output channels. */
    int outputs() {
        return g.dim(1);
    }

    /** Returns H'·W'. */
    int places() {
        return g.dim(2) * g.dim(3);
    }

    /** Returns C·kH·kW, the number of terms in the sum for one result. */
    int patch() {
        return w.dim(1) * w.dim(2) * w.dim(3);
    }

    /** Returns ND4J's arguments: kernel, strides, padding, dilation, explicit padding, NCHW, weights [O,C,kH,kW]. */
    long[] arguments() {
        return new long[] {
            w.dim(2), w.dim(3), geometry.strideH(), geometry.strideW(), geometry.padH(), geometry.padW(), 1, 1, 0, 0, 1
        };
    }
}
