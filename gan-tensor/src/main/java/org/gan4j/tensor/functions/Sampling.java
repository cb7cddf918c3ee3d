package org.gan4j.tensor.functions;

import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/** Random draws from categories given by logits along the last axis. */
public final class Sampling {
    private static final double HALF_STEP = 0x1p-25;

    private Sampling() {}

    /**
     * Draws Gumbel numbers, -log(-log u). Uniform numbers are multiples of 2⁻²⁴ below 1; the lowest, 0, counts as half
     * a step, so neither logarithm is taken of zero. (Adding half a step to all would round to 1 in FLOAT at the upper
     * end.)
     */
    public static Tensor gumbel(RandomKey key, long... shape) {
        return gumbel(key.uniform(shape));
    }

    private static Tensor gumbel(Tensor uniform) {
        return uniform.maximum(HALF_STEP).log().neg().log().neg();
    }

    private static Tensor perturbed(Tensor logits, RandomKey key) {
        Tensor uniform = key.uniform(logits.shape().dims());
        return logits.add(gumbel(logits.dtype() == DType.DOUBLE ? uniform.cast(DType.DOUBLE) : uniform));
    }

    /** Draws one category for each row of logits, with probability softmax(logits); INT, without the last axis. */
    public static Tensor categorical(Tensor logits, RandomKey key) {
        return Ordering.argMax(perturbed(logits, key), -1);
    }

    /**
     * Draws softened one-hot vectors (<a href="https://arxiv.org/abs/1611.01144">Jang et al. 2017</a>): softmax((logits
     * + gumbel) / temperature).
     *
     * @param hard whether the value is one-hot, with the gradient of the soft one ("straight through")
     * @throws IllegalArgumentException if the temperature is not above 0
     */
    public static Tensor gumbelSoftmax(Tensor logits, double temperature, boolean hard, RandomKey key) {
        if (!(temperature > 0)) {
            throw new IllegalArgumentException("a temperature must be above 0, not " + temperature);
        }
        Tensor soft = perturbed(logits, key).div(temperature).softmax(-1);
        if (!hard) {
            return soft;
        }
        Tensor one =
                Tensor.oneHot(Ordering.argMax(soft, -1), logits.shape().dim(-1)).cast(soft.dtype());
        return one.sub(soft).stopGradient().add(soft);
    }
}
