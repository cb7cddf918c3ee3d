package org.gan4j.architectures.spectral;

import java.util.stream.IntStream;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A weight with the estimates of its first singular vectors, as a matrix W of one row per output.
 *
 * @param u the left singular vector, [outputs]
 * @param v the right singular vector, [rest]
 */
record SpectralWeight(Variable weight, Variable u, Variable v) {
    private static final double EPSILON = 1e-12;
    private static final int FIRST_ITERATIONS = 15;

    /**
     * Creates u and v. As in PyTorch, they begin with 15 iterations for the initial weight, so that a network that was
     * never trained has norms that are nearly right.
     */
    static SpectralWeight of(Variable weight, VariableScope network) {
        VariableScope scope = new VariableScope(
                weight.name(), network.random().child("spectral-norm").child(weight.name()));
        Tensor rows = rows(weight, weight.initial());
        Tensor start = unit(scope.random().child("u").normal(rows.shape().dim(0)));
        Vectors first = new Vectors(start, start).iterated(rows, FIRST_ITERATIONS);
        return new SpectralWeight(weight, scope.variable("u", first.left), scope.variable("v", first.right));
    }

    /** Estimates of the first singular vectors. */
    private record Vectors(Tensor left, Tensor right) {
        Vectors iterated(Tensor rows, int iterations) {
            Vectors next = this;
            for (int i = 0; i < iterations; i++) {
                Tensor right = unit(product(rows, next.left, true));
                next = new Vectors(unit(product(rows, right, false)), right);
            }
            return next;
        }
    }

    /** Returns W / σ(W) in the weight's shape. In training it first continues the power iteration and reports it. */
    Tensor normalized(Parameters parameters, ForwardPass pass, int iterations) {
        Tensor given = parameters.get(weight);
        Tensor rows = rows(weight, given);
        Tensor left = parameters.get(u).stopGradient();
        Tensor right = parameters.get(v).stopGradient();
        Vectors vectors;
        if (pass.isTraining()) {
            vectors = new Vectors(left, right).iterated(rows.stopGradient(), iterations);
            pass.update(u, vectors.left);
            pass.update(v, vectors.right);
        } else {
            // a moving average of unit vectors is shorter than one
            vectors = new Vectors(unit(left), unit(right));
        }
        Tensor sigma = vectors.left.mul(product(rows, vectors.right, false)).sum();
        return given.div(sigma);
    }

    /** Returns W as one row per output, [outputs, rest]. */
    private static Tensor rows(Variable weight, Tensor given) {
        int axis = weight.outputAxis().orElseThrow();
        int rank = given.shape().rank();
        int[] order = IntStream.concat(
                        IntStream.of(axis), IntStream.range(0, rank).filter(other -> other != axis))
                .toArray();
        return given.permute(order).reshape(given.shape().dim(axis), -1);
    }

    /** Returns W x, or Wᵀ x if transposed, as a vector. */
    private static Tensor product(Tensor matrix, Tensor x, boolean transposed) {
        return matrix.matmul(x.reshape(-1, 1), transposed, false).reshape(-1);
    }

    private static Tensor unit(Tensor x) {
        return x.div(x.norm().maximum(EPSILON));
    }
}
