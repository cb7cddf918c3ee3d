package org.gan4j.architectures.style;

import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * Noise of one channel, which is added to all channels with learned strengths that begin at 0. Training draws it anew for
 * each image; inference uses one image of noise for all, so that a sample depends on its latents alone.
 *
 * @param strength one value per channel, or a single one
 * @param fixed the noise of inference, [1,1,H,W], which does not change
 */
record PixelNoise(Variable strength, Variable fixed) {
    static PixelNoise of(VariableScope scope, int strengths, int height, int width) {
        return new PixelNoise(scope.filled("strength", 0, strengths), scope.normal("fixed", 0, 1, 1, 1, height, width));
    }

    Tensor added(Parameters parameters, ForwardPass pass, Tensor x) {
        int samples = x.shape().dim(0);
        Tensor noise = pass.isTraining()
                ? pass.random(strength.name())
                        .normal(samples, 1, x.shape().dim(2), x.shape().dim(3))
                : parameters.get(fixed);
        return x.add(noise.cast(x.dtype()).mul(parameters.get(strength).reshape(-1, 1, 1)));
    }
}
