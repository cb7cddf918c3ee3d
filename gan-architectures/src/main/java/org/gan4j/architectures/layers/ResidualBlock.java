package org.gan4j.architectures.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A residual block of images with activations before the convolutions (<a href="https://arxiv.org/abs/1603.05027">He et
 * al. 2016</a>), as in WGAN-GP and SNGAN: shortcut(x) + conv₂(a(n₂(conv₁(a(n₁(x)))))), where n normalizes, a is
 * the activation and both convolutions are 3×3. A doubling block repeats pixels before conv₁; a halving block averages
 * 2×2 pixels after conv₂. Where size or channels change, the shortcut does the same with a 1×1 convolution. Initial
 * weights are those of SNGAN's code, but normal instead of uniform: Glorot with a gain of √2, or 1 in the shortcut.
 */
public final class ResidualBlock implements Layer {
    private static final double GAIN = Math.sqrt(2);

    private final String kind;
    private final Chain residual;
    private final Chain shortcut;

    private ResidualBlock(String kind, List<Layer> residual, List<Layer> shortcut) {
        this.kind = kind;
        this.residual = new Chain("residual", residual);
        this.shortcut = new Chain("shortcut", shortcut);
    }

    /** Creates a generator's block, from [N, in, H, W] to [N, out, 2H, 2W]. */
    public static ResidualBlock doubling(
            VariableScope scope, int in, int out, Normalization normal, Activation activation) {
        return doubling(scope, in, out, normal, activation, 0);
    }

    /**
     * Creates a generator's block whose batch normalization has factors for each class.
     *
     * @param classes the number of classes; 0 means none
     */
    public static ResidualBlock doubling(
            VariableScope scope, int in, int out, Normalization normal, Activation activation, int classes) {
        return doubling(
                scope,
                in,
                out,
                normal.layer(scope.child("norm1"), in, 0, classes),
                normal.layer(scope.child("norm2"), out, 0, classes),
                activation);
    }

    /**
     * Creates a generator's block, from [N, in, H, W] to [N, out, 2H, 2W], whose batch normalization is modulated by a
     * vector per sample, as in BigGAN.
     *
     * @param vector the length of the vectors, which are the condition {@link ModulatedBatchNorm#VECTOR}
     */
    public static ResidualBlock modulated(VariableScope scope, int in, int out, int vector, Activation activation) {
        double deviation = Initialization.glorot(vector, in, 1);
        return doubling(
                scope,
                in,
                out,
                Optional.of(new ModulatedBatchNorm(scope.child("norm1"), in, vector, deviation)),
                Optional.of(new ModulatedBatchNorm(scope.child("norm2"), out, vector, deviation)),
                activation);
    }

    private static ResidualBlock doubling(
            VariableScope scope, int in, int out, Optional<Layer> norm1, Optional<Layer> norm2, Activation activation) {
        List<Layer> residual = new ArrayList<>();
        norm1.ifPresent(residual::add);
        residual.add(activation.layer());
        residual.add(ResizingConvolution.doubling(scope.child("conv1"), in, out, 3, threes(in, out), true));
        norm2.ifPresent(residual::add);
        residual.add(activation.layer());
        residual.add(Convolution.same(scope.child("conv2"), out, out, 3, threes(out, out), true));
        Layer shortcut = ResizingConvolution.doubling(scope.child("shortcut"), in, out, 1, ones(in, out), true);
        return new ResidualBlock("residual block, doubling", residual, List.of(shortcut));
    }

    /**
     * Creates a critic's block without normalization that widens in its first convolution, as in BigGAN: from [N, in, H,
     * W] to [N, out, H, W], or [N, out, H/2, W/2] if it halves.
     */
    public static ResidualBlock widening(VariableScope scope, int in, int out, boolean halves, Activation activation) {
        List<Layer> residual = new ArrayList<>();
        residual.add(activation.layer());
        residual.add(Convolution.same(scope.child("conv1"), in, out, 3, threes(in, out), true));
        residual.add(activation.layer());
        residual.add(
                halves
                        ? ResizingConvolution.halving(scope.child("conv2"), out, out, 3, threes(out, out), true)
                        : Convolution.same(scope.child("conv2"), out, out, 3, threes(out, out), true));
        return new ResidualBlock(
                halves ? "residual block, halving" : "residual block",
                residual,
                halves ? List.of(halvingShortcut(scope, in, out)) : keepingShortcut(scope, in, out));
    }

