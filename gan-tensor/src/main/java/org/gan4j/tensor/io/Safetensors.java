package org.gan4j.tensor.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
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
            MessageDigest sha256 = FileDigest.sha256();
            SafetensorsHeader header = SafetensorsHeader.of(tensors, metadata);
            sha256.update(header.encode());
            for (SafetensorsHeader.Entry entry : header.entries()) {
                ElementChannel.write(tensors.get(entry.name()), new FileDigest.Channel(sha256, null));
            }
            return FileDigest.hex(sha256).substring(0, DIGEST);
        } catch (IOException impossible) {
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
        requireNoDigest();
        ByteBuffer start = start(file, metadata);
        AtomicFile.write(file, channel -> {
            ElementChannel.drain(start.duplicate(), channel);
            writeData(channel);
        });
    }

    /**
     * Writes or replaces a file, atomically, with a digest of its bytes. Readers of this package check the digest;
     * others see it as the metadata entry {@code gan4j.sha256}, and it is no part of {@link #metadata()} after reading. It
     * is the SHA-256 of the whole file, in which the digits of the digest are zeros.
     *
     * @throws IllegalArgumentException as {@link #write} does
     * @throws UncheckedIOException if writing fails; the file is then unchanged
     */
    public void writeWithDigest(Path file) {
        ByteBuffer start = blankStart(file);
        int position = FileDigest.position(start.array(), FileDigest.BLANK).orElseThrow();
        AtomicFile.write(file, channel -> {
            ByteBuffer digits = StandardCharsets.US_ASCII.encode(digested(start.duplicate(), channel));
            while (digits.hasRemaining()) {
                channel.write(digits, position + digits.position());
            }
        });
    }

    /**
     * Returns the digest, in hexadecimal digits, that the file states which {@link #writeWithDigest} writes, without writing it.
     *
     * @throws IllegalArgumentException as {@link #write} does
     */
    public String fileDigest() {
        try {
            return digested(blankStart(Path.of("a file")), null);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the bytes before the data, with a digest of zeros. */
    private ByteBuffer blankStart(Path file) {
        requireNoDigest();
        Map<String, String> blank = new TreeMap<>(metadata);
        blank.put(FileDigest.KEY, FileDigest.BLANK);
        return start(file, blank);
    }

    /** Returns the digest of the bytes before the data and of the data, which are also written unless the file is null. */
    private String digested(ByteBuffer start, WritableByteChannel file) throws IOException {
        MessageDigest sha256 = FileDigest.sha256();
        WritableByteChannel both = new FileDigest.Channel(sha256, file);
        ElementChannel.drain(start, both);
        writeData(both);
        return FileDigest.hex(sha256);
    }

    private void requireNoDigest() {
        if (metadata.containsKey(FileDigest.KEY)) {
            throw new IllegalArgumentException("the metadata cannot contain " + FileDigest.KEY
                    + ", which is the digest of a file: give the entry another name");
        }
    }

    /** Returns the bytes before the data. */
    private ByteBuffer start(Path file, Map<String, String> strings) {
        ByteBuffer json = SafetensorsHeader.of(tensors, strings).encode();
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
        return start;
    }

    private void writeData(WritableByteChannel to) throws IOException {
        for (SafetensorsHeader.Entry entry :
                SafetensorsHeader.of(tensors, metadata).entries()) {
            ElementChannel.write(tensors.get(entry.name()), to);
        }
    }

    /**
     * Reads a whole file. {@link SafetensorsFile} reads single tensors of it.
     *
     * @throws IllegalArgumentException if it is not a valid safetensors file, has other types of elements, or differs from
     *     its digest
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
        stored.check();
        Map<String, TensorData> tensors = new TreeMap<>();
        stored.tensors().keySet().forEach(name -> tensors.put(name, stored.read(name)));
        return new Safetensors(tensors, stored.metadata());
    }
}
