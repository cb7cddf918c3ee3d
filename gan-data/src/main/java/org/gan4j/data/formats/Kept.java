package org.gan4j.data.formats;

/** What is kept of a file for its decoder, in one array, which is neither copied nor enlarged. */
final class Kept {
    private final byte[] bytes;
    private int length;

    /** Starts with nothing; the capacity is the most bytes that can be kept. */
    Kept(int capacity) {
        this.bytes = new byte[capacity];
    }

    void add(Bytes part) {
        add(part.array(), part.from(), part.length());
    }

    void add(byte... more) {
        add(more, 0, more.length);
    }

    void add(byte[] array, int from, int count) {
        System.arraycopy(array, from, bytes, length, count);
        length += count;
    }

    /** Puts bytes before those that are kept already. */
    void insert(Bytes part) {
        System.arraycopy(bytes, 0, bytes, part.length(), length);
        System.arraycopy(part.array(), part.from(), bytes, 0, part.length());
        length += part.length();
    }

    /** Returns the number of bytes. */
    int length() {
        return length;
    }

    /** Returns the bytes; nothing may be added afterwards. */
    Bytes bytes() {
        return new Bytes(bytes, 0, length, false);
    }
}
