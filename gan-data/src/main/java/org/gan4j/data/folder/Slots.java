package org.gan4j.data.folder;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Room for pictures of equally many bytes, by number. Written by many threads; then read, once it was sealed. */
interface Slots extends AutoCloseable {
    /** In memory if they are within the budget, else in a temporary file. */
    static Slots of(int count, long bytes, long budget) {
        if (bytes * count <= budget) {
            return new HeapSlots(count);
        }
        try {
            return new FileSlots(count, bytes);
        } catch (IOException problem) {
            throw new UncheckedIOException(FileSlots.advice(count * bytes, problem), problem);
        }
    }

    void put(int slot, byte[] bytes);

    /** No more is written; of each slot, only the first bytes are needed from now on. */
    void seal(int bytesNeeded);

    /** Fills {@code to} from the beginning of a slot that was written. */
    void read(int slot, byte[] to);

    @Override
    void close();
}
