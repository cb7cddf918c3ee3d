package org.gan4j.data;

import org.gan4j.tensor.Philox;

/**
 * A uniformly random order, as a pure function of a seed and an epoch: the Fisher-Yates shuffle, driven by Philox
 * 4x32-10 with the seed as key and the counter (block, stream, epoch's low word, epoch's high word).
 */
public final class Permutation {
    private static final int LANES = 4;

    private final long seed;
    private final long epoch;
    private final int stream;
    private int block;
    private int lane = LANES;
    private int[] words;

    private Permutation(long seed, long epoch, int stream) {
        this.seed = seed;
        this.epoch = epoch;
        this.stream = stream;
    }

    /** Returns 0 to size - 1, each once, in the order of stream 0. */
    public static int[] of(int size, long seed, long epoch) {
        return of(size, seed, epoch, 0);
    }

    /**
     * Returns 0 to size - 1, each once, in random order.
     *
     * @param stream the number of the stream, from 0; the orders of different streams are independent
     */
    public static int[] of(int size, long seed, long epoch, int stream) {
        Permutation random = new Permutation(seed, epoch, stream);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        for (int last = size - 1; last > 0; last--) {
            int chosen = random.below(last + 1);
            int kept = order[last];
            order[last] = order[chosen];
            order[chosen] = kept;
        }
        return order;
    }

    /**
     * Returns a uniform number from 0 to bound - 1, without bias: the high word of {@code word · bound}, where words
     * whose low word falls below {@code 2^32 mod bound} are skipped (<a href="https://arxiv.org/abs/1805.10941">Lemire
     * 2019</a>).
     */
    private int below(int bound) {
        long biased = (1L << 32) % bound;
        long product;
        do {
            product = (nextWord() & 0xFFFFFFFFL) * bound;
        } while ((product & 0xFFFFFFFFL) < biased);
        return (int) (product >>> 32);
    }

    private int nextWord() {
        if (lane == LANES) {
            words = Philox.block(block++, stream, (int) epoch, (int) (epoch >>> 32), (int) seed, (int) (seed >>> 32));
            lane = 0;
        }
        return words[lane++];
    }
}
