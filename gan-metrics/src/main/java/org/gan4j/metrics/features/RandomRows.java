package org.gan4j.metrics.features;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Random choices of rows. */
public final class RandomRows {
    private RandomRows() {}

    /**
     * Returns different numbers from 0 to count − 1 in random order.
     *
     * @param count the number of rows
     * @param chosen the number of rows to choose, at most {@code count}
     * @param seed the seed
     */
    public static int[] of(int count, int chosen, long seed) {
        int[] order = IntStream.range(0, count).toArray();
        Random random = new Random(seed);
        for (int i = 0; i < chosen; i++) {
            int other = i + random.nextInt(count - i);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
        return Arrays.copyOf(order, chosen);
    }
}
