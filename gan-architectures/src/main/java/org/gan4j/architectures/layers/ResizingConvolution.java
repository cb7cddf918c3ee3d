package org.gan4j.architectures.layers;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A convolution that keeps the size of images, fused with the repetition of each pixel before it or with the averaging
 * of 2×2 blocks after it. Both are linear, so the two together are one (transposed) convolution of stride 2, whose kernel
 * is one larger and holds sums of the weights: for a 3×3 kernel, 16 products per pixel instead of 36. The weights are
 * those of the plain convolution, [out, in, kernel, kernel].
 */
public final class ResizingConvolution implements Layer {
    private static final int TWICE = 2;

    private final Variable weight;
    private final Variable bias;
    private final boolean doubles;

    private ResizingConvolution(
            VariableScope scope, int in, int out, int kernel, double deviation, boolean biased, boolean doubles) {
        this.weight = scope.weight("weight", 0, deviation, out, in, kernel, kernel);
        this.bias = biased ? scope.filled("bias", 0, out) : null;
        this.doubles = doubles;
    }

    /**
     * Creates a layer that repeats pixels, then convolves: from [N, in, H, W] to [N, out, 2H, 2W].
     *
     * @param kernel an odd number
     */
    public static ResizingConvolution doubling(
            VariableScope scope, int in, int out, int kernel, double deviation, boolean biased) {
        return new ResizingConvolution(scope, in, out, kernel, deviation, biased, true);
    }

    /**
     * Creates a layer that convolves, then averages blocks: from [N, in, H, W] to [N, out, H/2, W/2].
     *
     * @param kernel an odd number
     */
    public static ResizingConvolution halving(
            VariableScope scope, int in, int out, int kernel, double deviation, boolean biased) {
        return new ResizingConvolution(scope, in, out, kernel, deviation, biased, false);
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        Tensor w = parameters.get(weight);
        Tensor y = doubles ? doubled(x, w) : halved(x, w);
        return bias == null ? y : y.add(parameters.get(bias).reshape(-1, 1, 1));
    }

    /** Returns x with repeated pixels, convolved with weights [out, in, kernel, kernel]. */
    static Tensor doubled(Tensor x, Tensor w) {
        // an even output pixel and its neighbor read the same input pixel through neighboring weights
        return x.convTranspose2d(spread(w).flip(2, 3).permute(1, 0, 2, 3), TWICE, padding(w));
    }

    /** Returns the means of 2×2 blocks of x convolved with weights [out, in, kernel, kernel]. */
    static Tensor halved(Tensor x, Tensor w) {
        return x.conv2d(spread(w).div(TWICE * TWICE), TWICE, padding(w));
    }

    private static int padding(Tensor w) {
        return w.shape().dim(2) / 2;
    }

    /** Returns the kernel plus itself shifted by one, in both directions. */
    private static Tensor spread(Tensor w) {
        Tensor rows = w.pad(2, 1, 0).add(w.pad(2, 0, 1));
        return rows.pad(3, 1, 0).add(rows.pad(3, 0, 1));
    }

    @Override
    public String kind() {
        int kernel = weight.shape().dim(2);
        return "convolution " + kernel + "×" + kernel + (doubles ? ", doubling" : ", halving");
    }

    @Override
    public List<Variable> parameters() {
        return bias == null ? List.of(weight) : List.of(weight, bias);
    }
}
