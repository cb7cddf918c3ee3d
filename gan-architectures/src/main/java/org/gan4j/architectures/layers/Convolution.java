package org.gan4j.architectures.layers;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** A convolution or transposed convolution of images [N,C,H,W], with an optional bias per channel. */
public final class Convolution implements Layer {
    private final Variable weight;
    private final Variable bias;
    private final int stride;
    private final int padding;
    private final boolean transposed;

    private Convolution(Variable weight, Variable bias, int stride, int padding, boolean transposed) {
        this.weight = weight;
        this.bias = bias;
        this.stride = stride;
        this.padding = padding;
        this.transposed = transposed;
    }

    /** Creates a convolution that halves height and width: kernel 4, stride 2, padding 1. */
    public static Convolution halving(VariableScope scope, int in, int out, double deviation, boolean biased) {
        return new Convolution(
                scope.weight("weight", 0, deviation, out, in, 4, 4), bias(scope, out, biased), 2, 1, false);
    }

    /** Creates a transposed convolution that doubles height and width: kernel 4, stride 2, padding 1. */
    public static Convolution doubling(VariableScope scope, int in, int out, double deviation, boolean biased) {
        return doubling(scope, in, out, 4, deviation, biased);
    }

    /**
     * Creates a transposed convolution that doubles height and width: stride 2, padding 1, and for kernel 3 one more row
     * and column at the end ("output padding").
     *
     * @param kernel 3 or 4
     * @throws IllegalArgumentException if the kernel has another size
     */
    public static Convolution doubling(
            VariableScope scope, int in, int out, int kernel, double deviation, boolean biased) {
        if (kernel != 3 && kernel != 4) {
            throw new IllegalArgumentException("a transposed convolution with padding 1 doubles images if its kernel is"
                    + " 3 or 4, not " + kernel + ": choose one of these");
        }
        return new Convolution(
                scope.weight("weight", 1, deviation, in, out, kernel, kernel), bias(scope, out, biased), 2, 1, true);
    }

    /**
     * Creates a convolution.
     *
     * @param kernel the height and width of the kernels
     * @param padding the number of zeros around the image on each side
     */
    public static Convolution of(
            VariableScope scope,
            int in,
            int out,
            int kernel,
            int stride,
            int padding,
            double deviation,
            boolean biased) {
        return new Convolution(
                scope.weight("weight", 0, deviation, out, in, kernel, kernel),
                bias(scope, out, biased),
                stride,
                padding,
                false);
    }

    /**
     * Creates a convolution that keeps height and width: stride 1.
     *
     * @param kernel an odd number, such as 3, or 1 for a linear map at each pixel
     */
    public static Convolution same(VariableScope scope, int in, int out, int kernel, double deviation, boolean biased) {
        return new Convolution(
                scope.weight("weight", 0, deviation, out, in, kernel, kernel),
                bias(scope, out, biased),
                1,
                kernel / 2,
                false);
    }

    private static Variable bias(VariableScope scope, int out, boolean biased) {
        return biased ? scope.filled("bias", 0, out) : null;
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        Tensor w = parameters.get(weight);
        Tensor y = transposed ? x.convTranspose2d(even(w), stride, padding) : x.conv2d(w, stride, padding);
        return bias == null ? y : y.add(parameters.get(bias).reshape(-1, 1, 1));
    }

    /** Returns a kernel of 3 as one of 4 whose last row and column are zero; they only add to the size of the output. */
    private static Tensor even(Tensor w) {
        return w.shape().dim(2) % 2 == 0 ? w : w.pad(2, 0, 1).pad(3, 0, 1);
    }

    @Override
    public String kind() {
        return (transposed ? "transposed " : "") + "convolution "
                + weight.shape().dim(2) + "×" + weight.shape().dim(3);
    }

    @Override
    public List<Variable> parameters() {
        List<Variable> all = new ArrayList<>(List.of(weight));
        if (bias != null) {
            all.add(bias);
        }
        return all;
    }
}
