package org.gan4j.data.folder;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Numbered storage for images of equal size in bytes. Many threads may write; reading begins after {@link #seal}. */
interface Slots extends AutoCloseable {
    /** Returns slots in memory if they are within the budget, otherwise in a temporary file. */
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

    /** Ends the writing, and discards all but the first bytes of each slot. */
    void seal(int bytesNeeded);

    /** Fills {@code to} from the beginning of a written slot. */
    void read(int slot, byte[] to);

    @Override
    void close();
}