    /** Creates a critic's block, from [N, in, H, W] to [N, out, H/2, W/2]. */
    public static ResidualBlock halving(
            VariableScope scope, int in, int out, Normalization normal, Activation activation) {
        List<Layer> residual = upToSecond(scope, in, normal, activation);
        residual.add(ResizingConvolution.halving(scope.child("conv2"), in, out, 3, threes(in, out), true));
        return new ResidualBlock("residual block, halving", residual, List.of(halvingShortcut(scope, in, out)));
    }

    /** Creates a critic's block, from [N, in, H, W] to [N, out, H, W]. */
    public static ResidualBlock keeping(
            VariableScope scope, int in, int out, Normalization normal, Activation activation) {
        List<Layer> residual = upToSecond(scope, in, normal, activation);
        residual.add(Convolution.same(scope.child("conv2"), in, out, 3, threes(in, out), true));
        return new ResidualBlock("residual block", residual, keepingShortcut(scope, in, out));
    }

    private static List<Layer> keepingShortcut(VariableScope scope, int in, int out) {
        return in == out
                ? List.of()
                : List.of(Convolution.same(scope.child("shortcut"), in, out, 1, ones(in, out), true));
    }

    /**
     * Creates a critic's first block, from images [N, in, H, W] to [N, out, H/2, W/2]. It has neither normalization nor
     * activation before its first convolution: images must not be cut off at 0.
     */
    public static ResidualBlock first(VariableScope scope, int in, int out, Activation activation) {
        List<Layer> residual = List.of(
                Convolution.same(scope.child("conv1"), in, out, 3, threes(in, out), true),
                activation.layer(),
                ResizingConvolution.halving(scope.child("conv2"), out, out, 3, threes(out, out), true));
        return new ResidualBlock("residual block, halving", residual, List.of(halvingShortcut(scope, in, out)));
    }

    /** Returns the layers before a critic's second convolution; they keep the input's channels, as in SNGAN's code. */
    private static List<Layer> upToSecond(VariableScope scope, int in, Normalization normal, Activation activation) {
        List<Layer> layers = new ArrayList<>();
        normal.layer(scope.child("norm1"), in, 0).ifPresent(layers::add);
        layers.add(activation.layer());
        layers.add(Convolution.same(scope.child("conv1"), in, in, 3, threes(in, in), true));
        normal.layer(scope.child("norm2"), in, 0).ifPresent(layers::add);
        layers.add(activation.layer());
        return layers;
    }

    private static Layer halvingShortcut(VariableScope scope, int in, int out) {
        return ResizingConvolution.halving(scope.child("shortcut"), in, out, 1, ones(in, out), true);
    }

    /** Returns the deviation of a 3×3 convolution's initial weights. */
    private static double threes(int in, int out) {
        return Initialization.glorot(9 * in, 9 * out, GAIN);
    }

    /** Returns the deviation of a 1×1 convolution's initial weights. */
    private static double ones(int in, int out) {
        return Initialization.glorot(in, out, 1);
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        return apply(parameters, pass, x, Map.of());
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x, Map<String, Tensor> conditions) {
        return residual.apply(parameters, pass, x, conditions).add(shortcut.apply(parameters, pass, x));
    }

    @Override
    public List<Variable> parameters() {
        List<Variable> all = new ArrayList<>(residual.parameters());
        all.addAll(shortcut.parameters());
        return all;
    }

    @Override
    public List<Variable> state() {
        return residual.state();
    }

    @Override
    public boolean mixesSamples() {
        return residual.mixesSamples();
    }

    @Override
    public String kind() {
        return kind;
    }
}
