package org.gan4j.nd4j.internal;

/** The method that computes one of the three convolutions: the fastest for its shape that is possible. */
enum ConvolutionWay {
    /** One matrix product, since the kernel covers the image. */
    PRODUCT,
    /** The transposed form of another convolution, since few channels come out. */
    MIRRORED,
    /** A product with the matrix of patches. */
    PATCHES,
    /** ND4J's operation. */
    CALL;

    /** Most numbers in a patch for which building the patches takes less time than oneDNN loses on few channels. */
    private static final int SMALL_PATCH = 64;

    /** Returns the method for the convolution itself and for its weight gradient. */
    static ConvolutionWay of(Convolution c) {
        return of(c, true);
    }

    /**
     * Returns the method for the transposed convolution. ND4J rejects images larger than the smallest that convolve to
     * g.
     */
    static ConvolutionWay ofTransposed(Convolution c) {
        return of(c, c.leavesNoRemainder());
    }

    private static ConvolutionWay of(Convolution c, boolean callable) {
        if (c.isWhole()) {
            return PRODUCT;
        }
        if (MirroredConvolution.isFaster(c)) {
            return MIRRORED;
        }
        return callable && c.patch() > SMALL_PATCH ? CALL : PATCHES;
    }
}
