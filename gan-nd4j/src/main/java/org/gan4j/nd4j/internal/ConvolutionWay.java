package org.gan4j.nd4j.internal;

/** How one of the three convolutions is computed: whatever is fastest for its shape, or can be done at all. */
enum ConvolutionWay {
    /** The kernel covers the image, so there is one matrix product. */
    PRODUCT,
    /** As the opposite of another convolution, since few channels come out. */
    MIRRORED,
    /** A product with the matrix of patches. */
    PATCHES,
    /** ND4J's operation. */
    CALL;

    /** Up to this many numbers in a patch, making it takes less than oneDNN loses on so few channels. */
    private static final int SMALL_PATCH = 64;

    /** Of the convolution itself, and of its gradient by the weights. */
    static ConvolutionWay of(Convolution c) {
        return of(c, true);
    }

    /** Of the transposed one: ND4J refuses images larger than the smallest that convolve to g. */
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
