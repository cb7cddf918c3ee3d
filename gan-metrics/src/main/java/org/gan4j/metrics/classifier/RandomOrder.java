package org.gan4j.metrics.classifier;

import java.util.Random;
import java.util.stream.IntStream;

/** Random permutations. */
final class RandomOrder {
    private RandomOrder() {}

    /** Returns the numbers from 0 to count − 1 in an order that the seed decides. */
    static int[] of(int count, long seed) {
        int[] order = IntStream.range(0, count).toArray();
        Random random = new Random(seed);
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
        return order;
    }
}
