package org.gan4j.architectures.layers;

import java.util.Locale;
import org.gan4j.tensor.Tensor;

/** The nonlinear function after a linear layer or a convolution. */
public enum Activation {
    /** The choice of the architecture's paper. */
    AUTO,
    /** max(x, 0). */
    RELU,
    /** x, or 0.2 x below 0: DCGAN's slope. */
    LEAKY_RELU,
    /** x, or exp(x) - 1 below 0 (<a href="https://arxiv.org/abs/1511.07289">Clevert et al. 2016</a>). */
    ELU,
    /** x sigmoid(x), also called swish (<a href="https://arxiv.org/abs/1606.08415">Hendrycks and Gimpel 2016</a>). */
    SILU,
    /** log(1 + exp(x)): smooth, so a gradient penalty sees a second derivative. */
    SOFTPLUS,
    /** The hyperbolic tangent. */
    TANH,
    /** 1 / (1 + exp(-x)). */
    SIGMOID,
    /** The identity. */
    NONE;

    private static final double SLOPE = 0.2;

    /** Returns this activation, or the given one in place of AUTO. */
    public Activation or(Activation papers) {
        return this == AUTO ? papers : this;
    }

    /**
     * Returns this function of a tensor, element by element.
     *
     * @throws IllegalStateException if this is AUTO
     */
    public Tensor of(Tensor x) {
        switch (this) {
            case RELU:
                return x.relu();
            case LEAKY_RELU:
                return x.leakyRelu(SLOPE);
            case ELU:
                // without the minimum, exp could overflow, and infinity times 0 in the gradient is NaN
                return x.greater(0).where(x, x.minimum(0).exp().sub(1));
            case SILU:
                return x.mul(x.sigmoid());
            case SOFTPLUS:
                return x.softplus();
            case TANH:
                return x.tanh();
            case SIGMOID:
                return x.sigmoid();
            case NONE:
                return x;
            default:
                throw new IllegalStateException("AUTO has no function: call or(...) before building layers");
        }
    }

    /** Returns a layer that applies this function; AUTO fails when the layer is applied. */
    public Layer layer() {
        return Layer.function(name().toLowerCase(Locale.ROOT).replace('_', ' '), this::of);
    }

    /**
     * Returns the factor by which initial weights must exceed 1/√(fan in) for the signal to keep its size: √2 where half
     * of it is cut off (<a href="https://arxiv.org/abs/1502.01852">He et al. 2015</a>), else 1.
     */
    public double gain() {
        switch (this) {
            case RELU:
            case ELU:
            case SILU:
            case SOFTPLUS:
                return Math.sqrt(2);
            case LEAKY_RELU:
                return Math.sqrt(2 / (1 + SLOPE * SLOPE));
            default:
                return 1;
        }
    }
}
