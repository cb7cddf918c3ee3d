package org.gan4j.losses.generator;

import java.util.Map;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * The path length regularization of StyleGAN2 (<a href="https://arxiv.org/abs/1912.04958">Karras et al. 2020</a>,
 * equation 4): a step of the same length in the latents w changes the sample by the same amount, wherever it is made:
 *
 * <pre>
 * λ E[(‖J_wᵀ y‖₂ - a)²],  y ~ N(0, I),  a ← a + d (E‖J_wᵀ y‖₂ - a)
 * </pre>
 *
 * J_w is the Jacobian of the generator, y has the sample's shape, divided by √(H·W) for images, and a is the running
 * mean of the lengths, which starts at 0 and is updated before it is used, as in the paper's program. The latents w are
 * the generator's head {@code w} if it has one, [N, w] or [N, layers, w] with the mean of the squared lengths of the
 * layers; else they are the generator's input. With a period n, the term is added every n-th step, multiplied by n, so
 * that its mean over the steps stays the same; a is updated in these steps alone, as in the paper's program.
 *
 * @param weight λ, above 0; 2 in the paper's program
 * @param decay d, above 0 and at most 1; 0.01 in the paper's program
 * @param period n, at least 1; 4 in the paper's program
 */
public record PathLength(double weight, double decay, int period) implements Regularizer {
    private static final String W = "w";
    private static final String MEAN = "mean";
    private static final int CHANNELS = 2;

    /**
     * Creates the regularizer.
     *
     * @throws IllegalArgumentException if the weight is not above 0, the decay is not above 0 and at most 1, or the
     *     period is less than 1
     */
    public PathLength {
        if (!(weight > 0) || !(decay > 0 && decay <= 1) || period < 1) {
            throw new IllegalArgumentException(
                    "path-length needs a weight above 0, a decay above 0 and at most 1, and a"
                            + " period of at least 1; got weight " + weight + ", decay " + decay + " and period "
                            + period);
        }
    }

    /** Returns the regularizer with the settings of the paper's program. */
    public static PathLength standard() {
        return new PathLength(2, 0.01, 4);
    }

    @Override
    public String name() {
        return "path-length";
    }

    @Override
    public String summary() {
        return "makes steps of equal length in the latents change a sample equally";
    }

    @Override
    public Role player() {
        return Role.GENERATOR;
    }

    @Override
    public boolean usesInputGradient() {
        return false;
    }

    @Override
    public boolean usesLatents() {
        return true;
    }

    @Override
    public Map<String, Tensor> state() {
        return Map.of(MEAN, Tensor.full(0));
    }

    /**
     * Computes the term.
     *
     * @throws IllegalArgumentException if the generator has no latents
     */
    @Override
    public Tensor penalty(RegularizerContext context) {
        Tensor latents = context.latents();
        Outputs generated = context.generate(latents);
        return penalty(
                context,
                latents,
                generated,
                context.random().normal(generated.value().shape().dims()));
    }

    /** Returns the term for given normal numbers. */
    Tensor penalty(RegularizerContext context, Tensor latents, Outputs generated, Tensor normal) {
        Tensor sample = generated.value();
        Tensor from = generated.heads().getOrDefault(W, latents);
        Tensor direction = normal.cast(sample.dtype()).div(Math.sqrt(positions(sample.shape())));
        Tensor gradient = Gradients.of(sample.mul(direction).sum(), from).reshape(layers(from.shape()));
        // the norm, since a plain root has no gradient where a sample's length is 0
        Tensor lengths = gradient.norm(1, 2).div(Math.sqrt(gradient.shape().dim(1)));
        Tensor mean = context.state(MEAN);
        Tensor next = mean.add(lengths.mean().sub(mean).mul(decay));
        context.update(MEAN, next);
        return lengths.sub(next).square().mean().mul(weight * period);
    }

    /** Returns the number of positions of a sample: H·W for images [N,C,H,W], 1 for vectors. */
    private static int positions(Shape batch) {
        int positions = 1;
        for (int axis = CHANNELS; axis < batch.rank(); axis++) {
            positions *= batch.dim(axis);
        }
        return positions;
    }

    /** Returns the shape of the latents, [N, layers, w]. */
    private static long[] layers(Shape latents) {
        return latents.rank() == CHANNELS
                ? new long[] {latents.dim(0), 1, latents.dim(1)}
                : new long[] {latents.dim(0), latents.dim(1), latents.size() / latents.dim(0) / latents.dim(1)};
    }
}
