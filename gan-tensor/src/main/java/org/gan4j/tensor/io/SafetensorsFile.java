package org.gan4j.tensor.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * An open {@link Safetensors} file, of which single tensors are read on demand. Opening reads the header alone, and
 * {@link #check} reads everything. The file stays readable if it is deleted or replaced meanwhile, and if a reading thread is interrupted. It is thread-safe.
 */
public final class SafetensorsFile implements AutoCloseable {
    /**
     * The form of a stored tensor.
     *
     * @param dtype the type of its elements after reading
     * @param shape its shape
     */
    public record Stored(DType dtype, Shape shape) {}

    private final Path file;
    /** Unlike a FileChannel, it is not closed when a thread that reads from it is interrupted. */
    private final AsynchronousFileChannel channel;

    private final SafetensorsHeader header;
    private final Map<String, String> metadata;
    private final long data;
    private final Map<String, SafetensorsHeader.Entry> entries = new TreeMap<>();

    private SafetensorsFile(Path file, AsynchronousFileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        long length = headerLength();
        this.data = Long.BYTES + length;
        this.header = SafetensorsHeader.decode(ElementChannel.bytes(new From(Long.BYTES), (int) length));
        requireSize(data + header.dataBytes());
        header.entries().forEach(entry -> entries.put(entry.name(), entry));
        Map<String, String> strings = new LinkedHashMap<>(header.metadata());
        strings.remove(FileDigest.KEY); // it belongs to the bytes of this file, not to its contents
        this.metadata = Collections.unmodifiableMap(strings);
    }

    /**
     * Opens a file, and reads and checks its header.
     *
     * @throws IllegalArgumentException if it is not a valid safetensors file, or has other types of elements
     * @throws UncheckedIOException if it cannot be read at all
     */
    public static SafetensorsFile open(Path file) {
        try {
            AsynchronousFileChannel channel = AsynchronousFileChannel.open(file, StandardOpenOption.READ);
            try {
                return new SafetensorsFile(file, channel);
            } catch (IOException | RuntimeException failed) {
                channel.close();
                throw failed;
            }
        } catch (IllegalArgumentException problem) {
            throw invalid(file, problem);
        } catch (IOException problem) {
            throw unreadable(file, problem);
        }
    }

    /**
     * Opens a resource, which may be in a jar, by way of a temporary copy.
     *
     * @throws IllegalArgumentException if it is not a valid safetensors file, or has other types of elements
     * @throws UncheckedIOException if it or its copy cannot be read or written
     */
    public static SafetensorsFile open(URL resource) {
        try (InputStream in = resource.openStream()) {
            Path copy = Files.createTempFile("gan4j-", ".safetensors");
            try {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                return open(copy);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(resource + " cannot be copied to a temporary file: " + problem, problem);
        }
    }

    /** Allocates nothing that the header claims before the size of the file confirms it. */
    private long headerLength() throws IOException {
        long size = channel.size();
        if (size < Long.BYTES) {
            throw new IllegalArgumentException("it has only " + size + " bytes, fewer than the length of a header");
        }
        long length = ElementChannel.bytes(new From(0), Long.BYTES).getLong();
        if (length < 0 || length > Safetensors.LONGEST_HEADER) {
            throw new IllegalArgumentException("its header would have " + Long.toUnsignedString(length)
                    + " bytes, and the format allows " + Safetensors.LONGEST_HEADER + "; is it another kind of file?");
        }
        if (length > size - Long.BYTES) {
            throw new IllegalArgumentException("it ends within its header: it has " + size
                    + " bytes, and the header alone has " + length + "; copy it again");
        }
        return length;
    }

    private void requireSize(long expected) throws IOException {
        long size = channel.size();
        if (size != expected) {
            throw new IllegalArgumentException("it has " + size + " bytes, and its header describes " + expected
                    + (size < expected
                            ? "; it was cut short: copy it again"
                            : "; the remaining bytes are not described"));
        }
    }

    /** Returns the strings of the metadata by name. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** Returns the digest of its bytes that the file states, in hexadecimal digits, if it was written with one. */
    public Optional<String> digest() {
        return Optional.ofNullable(header.metadata().get(FileDigest.KEY));
    }

    /**
     * Reads the whole file and compares it with its digest, if it has one.
     *
     * @return whether it has a digest
     * @throws IllegalArgumentException if the file differs from its digest, so that some of its bytes are not those that
     *     were written
     * @throws UncheckedIOException if it cannot be read
     */
    public boolean check() {
        String digits = header.metadata().get(FileDigest.KEY);
        if (digits == null) {
            return false;
        }
        try {
            ByteBuffer start = ElementChannel.bytes(new From(0), (int) data);
            OptionalInt position = FileDigest.position(start.array(), digits);
            if (position.isPresent()) {
                byte[] blank = FileDigest.BLANK.getBytes(StandardCharsets.US_ASCII);
                start.put(position.getAsInt(), blank, 0, Math.min(blank.length, digits.length()));
                MessageDigest sha256 = FileDigest.sha256();
                sha256.update(start.rewind());
                FileDigest.update(sha256, new From(data));
                if (FileDigest.hex(sha256).equals(digits)) {
                    return true;
                }
            }
        } catch (IOException problem) {
            throw unreadable(file, problem);
        }
        throw new IllegalArgumentException(file + " differs from its digest " + FileDigest.KEY
                + ", so some of its bytes are not those that were written: copy it again, or use another file");
    }

    /** Returns the form of every tensor by name, sorted by name. */
    public Map<String, Stored> tensors() {
        Map<String, Stored> tensors = new LinkedHashMap<>();
        entries.forEach(
                (name, entry) -> tensors.put(name, new Stored(entry.type().dtype(), entry.shape())));
        return tensors;
    }

    /**
     * Reads one tensor.
     *
     * @throws IllegalArgumentException if there is no tensor of this name, or its values are not valid
     * @throws UncheckedIOException if it cannot be read, or the file is closed
     */
    public TensorData read(String name) {
        SafetensorsHeader.Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException(file + " has no tensor " + name + "; it has " + entries.keySet());
        }
        try {
            return ElementChannel.read(new From(data + entry.begin()), entry.type(), entry.shape());
        } catch (IllegalArgumentException problem) {
            throw invalid(file, problem);
        } catch (IOException problem) {
            throw unreadable(file, problem);
        }
    }

    private static IllegalArgumentException invalid(Path file, IllegalArgumentException problem) {
        return new IllegalArgumentException(file + " cannot be read as safetensors: " + problem.getMessage(), problem);
    }

    private static UncheckedIOException unreadable(Path file, IOException problem) {
        return new UncheckedIOException(file + " cannot be read: " + problem, problem);
    }

    /**
     * Closes the file; closing it again has no effect.
     *
     * @throws UncheckedIOException if the system refuses
     */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be closed: " + problem, problem);
        }
    }

    /** The bytes of the file from a position on. */
    private final class From implements ReadableByteChannel {
        private long position;

        private From(long position) {
            this.position = position;
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            int count = completed(channel.read(to, position));
            position += Math.max(0, count);
            return count;
        }

        private static int completed(Future<Integer> reading) throws IOException {
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return reading.get();
                    } catch (InterruptedException later) {
                        interrupted = true;
                    } catch (ExecutionException failed) {
                        throw new IOException(failed.getCause());
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() {
            // the file stays open for other readers
        }
    }
}
