package org.gan4j.apps.replay;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A pool of earlier fakes (<a href="https://arxiv.org/abs/1612.07828">Shrivastava et al. 2017</a>): until it is full, it
 * keeps each new one and returns it. Then it swaps each new one with probability 1/2 for one that it has. A batch may
 * have at most as many images as the pool.
 *
 * @param kept the kept images, [P, sample...]
 * @param filled the number of kept images, FLOAT []
 */
public record ImagePool(String name, Variable kept, Variable filled) implements Network {
    /**
     * Returns an empty pool.
     *
     * @param name the name of its variables
     * @param size the number of images, at least the batch size
     * @param sample the shape of an image
     */
    public static ImagePool of(String name, int size, Shape sample) {
        VariableScope scope = VariableScope.of(name, 0);
        long[] dims = new long[sample.rank() + 1];
        dims[0] = size;
        System.arraycopy(sample.dims(), 0, dims, 1, sample.rank());
        return new ImagePool(name, scope.filled("kept", 0, dims), scope.filled("filled", 0));
    }

    @Override
    public List<Variable> parameters() {
        return List.of();
    }

    @Override
    public List<Variable> state() {
        return List.of(kept, filled);
    }

    @Override
    public boolean mixesSamples() {
        return false;
    }

    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        Shape shape = inputs.value().shape();
        int count = shape.dim(0);
        int size = kept.shape().dim(0);
        if (count > size) {
            throw new IllegalArgumentException(
                    "the pool has " + size + " images, but a batch has " + count + ": choose a larger pool");
        }
        Tensor fresh = inputs.value().stopGradient().reshape(count, -1);
        Tensor pool = parameters.get(kept).reshape(size, -1);
        Tensor before = parameters.get(filled);
        Tensor full = before.less(size).where(Tensor.full(0), Tensor.full(1));
        Tensor random = pass.random(name).child("slot").uniform().mul(size).floor();
        Tensor first = full.equal(1).where(random, before);
        Tensor swap = pass.random(name).child("swap").bernoulli(0.5, count, 1).mul(full);

        Tensor slot = Tensor.arange(count).cast(DType.FLOAT).add(first);
        slot = slot.sub(slot.div(size).floor().mul(size));
        Tensor chosen = Tensor.oneHot(slot.cast(DType.INT), size);
        Tensor difference = chosen.matmul(pool).sub(fresh);
        Tensor stored = swap.maximum(full.rsub(1)).mul(difference);
        pass.update(
                kept,
                pool.sub(chosen.matmul(stored, true, false))
                        .reshape(kept.shape().dims()));
        pass.update(filled, before.add(count).minimum(size));
        return Outputs.of(fresh.add(swap.mul(difference)).reshape(shape.dims()));
    }
}
