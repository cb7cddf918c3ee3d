package org.gan4j.architectures.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.EqualizedLinear;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A layer of StyleGAN: a convolution with biases, noise, a leaky rectifier, and adaptive instance normalization, see
 * {@link Modulation#ADAPTIVE_NORM}.
 */
final class AdaptiveLayer implements StyledLayer {
    private static final double EPSILON = 1e-8;

    private final Layer convolution;
    private final Optional<PixelNoise> noise;
    private final EqualizedLinear affine;
    private final int channels;

    /**
     * @param convolution the layer before noise, rectifier and normalization
     * @param channels the number of its output channels
     * @param size the number of values of a style
     */
    AdaptiveLayer(VariableScope scope, Layer convolution, Optional<PixelNoise> noise, int channels, int size) {
        this.convolution = convolution;
        this.noise = noise;
        this.affine = EqualizedLinear.of(scope.child("style"), size, 2 * channels, 1);
        this.channels = channels;
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x, Tensor style) {
        Tensor y = convolution.apply(parameters, pass, x);
        Tensor noisy = noise.map(each -> each.added(parameters, pass, y)).orElse(y);
        Tensor active = Activation.LEAKY_RELU.of(noisy);
        Tensor centered = active.sub(active.meanKeepDims(2, 3));
        Tensor normal =
                centered.mul(centered.square().meanKeepDims(2, 3).add(EPSILON).rsqrt());
        Tensor factors = affine.apply(parameters, pass, style).reshape(-1, 2 * channels, 1, 1);
        return normal.mul(factors.slice(1, 0, channels).add(1)).add(factors.slice(1, channels, 2 * channels));
    }

    @Override
    public List<Variable> parameters() {
        List<Variable> all = new ArrayList<>(convolution.parameters());
        noise.ifPresent(each -> all.add(each.strength()));
        all.addAll(affine.parameters());
        return all;
    }

    @Override
    public List<Variable> state() {
        return noise.map(each -> List.of(each.fixed())).orElse(List.of());
    }
}
