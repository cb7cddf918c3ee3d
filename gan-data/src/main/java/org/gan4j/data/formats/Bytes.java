package org.gan4j.data.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A part of a file's bytes, whose numbers are read in a byte order. Nothing is read beyond its end: an attempt means that
 * the file is damaged.
 *
 * @param array the bytes of the whole file
 * @param from the place of the first byte
 * @param length the number of bytes
 * @param little whether the lowest byte of a number comes first
 */
record Bytes(byte[] array, int from, int length, boolean little) {
    static Bytes bigEndian(byte[] array) {
        return new Bytes(array, 0, array.length, false);
    }

    static Bytes littleEndian(byte[] array) {
        return new Bytes(array, 0, array.length, true);
    }

    int u8(long at) throws UnusableException {
        require(at, 1);
        return array[from + (int) at] & 0xFF;
    }

    int u16(long at) throws UnusableException {
        int first = u8(at);
        int second = u8(at + 1);
        return little ? second << 8 | first : first << 8 | second;
    }

    int u24(long at) throws UnusableException {
        return little ? u16(at) | u8(at + 2) << 16 : u16(at) << 8 | u8(at + 2);
    }

    long u32(long at) throws UnusableException {
        long first = u16(at);
        long second = u16(at + 2);
        return little ? second << 16 | first : first << 16 | second;
    }

    /** Returns a part, which must lie within this one. */
    Bytes part(long at, long bytes) throws UnusableException {
        require(at, bytes);
        return new Bytes(array, from + (int) at, (int) bytes, little);
    }

    private void require(long at, long bytes) throws UnusableException {
        if (at < 0 || bytes < 0 || at > length || bytes > length - at) {
            throw UnusableException.early();
        }
    }

    /** Returns whether these characters are at a place; false if it ends before. */
    boolean has(long at, String latin) {
        byte[] wanted = latin.getBytes(StandardCharsets.ISO_8859_1);
        return at >= 0
                && at + wanted.length <= length
                && Arrays.equals(array, from + (int) at, from + (int) at + wanted.length, wanted, 0, wanted.length);
    }

    /** Returns four characters. */
    String name(long at) throws UnusableException {
        require(at, 4);
        return new String(array, from + (int) at, 4, StandardCharsets.ISO_8859_1);
    }

    byte[] copy() {
        return Arrays.copyOfRange(array, from, from + length);
    }
}
