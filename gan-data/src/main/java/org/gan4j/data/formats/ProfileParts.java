package org.gan4j.data.formats;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The numbered segments that a JPEG cuts its color profile into. */
final class ProfileParts {
    static final String NAME = "ICC_PROFILE\0";

    private static final int HEADER = NAME.length() + 2;

    private final SortedMap<Integer, Bytes> parts = new TreeMap<>();
    private int count;

    void add(Bytes segment) throws UnusableException {
        int number = segment.u8(NAME.length());
        count = segment.u8(NAME.length() + 1L);
        if (parts.put(number, segment) != null) {
            throw incomplete();
        }
    }

    /** Returns the whole profile, if there is one. */
    Optional<byte[]> joined() throws UnusableException {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        if (parts.size() != count || parts.firstKey() != 1 || parts.lastKey() != count) {
            throw incomplete();
        }
        int length =
                parts.values().stream().mapToInt(part -> part.length() - HEADER).sum();
        ImageLimits.requireProfile(length); // before it is joined
        Kept joined = new Kept(length);
        for (Bytes part : parts.values()) {
            joined.add(part.part(HEADER, part.length() - HEADER));
        }
        return Optional.of(joined.bytes().array());
    }

    /** Returns the segments as they are in the file. */
    byte[] segments() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.values().forEach(part -> all.write(part.array(), part.from() - 4, part.length() + 4));
        return all.toByteArray();
    }

    private static UnusableException incomplete() {
        return new UnusableException("is damaged: a part of its color profile is missing or repeated");
    }
}
