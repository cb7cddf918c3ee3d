package org.gan4j.apps.replay;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * CycleGAN's pool of earlier fakes (<a href="https://arxiv.org/abs/1703.10593">Zhu et al. 2017</a>, after <a
 * href="https://arxiv.org/abs/1612.07828">Shrivastava et al. 2017</a>): until it is full, it keeps each new image and
 * returns it. Then it swaps each new one with probability 1/2 for one that it has. Of a batch that is larger than the
 * pool, or that finds too few free places, the last images pass through.
 *
 * <p>It is a network without parameters that a critic owns and applies to fakes, in its own updates only.
 *
 * @param name the beginning of its variables' names, and its random stream
 * @param kept the kept images, [P, sample...]
 * @param filled the number of kept images, FLOAT []
 */
public record ImagePool(String name, Variable kept, Variable filled) implements Network {
    /**
     * Returns an empty pool.
     *
     * @param name the beginning of its variables' names
     * @param size the number P of images
     * @param sample the shape of an image
     * @throws IllegalArgumentException if it has no place
     */
    public static ImagePool of(String name, int size, Shape sample) {
        Places places = Places.of("a pool of images", name, size, sample);
        return new ImagePool(name, places.kept(), places.filled());
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
        int size = kept.shape().dim(0);
        int count = Math.min(shape.dim(0), size);
        Tensor all = inputs.value().stopGradient().reshape(shape.dim(0), -1);
        Tensor fresh = all.slice(0, 0, count);
        Tensor pool = parameters.get(kept).reshape(size, -1);
        Tensor before = parameters.get(filled);
        Tensor full = before.less(size).where(Tensor.full(0), Tensor.full(1));
        Tensor random = pass.random(name).child("slot").uniform().mul(size).floor();
        Tensor first = full.equal(1).where(random, before);
        Tensor swap = pass.random(name).child("swap").bernoulli(0.5, count, 1).mul(full);

        Tensor place = Tensor.arange(count).cast(DType.FLOAT).add(first);
        Tensor free = place.less(size)
                .where(full.rsub(1).broadcastTo(place.shape()), Tensor.zeros(count))
                .reshape(count, 1);
        Tensor slot = place.sub(place.div(size).floor().mul(size));
        Tensor chosen = Tensor.oneHot(slot.cast(DType.INT), size);
        Tensor difference = chosen.matmul(pool).sub(fresh);
        Tensor stored = swap.maximum(free).mul(difference);
        pass.update(
                kept,
                pool.sub(chosen.matmul(stored, true, false))
                        .reshape(kept.shape().dims()));
        pass.update(filled, before.add(count).minimum(size));
        Tensor returned = fresh.add(swap.mul(difference));
        return Outputs.of(
                Tensor.concat(0, returned, all.slice(0, count, shape.dim(0))).reshape(shape.dims()));
    }
}
