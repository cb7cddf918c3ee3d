package org.gan4j.metrics.images;

import org.gan4j.tensor.TensorData;

/** A measure of the resemblance of an image to its reference. */
public interface ImagePairMeasure {
    /**
     * Returns the name of the numbers, which says what is measured: the name of the metric, with an ending for settings
     * that differ from the defaults. The ending is the color, the border if any, and {@code -8bit} if values are rounded
     * first: {@code psnr}, {@code psnr.y4}, {@code psnr.rgb4-8bit}.
     */
    String resultName();

    /** Returns whether a larger number means a closer resemblance. */
    boolean higherIsBetter();

    /**
     * Measures one pair.
     *
     * @param reference the reference, [C,H,W] in [-1, 1]
     * @param image the image that should resemble it, of the same shape
     * @throws IllegalArgumentException if the shapes differ, or if the images are too small or have the wrong channels
     */
    double of(TensorData reference, TensorData image);
}
