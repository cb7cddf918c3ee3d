package org.gan4j.tensor;

import org.gan4j.tensor.op.RandomNumbers;

/**
 * Names a stream of random numbers. What comes out is a pure function of the seed, the path, the round and the place
 * in the tensor (Philox 4x32-10, see {@link Philox}); nothing is hidden, so a run that is resumed draws what it would
 * have drawn. The first rows of a tensor do not depend on how many rows are asked for.
 *
 * @param seed the seed of the run
 * @param path a stable name, such as {@code "critic.1/latent"}
 * @param round a scalar INT, or null for numbers that are drawn once, such as initial weights
 */
public record RandomKey(long seed, String path, Tensor round) {
    public static RandomKey of(long seed) {
        return new RandomKey(seed, "", null);
    }

    /** The stream of this name below this one. */
    public RandomKey child(String name) {
        return new RandomKey(seed, path.isEmpty() ? name : path + "/" + name, round);
    }

    /** This stream, drawn afresh in each round. */
    public RandomKey at(Tensor newRound) {
        return new RandomKey(seed, path, newRound);
    }

    /** Uniform on [0, 1), multiples of 2^-24. */
    public Tensor uniform(long... shape) {
        return draw(RandomNumbers.Distribution.UNIFORM, Shape.of(shape));
    }

    /** Standard normal. */
    public Tensor normal(long... shape) {
        return draw(RandomNumbers.Distribution.NORMAL, Shape.of(shape));
    }

    /** 1 with the given probability, else 0. */
    public Tensor bernoulli(double probability, long... shape) {
        return uniform(shape).less(probability).cast(DType.FLOAT);
    }

    private Tensor draw(RandomNumbers.Distribution distribution, Shape shape) {
        Tensor at = round == null ? Tensor.of(new int[] {0}) : round;
        return Tensor.of(new RandomNumbers(distribution, shape, seed, path), at);
    }
}
