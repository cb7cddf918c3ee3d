package org.gan4j.data;

import java.util.stream.IntStream;

/** Rows that are spread evenly over all, for a look at data that are sorted. */
public final class EvenRows {
    private EvenRows() {}

    /**
     * Returns the indices of rows in ascending order, the first one included.
     *
     * @param count the number of rows to choose; more than there are repeat rows
     * @param size the number of all rows
     */
    public static int[] of(int count, int size) {
        return IntStream.range(0, count)
                .map(i -> (int) ((long) i * size / count))
                .toArray();
    }
}
