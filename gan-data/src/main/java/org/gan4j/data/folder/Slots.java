package org.gan4j.data.folder;

/** Numbered storage for images of equal size in bytes. Many threads may write; reading begins after {@link #seal}. */
interface Slots extends AutoCloseable {
    /** Returns slots in memory if they are within the budget, otherwise in a temporary file. */
    static Slots of(int count, long bytes, long budget) {
        return bytes * count <= budget ? new HeapSlots(count) : new FileSlots(count, bytes);
    }

    void put(int slot, byte[] bytes);

    /** Ends the writing, and discards all but the first bytes of each slot. */
    void seal(int bytesNeeded);

    /** Fills {@code to} from the beginning of a written slot. */
    void read(int slot, byte[] to);

    @Override
    void close();
}
