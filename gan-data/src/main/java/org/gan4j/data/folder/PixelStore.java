package org.gan4j.data.folder;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel.MapMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Storage for images of any sizes: on the heap as long as they are within a budget, beyond it in a temporary file,
 * which is memory-mapped for reading. Many threads may write; reading begins after {@link #seal}.
 */
final class PixelStore implements AutoCloseable {
    /** The length of a mapping; the JVM allows less than 2 GiB. No image lies in two. */
    private static final long MAPPED = 1 << 30;

    private final long budget;
    private final List<ByteBuffer> mappings = new ArrayList<>();
    private long onHeap;
    private long inFile;
    private TemporaryFile file;

    /** Creates an empty store with a budget in bytes. */
    PixelStore(long budget) {
        this.budget = budget;
    }

    /** The bytes of an image. */
    interface Stored {
        /** Copies bytes, beginning with the one at {@code from}, to the beginning of {@code to}. */
        void read(int from, byte[] to, int length);
    }

    /** Keeps an image, whose array must not change afterwards. */
    Stored put(byte[] bytes) {
        if (fits(bytes.length)) {
            return (from, to, length) -> System.arraycopy(bytes, from, to, 0, length);
        }
        long place = place(bytes.length);
        file.write(place, bytes);
        int mapping = (int) (place / MAPPED);
        int start = (int) (place % MAPPED);
        return (from, to, length) -> mappings.get(mapping).get(start + from, to, 0, length);
    }

    private synchronized boolean fits(int bytes) {
        boolean fits = onHeap + bytes <= budget;
        onHeap += fits ? bytes : 0;
        return fits;
    }

    /** Returns the place of the next image in the file. */
    private synchronized long place(int bytes) {
        if (file == null) {
            file = TemporaryFile.of(0);
        }
        if (inFile % MAPPED + bytes > MAPPED) {
            inFile = (inFile / MAPPED + 1) * MAPPED;
        }
        inFile += bytes;
        return inFile - bytes;
    }

    /** Ends the writing. */
    synchronized void seal() {
        for (long at = 0; at < inFile; at += MAPPED) {
            long start = at;
            mappings.add(file.mapped(
                    inFile, channel -> channel.map(MapMode.READ_ONLY, start, Math.min(MAPPED, inFile - start))));
        }
    }

    @Override
    public synchronized void close() {
        if (file != null) {
            file.close();
        }
    }
}
