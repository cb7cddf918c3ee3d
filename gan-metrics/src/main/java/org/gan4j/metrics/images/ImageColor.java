package org.gan4j.metrics.images;

/** The colors of images that are measured. */
public enum ImageColor {
    /** All channels. */
    RGB,

    /**
     * Luminance, as papers on super-resolution measure it: studio luma of ITU-R BT.601, as MATLAB's {@code rgb2ycbcr}
     * computes it. From red, green and blue in [0, 1] it is
     *
     * <pre>
     * Y = 16 + 65.481 R + 128.553 G + 24.966 B
     * </pre>
     *
     * so black is 16 and white is 235, yet the scale counts as 0 to 255. Gray images are Y themselves, on all of that
     * scale.
     */
    Y
}
