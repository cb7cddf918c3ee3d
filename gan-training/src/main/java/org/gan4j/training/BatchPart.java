package org.gan4j.training;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/**
 * A part of a batch, on which a player's objective is evaluated. Players read parts through inputs of their own, so that
 * equal values of two players, such as generated samples, are two values: one that they shared would hold the memory of
 * all parts from the critic's update to the generator's.
 *
 * @param reader the name of the player that reads it; empty for a whole batch, whose values players share
 * @param index its index, from 0
 * @param count the number of parts
 * @param batchSize the number of samples of the whole batch
 */
record BatchPart(String reader, int index, int count, int batchSize) {
    /** Returns the whole of a batch of this size. */
    static BatchPart whole(int size) {
        return new BatchPart("", 0, 1, size);
    }

    /** Returns equal parts of a batch. */
    static Stream<BatchPart> equal(String reader, int count, int size) {
        if (size % count != 0) {
            throw new IllegalArgumentException("a batch of " + size + " samples has no " + count
                    + " equal parts: choose a batch size divisible by " + count);
        }
        return count == 1
                ? Stream.of(whole(size))
                : IntStream.range(0, count).mapToObj(index -> new BatchPart(reader, index, count, size));
    }

    /** Returns the number of its samples. */
    int size() {
        return batchSize / count;
    }

    /** Returns the name of the input that its reader uses. */
    String input(String shared) {
        return input(shared, reader);
    }

    /** Returns the name of the input that a reader of parts uses, or of the shared one if the reader is empty. */
    static String input(String shared, String reader) {
        return reader.isEmpty() ? shared : shared + "/" + reader;
    }

    /** Returns the part of a tensor, [batchSize, ...]. */
    Tensor of(Tensor whole) {
        return count == 1 ? whole : whole.slice(0, index * size(), (index + 1) * size());
    }

    /** Returns the random stream of the part. */
    RandomKey random(RandomKey batch) {
        return count == 1 ? batch : batch.child("part" + index);
    }
}
