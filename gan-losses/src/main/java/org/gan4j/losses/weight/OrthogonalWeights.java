package org.gan4j.losses.weight;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * Orthogonal regularization of weights (<a href="https://arxiv.org/abs/1809.11096">Brock et al. 2019</a>, equation 3,
 * in BigGAN), which keeps the filters of a layer apart without limiting their norms:
 *
 * <pre>
 * β Σ ‖WᵀW ⊙ (1 - I)‖²
 * </pre>
 *
 * The sum is over the weights of all layers; a column of W has all weights of one output. Biases and the scales of
 * normalizations are left alone. In BigGAN it makes the generator amenable to truncated latents. With a period n, the
 * term is added every n-th step, multiplied by n, so that its mean over the steps stays the same.
 *
 * @param weight β, above 0; 1e-4 in the paper
 * @param player the player whose weights it concerns; the generator in the paper
 * @param period n, at least 1; 1 in the paper
 */
public record OrthogonalWeights(double weight, Role player, int period) implements Regularizer {
    /**
     * Creates the regularizer.
     *
     * @throws IllegalArgumentException if the weight is not above 0 or the period is less than 1
     */
    public OrthogonalWeights {
        Regularizer.require("orthogonal-weights", weight, period);
    }

    /**
     * Creates the regularizer of every step.
     *
     * @throws IllegalArgumentException if the weight is not above 0
     */
    public OrthogonalWeights(double weight, Role player) {
        this(weight, player, 1);
    }

    /** Returns the regularizer with the paper's weight. */
    public static OrthogonalWeights of(Role player) {
        return new OrthogonalWeights(1e-4, player);
    }

    @Override
    public String name() {
        return "orthogonal-weights";
    }

    @Override
    public String summary() {
        return "pulls the filters of each layer of critic or generator toward orthogonality";
    }

    @Override
    public boolean usesInputGradient() {
        return false;
    }

    /**
     * Computes the term.
     *
     * @throws IllegalArgumentException if the player has no weights
     */
    @Override
    public Tensor penalty(RegularizerContext context) {
        List<Variable> weights = context.weights();
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("orthogonal-weights has no effect, since no variable of the "
                    + (player == Role.CRITIC ? "critic" : "generator")
                    + " is a weight: remove it, or create the networks' weights with VariableScope.weight");
        }
        return weights.stream()
                .map(each -> overlap(each, context.value(each)))
                .reduce(Tensor::add)
                .orElseThrow()
                .mul(weight * period);
    }

    /** Returns the sum of the squared scalar products of different outputs' weights. */
    private static Tensor overlap(Variable variable, Tensor value) {
        int axis = variable.outputAxis().orElseThrow();
        int rank = value.shape().rank();
        int outputs = value.shape().dim(axis);
        int[] order = IntStream.concat(
                        IntStream.of(axis), IntStream.range(0, rank).filter(i -> i != axis))
                .toArray();
        Tensor rows = value.permute(order).reshape(outputs, -1);
        if (outputs > rows.shape().dim(1)) {
            // the products of the columns are fewer and have the same squared sum as those of the rows
            Tensor all = rows.matmul(rows, true, false).square().sum();
            return all.sub(rows.square().sum(1).square().sum());
        }
        Tensor products = rows.matmul(rows, false, true);
        Tensor index = Tensor.arange(outputs);
        Tensor different =
                index.reshape(outputs, 1).notEqual(index.reshape(1, outputs)).cast(value.dtype());
        return products.mul(different).square().sum();
    }
}
