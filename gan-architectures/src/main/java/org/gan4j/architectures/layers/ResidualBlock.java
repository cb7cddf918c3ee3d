package org.gan4j.architectures.layers;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.api.Scope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.functions.Pooling;
import org.gan4j.tensor.functions.Resampling;

/**
 * A residual block of images with activations before the convolutions (<a href="https://arxiv.org/abs/1603.05027">He et
 * al. 2016</a>), as WGAN-GP and SNGAN build them: shortcut(x) + conv₂(a(n₂(conv₁(a(n₁(x)))))), where n normalises, a is
 * the activation and both convolutions are 3×3. A doubling block repeats pixels before conv₁; a halving block averages
 * after conv₂. Where size or channels change, the shortcut does the same with a 1×1 convolution, at the smaller size: the
 * two commute. Weights start as in SNGAN's code, by Glorot with a gain of √2, of 1 in the shortcut; normal instead of
 * uniform.
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

    /** A generator's block, from [N, in, H, W] to [N, out, 2H, 2W]. */
    public static ResidualBlock doubling(Scope scope, int in, int out, Normalization normal, Activation activation) {
        Layer up = Layer.function(x -> Resampling.nearest(x, 2));
        List<Layer> residual = new ArrayList<>();
        normal.layer(scope.child("norm1"), in, 0).ifPresent(residual::add);
        residual.addAll(List.of(activation.layer(), up, convolution(scope.child("conv1"), in, out)));
        normal.layer(scope.child("norm2"), out, 0).ifPresent(residual::add);
        residual.addAll(List.of(activation.layer(), convolution(scope.child("conv2"), out, out)));
        return new ResidualBlock("residual block, doubling", residual, List.of(places(scope, in, out), up));
    }

    /** A critic's block, from [N, in, H, W] to [N, out, H/2, W/2]. */
    public static ResidualBlock halving(Scope scope, int in, int out, Normalization normal, Activation activation) {
        List<Layer> residual = critics(scope, in, out, normal, activation);
        residual.add(down());
        return new ResidualBlock("residual block, halving", residual, List.of(down(), places(scope, in, out)));
    }

    /** A critic's block, from [N, in, H, W] to [N, out, H, W]. */
    public static ResidualBlock keeping(Scope scope, int in, int out, Normalization normal, Activation activation) {
        List<Layer> shortcut = in == out ? List.of() : List.of(places(scope, in, out));
        return new ResidualBlock("residual block", critics(scope, in, out, normal, activation), shortcut);
    }

    /**
     * A critic's first block, from pictures [N, in, H, W] to [N, out, H/2, W/2]. Neither normalisation nor activation
     * comes before its first convolution: pictures must not be cut off at 0.
     */
    public static ResidualBlock first(Scope scope, int in, int out, Activation activation) {
        List<Layer> residual = List.of(
                convolution(scope.child("conv1"), in, out),
                activation.layer(),
                convolution(scope.child("conv2"), out, out),
                down());
        return new ResidualBlock("residual block, halving", residual, List.of(down(), places(scope, in, out)));
    }

    /** The inner width of a critic's block is that of its input, as in SNGAN's code. */
    private static List<Layer> critics(Scope scope, int in, int out, Normalization normal, Activation activation) {
        List<Layer> residual = new ArrayList<>();
        normal.layer(scope.child("norm1"), in, 0).ifPresent(residual::add);
        residual.addAll(List.of(activation.layer(), convolution(scope.child("conv1"), in, in)));
        normal.layer(scope.child("norm2"), in, 0).ifPresent(residual::add);
        residual.addAll(List.of(activation.layer(), convolution(scope.child("conv2"), in, out)));
        return residual;
    }

    private static Layer convolution(Scope scope, int in, int out) {
        return Convolution.same(scope, in, out, 3, Initialization.glorot(9 * in, 9 * out, GAIN), true);
    }

    private static Layer places(Scope scope, int in, int out) {
        return Convolution.same(scope.child("shortcut"), in, out, 1, Initialization.glorot(in, out, 1), true);
    }

    private static Layer down() {
        return Layer.function(x -> Pooling.average2d(x, 2));
    }

    @Override
    public Tensor apply(Parameters parameters, Pass pass, Tensor x) {
        return residual.apply(parameters, pass, x).add(shortcut.apply(parameters, pass, x));
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
