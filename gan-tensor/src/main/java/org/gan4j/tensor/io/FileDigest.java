package org.gan4j.tensor.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;

/**
 * The digest of a safetensors file that is in the file itself, in its metadata: the SHA-256 of the whole file, in which
 * the 64 hexadecimal digits of the digest are zeros.
 */
final class FileDigest {
    /** The name of the metadata entry. */
    static final String KEY = "gan4j.sha256";
    /** Stands in the file until the digest is known. */
    static final String BLANK = "0".repeat(64);

    private static final int CHUNK = 1 << 20;

    private FileDigest() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns the position of the digits of a digest in a header, if it is written as {@link Safetensors} does. */
    static OptionalInt position(byte[] header, String digits) {
        byte[] wanted = ("\"" + KEY + "\":\"" + digits + "\"").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i + wanted.length <= header.length; i++) {
            if (Arrays.equals(header, i, i + wanted.length, wanted, 0, wanted.length)) {
                return OptionalInt.of(i + wanted.length - 1 - digits.length());
            }
        }
        return OptionalInt.empty();
    }

    /** Adds all that is left in a channel to a digest. */
    static void update(MessageDigest digest, ReadableByteChannel from) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        while (from.read(buffer.clear()) >= 0) {
            digest.update(buffer.flip());
        }
    }

    /** A channel into a digest, and into a file if there is one. */
    record Channel(MessageDigest digest, WritableByteChannel file) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer bytes) throws IOException {
            ByteBuffer written = bytes.duplicate();
            int count = file == null ? bytes.remaining() : file.write(bytes);
            digest.update(written.limit(written.position() + count));
            bytes.position(written.limit());
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
