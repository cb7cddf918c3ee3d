package org.gan4j.nd4j.internal;

import org.gan4j.tensor.Shape;
import org.gan4j.tensor.op.ConvGeometry;

/**
 * The shapes of a convolution, whichever of its three tensors is wanted: images x [N,C,H,W], weights w [O,C,kH,kW],
 * result g [N,O,H',W'].
 */
record Convolution(ConvGeometry geometry, Shape x, Shape w, Shape g) {

    /** The same for another number of images. */
    Convolution ofBatch(int images) {
        return new Convolution(geometry, x.with(0, images), w, g.with(0, images));
    }

    /** The kernel covers the image exactly and meets it once: then it is a matrix product. */
    boolean isWhole() {
        return geometry.padH() == 0 && geometry.padW() == 0 && x.dim(2) == w.dim(2) && x.dim(3) == w.dim(3);
    }

    /** The last window ends where the padded image ends. */
    boolean leavesNoRemainder() {
        return (g.dim(2) - 1) * geometry.strideH() + w.dim(2) == x.dim(2) + 2 * geometry.padH()
                && (g.dim(3) - 1) * geometry.strideW() + w.dim(3) == x.dim(3) + 2 * geometry.padW();
    }

    int batch() {
        return x.dim(0);
    }

    /** O. */
    int outputs() {
        return g.dim(1);
    }

    /** H'·W'. */
    int places() {
        return g.dim(2) * g.dim(3);
    }

    /** C·kH·kW: how many numbers one result is the sum of. */
    int patch() {
        return w.dim(1) * w.dim(2) * w.dim(3);
    }

    /** ND4J's arguments: kernel, strides, padding, dilation, explicit padding, NCHW, weights [O,C,kH,kW]. */
    long[] arguments() {
        return new long[] {
            w.dim(2), w.dim(3), geometry.strideH(), geometry.strideW(), geometry.padH(), geometry.padW(), 1, 1, 0, 0, 1
        };
    }
}
