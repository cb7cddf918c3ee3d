package org.gan4j.tensor;

import org.gan4j.tensor.op.RandomNumbers;

/**
 * The name of a stream of random numbers. The numbers are a pure function of the seed, the path, the step and the
 * position in the tensor (Philox 4x32-10, see {@link Philox}). There is no hidden state, so a resumed run draws the
 * same numbers as an uninterrupted one. The first rows of a tensor do not depend on how many rows are drawn.
 *
 * @param seed the seed of the run
 * @param path a stable name, such as {@code "critic.1/latent"}
 * @param round the step, a scalar INT, or null for numbers that are drawn once, such as initial weights
 */
public record RandomKey(long seed, String path, Tensor round) {
    public static RandomKey of(long seed) {
        return new RandomKey(seed, "", null);
    }

    /** Returns the stream with this name below this one. */
    public RandomKey child(String name) {
        return new RandomKey(seed, path.isEmpty() ? name : path + "/" + name, round);
    }

    /** Returns this stream with new numbers at each step. */
    public RandomKey at(Tensor step) {
        return new RandomKey(seed, path, step);
    }

    /** Draws uniform numbers on [0, 1), which are multiples of 2^-24. */
    public Tensor uniform(long... shape) {
        return draw(RandomNumbers.Distribution.UNIFORM, Shape.of(shape));
    }

    /** Draws standard normal numbers. */
    public Tensor normal(long... shape) {
        return draw(RandomNumbers.Distribution.NORMAL, Shape.of(shape));
    }

    /** Draws 1 with the given probability, else 0. */
    public Tensor bernoulli(double probability, long... shape) {
        return uniform(shape).less(probability).cast(DType.FLOAT);
    }

    private Tensor draw(RandomNumbers.Distribution distribution, Shape shape) {
        Tensor at = round == null ? Tensor.of(new int[] {0}) : round;
        return Tensor.of(new RandomNumbers(distribution, shape, seed, path), at);
    }
}
