package org.gan4j.architectures.style;

/** The way in which a style controls a convolution. */
public enum Modulation {
    /**
     * Adaptive instance normalization, as in StyleGAN: each channel of an image is normalized, then scaled and shifted by
     * the style: y = (1 + s) (x − μ) / σ + b.
     */
    ADAPTIVE_NORM,
    /**
     * Weight demodulation, as in StyleGAN2: the style scales the convolution's input channels, and each output channel is
     * divided by the norm of its scaled kernel, so that it has a variance of 1 for inputs that have it.
     */
    DEMODULATED
}
