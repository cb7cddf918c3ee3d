package org.gan4j.architectures.layers;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * Minibatch discrimination (<a href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016</a>, section 3.2): B more
 * features, which tell a critic how close each sample is to the others of its batch, from [N,A] to [N,A+B]. A matrix T
 * maps the features of a sample to B rows of C numbers, M_i = x_i T, and
 *
 * <pre>
 * o(x_i)_b = Σ_j exp(-‖M_ib - M_jb‖₁)
 * </pre>
 *
 * where j runs over all samples, i too, as in the paper. In inference, where samples must not influence each other, the
 * features are a running mean (momentum 0.1) of the batches seen in training.
 */
public final class MinibatchDiscrimination implements Layer {
    private static final double MOMENTUM = 0.1;

    private final int kernels;
    private final int dimension;
    private final Variable weight;
    private final Variable running;

    /**
     * Creates the layer. Initial weights are normal with deviation 1/√(fan in).
     *
     * @param features A, the number of features of a sample
     * @param kernels B, the number of new features; 100 in the paper's code
     * @param dimension C, the length of the rows that are compared; 5 in the paper's code
     * @throws IllegalArgumentException if B or C is less than 1
     */
    public MinibatchDiscrimination(VariableScope scope, int features, int kernels, int dimension) {
        if (kernels < 1 || dimension < 1) {
            throw new IllegalArgumentException(
                    "minibatch discrimination needs at least one kernel of one dimension, not " + kernels + " of "
                            + dimension + "; choose 100 of 5, as in the paper's code");
        }
        this.kernels = kernels;
        this.dimension = dimension;
        this.weight =
                scope.weight("weight", 1, Initialization.byFanIn(features, 1), features, (long) kernels * dimension);
        this.running = scope.filled("running-closeness", 1, kernels);
    }

    /**
     * Appends the features.
     *
     * @throws ShapeException if x is not [N,A]
     */
    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        Shape shape = x.shape();
        if (shape.rank() != 2) {
            throw new ShapeException(
                    "minibatch discrimination needs vectors of features, [N,A], not " + shape + "; flatten them first");
        }
        int samples = shape.dim(0);
        if (!pass.isTraining()) {
            return Tensor.concat(1, x, parameters.get(running).cast(x.dtype()).broadcastTo(samples, kernels));
        }
        Tensor rows = x.matmul(parameters.get(weight));
        Tensor distance = rows.reshape(samples, 1, kernels, dimension)
                .sub(rows.reshape(1, samples, kernels, dimension))
                .abs()
                .sum(3);
        Tensor closeness = distance.neg().exp().sum(1); // [N,B]
        pass.update(
                running,
                parameters
                        .get(running)
                        .mul(1 - MOMENTUM)
                        .add(closeness.mean(0).mul(MOMENTUM).cast(running.dtype())));
        return Tensor.concat(1, x, closeness);
    }

    @Override
    public List<Variable> parameters() {
        return List.of(weight);
    }

    @Override
    public List<Variable> state() {
        return List.of(running);
    }

    @Override
    public boolean mixesSamples() {
        return true;
    }

    @Override
    public String kind() {
        return "minibatch discrimination";
    }
}
