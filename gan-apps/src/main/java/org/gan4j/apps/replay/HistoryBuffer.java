package org.gan4j.apps.replay;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.functions.Ordering;

/**
 * SimGAN's history of refined images (<a href="https://arxiv.org/abs/1612.07828">Shrivastava et al. 2017</a>, section 2.3).
 * Of a batch of b generated images, the first half, rounded up, stays; the others are replaced by as many different
 * images that the buffer holds, chosen at random. Then the replaced ones are stored: in free places as long as there are
 * any, afterwards in place of random images. Until the buffer holds half a batch, those that find no replacement stay. A
 * buffer that is smaller than half a batch replaces as many images as it has places.
 *
 * <p>It is a network without parameters that a critic owns and applies to generated images, in its own updates only. In
 * inference mode it returns the images as they are.
 *
 * @param name the beginning of its variables' names, and its random stream
 * @param kept the images, [B, sample...]
 * @param filled the number of places that are taken, FLOAT []; they come first
 */
public record HistoryBuffer(String name, Variable kept, Variable filled) implements Network {
    private static final int SMALLEST_BATCH = 2;

    /**
     * Creates an empty buffer.
     *
     * @param name the beginning of its variables' names
     * @param size the number B of its places
     * @param sample the shape of an image
     * @throws IllegalArgumentException if it has no place
     */
    public static HistoryBuffer of(String name, int size, Shape sample) {
        Places places = Places.of("a history of images", name, size, sample);
        return new HistoryBuffer(name, places.kept(), places.filled());
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

    /**
     * Replaces half of the images by earlier ones. No gradient flows through it.
     *
     * @throws IllegalArgumentException if a batch in training has one image, of which there is no half
     */
    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        if (!pass.isTraining()) {
            return Outputs.of(inputs.value());
        }
        Shape shape = inputs.value().shape();
        int count = shape.dim(0);
        if (count < SMALLEST_BATCH) {
            throw new IllegalArgumentException("half of each batch comes from the history of refined images, but the"
                    + " batch size is " + count + ": use 2 or more, or set the history to 0");
        }
        int places = kept.shape().dim(0);
        int half = Math.min(count / 2, places);
        Tensor images = inputs.value().stopGradient().reshape(count, -1);
        Tensor fresh = images.slice(0, count - half, count);
        Tensor before = parameters.get(kept).reshape(places, -1);
        Tensor taken = parameters.get(filled);
        RandomKey random = pass.random(name);

        Tensor found = Tensor.arange(half).cast(DType.FLOAT).less(taken).reshape(half, 1);
        Tensor shown = before.gather(0, first(half, takenFirst(places, taken, random.child("shown"))));
        Tensor replaced = found.where(shown, fresh);

        Tensor to = first(half, freeFirst(places, taken, random.child("replaced")));
        Tensor overwritten = Tensor.ones(half, 1).scatterAdd(0, places, to).greater(0);
        pass.update(
                kept,
                overwritten
                        .where(fresh.scatterAdd(0, places, to), before)
                        .reshape(kept.shape().dims()));
        pass.update(filled, taken.add(half).minimum(places));
        return Outputs.of(
                Tensor.concat(0, images.slice(0, 0, count - half), replaced).reshape(shape.dims()));
    }

    /** Returns the places with the smallest keys. */
    private static Tensor first(int count, Tensor keys) {
        return Ordering.argSort(keys, 0, false).slice(0, 0, count);
    }

    /** Returns keys that put the taken places first, in random order. */
    private static Tensor takenFirst(int places, Tensor taken, RandomKey random) {
        Tensor isTaken = Tensor.arange(places).cast(DType.FLOAT).less(taken);
        Tensor any = random.uniform(places);
        return isTaken.where(any, any.add(1));
    }

    /** Returns keys that put the free places first, one after the other, then the taken ones in random order. */
    private static Tensor freeFirst(int places, Tensor taken, RandomKey random) {
        Tensor place = Tensor.arange(places).cast(DType.FLOAT);
        Tensor any = random.uniform(places);
        return place.less(taken).where(any, place.sub(places));
    }
}
