package org.gan4j.data.formats;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tags of a directory of a TIFF. All their values are within the file.
 *
 * @param file the file
 * @param entries the 12 bytes of each tag
 */
record TiffTags(Bytes file, SortedMap<Integer, Bytes> entries) {
    private static final int ENTRY = 12;
    /** The bytes of a value of each type: 1 byte, 2 ASCII, 3 short, 4 long, 5 rational, 6 to 12 the same signed, and floats. */
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    private static final int SHORT = 3;
    private static final int LONG = 4;

    static TiffTags at(Bytes file, long directory) throws UnusableException {
        int count = file.u16(directory);
        SortedMap<Integer, Bytes> entries = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            Bytes entry = file.part(directory + 2 + (long) ENTRY * i, ENTRY);
            entries.putIfAbsent(entry.u16(0), entry);
        }
        return new TiffTags(file, entries);
    }

    Set<Integer> all() {
        return entries.keySet();
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    Bytes entry(int tag) {
        return entries.get(tag);
    }

    long count(int tag) throws UnusableException {
        return entry(tag).u32(4);
    }

    /** Returns the bytes of a value. */
    Bytes data(int tag) throws UnusableException {
        Bytes entry = entry(tag);
        int type = entry.u16(2);
        if (type >= SIZES.length || SIZES[type] == 0) {
            throw new UnusableException("is damaged: its tag " + tag + " has no known type");
        }
        long bytes = SIZES[type] * count(tag);
        return bytes <= 4 ? entry.part(8, bytes) : file.part(entry.u32(8), bytes);
    }

    /**
     * The whole numbers of a tag, which stay in the file until they are asked for.
     *
     * @param size the bytes of a number: 1, 2 or 4
     */
    record Numbers(Bytes data, int size) {
        int count() {
            return data.length() / size;
        }

        long at(int index) throws UnusableException {
            long at = (long) index * size;
            return size == 1 ? data.u8(at) : size == 2 ? data.u16(at) : data.u32(at);
        }
    }

    /** Returns whole numbers, at least one. */
    Numbers numbers(int tag) throws UnusableException {
        if (!has(tag)) {
            throw new UnusableException("is damaged: its tag " + tag + " is missing");
        }
        Bytes data = data(tag);
        int type = entry(tag).u16(2);
        if (type != 1 && type != SHORT && type != LONG || data.length() == 0) {
            throw new UnusableException("is damaged: its tag " + tag + " has no whole numbers");
        }
        return new Numbers(data, SIZES[type]);
    }

    /** Returns the first whole number, or the default. */
    long number(int tag, long otherwise) throws UnusableException {
        return has(tag) ? numbers(tag).at(0) : otherwise;
    }

    /** Returns whether a tag is missing, or has no numbers but this one. */
    boolean areAll(int tag, long number) throws UnusableException {
        if (!has(tag)) {
            return true;
        }
        Numbers numbers = numbers(tag);
        for (int i = 0; i < numbers.count(); i++) {
            if (numbers.at(i) != number) {
                return false;
            }
        }
        return true;
    }
}
