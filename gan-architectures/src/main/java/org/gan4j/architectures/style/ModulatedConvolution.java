package org.gan4j.architectures.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.EqualizedLinear;
import org.gan4j.architectures.layers.Resizing;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A layer of StyleGAN2: a modulated and demodulated convolution, noise, biases, and a leaky rectifier times √2. With
 * kernels w, a style s per input channel i and outputs j (equations 1 and 3 of the paper):
 *
 * <pre>
 * w'ᵢⱼₖ = sᵢ wᵢⱼₖ,  w''ᵢⱼₖ = w'ᵢⱼₖ / √(Σᵢₖ w'ᵢⱼₖ² + ε)
 * </pre>
 *
 * Computed without kernels of each sample's own: the input channels are scaled by s, and the output channels are divided.
 */
final class ModulatedConvolution implements StyledLayer {
    private static final double EPSILON = 1e-8;
    private static final int KERNEL = 3;

    private final Variable weight;
    private final Variable bias;
    private final double scale;
    private final Resizing resizing;
    private final EqualizedLinear affine;
    private final Optional<PixelNoise> noise;
    private final boolean demodulated;

    private ModulatedConvolution(
            VariableScope scope,
            int in,
            int out,
            int kernel,
            int size,
            Resizing resizing,
            Optional<PixelNoise> noise,
            boolean demodulated) {
        this.weight = scope.weight("weight", 0, 1, out, in, kernel, kernel);
        this.bias = scope.filled("bias", 0, out);
        this.scale = 1 / Math.sqrt((double) in * kernel * kernel);
        this.resizing = resizing;
        this.affine = EqualizedLinear.of(scope.child("style"), size, in, 1, 1, 1);
        this.noise = noise;
        this.demodulated = demodulated;
    }

    /** Creates a 3×3 convolution with a rectifier. */
    static ModulatedConvolution of(
            VariableScope scope, int in, int out, int size, Resizing resizing, Optional<PixelNoise> noise) {
        return new ModulatedConvolution(scope, in, out, KERNEL, size, resizing, noise, true);
    }

    /** Creates a map of features to colors, which is not demodulated and has no rectifier. */
    static ModulatedConvolution image(VariableScope scope, int in, int colors, int size) {
        return new ModulatedConvolution(scope, in, colors, 1, size, Resizing.NONE, Optional.empty(), false);
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x, Tensor style) {
        Tensor s = affine.apply(parameters, pass, style);
        Tensor w = parameters.get(weight).mul(scale);
        Tensor y = resizing.of(x.mul(perChannel(s)), w);
        if (demodulated) {
            y = y.mul(perChannel(inverseNorms(s, w)));
        }
        Tensor even = y;
        Tensor noisy = noise.map(each -> each.added(parameters, pass, even)).orElse(even);
        Tensor shifted = noisy.add(parameters.get(bias).reshape(-1, 1, 1));
        return demodulated ? Activation.LEAKY_RELU.of(shifted).mul(Math.sqrt(2)) : shifted;
    }

    /** Returns 1 / √(Σ (s w)² + ε) of each output, [N, out]. */
    private static Tensor inverseNorms(Tensor s, Tensor w) {
        Tensor squares = w.square().sum(2, 3); // [out, in]
        return s.square().matmul(squares, false, true).add(EPSILON).rsqrt();
    }

    private static Tensor perChannel(Tensor factors) {
        return factors.reshape(-1, factors.shape().dim(1), 1, 1);
    }

    @Override
    public List<Variable> parameters() {
        List<Variable> all = new ArrayList<>(List.of(weight, bias));
        noise.ifPresent(each -> all.add(each.strength()));
        all.addAll(affine.parameters());
        return all;
    }

    @Override
    public List<Variable> state() {
        return noise.map(each -> List.of(each.fixed())).orElse(List.of());
    }
}
