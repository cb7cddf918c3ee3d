package org.gan4j.architectures.layers;

import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Tensor;

/**
 * Pixelwise normalization (<a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018</a>, section 4.2) of [N,C] or
 * [N,C,H,W]: the features of each pixel are scaled to a mean square of 1:
 *
 * <pre>
 * y = x / √(mean over the channels of x² + ε),  ε = 1e-8
 * </pre>
 */
public record PixelNorm() implements Layer {
    private static final double EPSILON = 1e-8;

    /** Returns the normalized features. */
    public static Tensor of(Tensor x) {
        return x.mul(x.square().meanKeepDims(1).add(EPSILON).rsqrt());
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        return of(x);
    }

    @Override
    public String kind() {
        return "pixel norm";
    }
}
