package org.gan4j.architectures.layers;

import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/**
 * Maxout (<a href="https://arxiv.org/abs/1302.4389">Goodfellow et al. 2013</a>): each unit is the maximum of its own k
 * linear functions, h_i = max_j (x W + b)_ij. This layer takes the maximum, from [N, units·k, ...] to [N, units, ...]. The
 * first pieces of all units come first, then all second ones, so that whole rows are compared. A linear layer or a
 * convolution before it computes the pieces.
 *
 * @param pieces k; 5 in the first GAN
 */
public record Maxout(int pieces) implements Layer {
    /**
     * Creates a maxout layer.
     *
     * @throws IllegalArgumentException if there are no pieces
     */
    public Maxout {
        if (pieces < 1) {
            throw new IllegalArgumentException("a maxout unit needs at least 1 piece, not " + pieces);
        }
    }

    /**
     * Takes the maximum over each unit's pieces.
     *
     * @throws ShapeException if x has no axis 1, or its length is not a multiple of the number of pieces
     */
    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        Shape shape = x.shape();
        if (shape.rank() < 2 || shape.dim(1) % pieces != 0) {
            throw new ShapeException("maxout of " + pieces + " pieces needs [N, units·" + pieces
                    + ", ...]; the shape is " + shape + ": make the layer before it wider");
        }
        long[] dims = shape.dims();
        long[] apart = new long[dims.length + 1];
        apart[0] = dims[0];
        apart[1] = pieces;
        apart[2] = dims[1] / pieces;
        System.arraycopy(dims, 2, apart, 3, dims.length - 2);
        return x.reshape(apart).max(1);
    }
}
