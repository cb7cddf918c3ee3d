package org.gan4j.tensor.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.tensor.TensorData;

/**
 * Named tensors and string metadata, as stored in a
 * <a href="https://github.com/huggingface/safetensors">safetensors</a> file: the length of the header in 8 bytes, the
 * header in JSON, the data, all little-endian. FLOAT is F32, DOUBLE F64, INT I32; I64 (if the values fit) and U8 are
 * read as INT, F16 and BF16 as FLOAT. Equal contents give equal bytes.
 *
 * @param tensors the tensors by name; their order does not matter
 * @param metadata strings by name, such as a format version
 */
public record Safetensors(Map<String, TensorData> tensors, Map<String, String> metadata) {
    /** The limit of the format itself. */
    static final long LONGEST_HEADER = 100_000_000;

    private static final int ALIGNMENT = 8;
    private static final int DIGEST = 12;

    public Safetensors {
        tensors = Collections.unmodifiableMap(new TreeMap<>(tensors));
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    }

    /**
     * Returns a short digest of the tensors and metadata: the first 12 hexadecimal digits of the SHA-256 of the header and
     * the data.
     */
    public String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            SafetensorsHeader header = SafetensorsHeader.of(tensors, metadata);
            sha256.update(header.encode());
            for (SafetensorsHeader.Entry entry : header.entries()) {
                ElementChannel.write(tensors.get(entry.name()), new DigestChannel(sha256));
            }
            return HexFormat.of().formatHex(sha256.digest()).substring(0, DIGEST);
        } catch (NoSuchAlgorithmException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Writes or replaces a file, atomically.
     *
     * @throws IllegalArgumentException if a name is reserved or not valid Unicode, if the header is too long, or if the
     *     path does not name a file
     * @throws UncheckedIOException if writing fails; the file is then unchanged
     */
    public void write(Path file) {
        SafetensorsHeader header = SafetensorsHeader.of(tensors, metadata);
        ByteBuffer json = header.encode();
        int padding = -json.remaining() & (ALIGNMENT - 1);
        if (json.remaining() + padding > LONGEST_HEADER) {
            throw new IllegalArgumentException(file + " would have a header of " + json.remaining()
                    + " bytes, and the format allows " + LONGEST_HEADER + ": use fewer tensors or less metadata");
        }
        ByteBuffer start =
                ByteBuffer.allocate(Long.BYTES + json.remaining() + padding).order(ByteOrder.LITTLE_ENDIAN);
        start.putLong(json.remaining() + padding).put(json);
        while (start.hasRemaining()) {
            start.put((byte) ' ');
        }
        AtomicFile.write(file, channel -> {
            ElementChannel.drain(start, channel);
            for (SafetensorsHeader.Entry entry : header.entries()) {
                ElementChannel.write(tensors.get(entry.name()), channel);
            }
        });
    }

    /**
     * Reads a whole file. {@link SafetensorsFile} reads single tensors of it.
     *
     * @throws IllegalArgumentException if it is not a valid safetensors file, or has other types of elements
     * @throws UncheckedIOException if it cannot be read at all
     */
    public static Safetensors read(Path file) {
        try (SafetensorsFile stored = SafetensorsFile.open(file)) {
            return of(stored);
        }
    }

    /**
     * Reads a whole resource, as {@link SafetensorsFile#open(URL)} does.
     *
     * @throws IllegalArgumentException if it is not a valid safetensors file, or has other types of elements
     * @throws UncheckedIOException if it cannot be read
     */
    public static Safetensors read(URL resource) {
        try (SafetensorsFile stored = SafetensorsFile.open(resource)) {
            return of(stored);
        }
    }

    private static Safetensors of(SafetensorsFile stored) {
        Map<String, TensorData> tensors = new TreeMap<>();
        stored.tensors().keySet().forEach(name -> tensors.put(name, stored.read(name)));
        return new Safetensors(tensors, stored.metadata());
    }

    /** A channel into a digest. */
    private record DigestChannel(MessageDigest digest) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer bytes) {
            int count = bytes.remaining();
            digest.update(bytes);
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
