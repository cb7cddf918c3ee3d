package org.gan4j.data.formats;

import java.io.EOFException;
import java.io.UncheckedIOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The bytes of a file for a decoder. Some decoders go on with zeros after the end of a damaged file, for as many pixels as it
 * claims: an end that is read again and again is a failure.
 */
final class FileInput extends ImageInputStreamImpl {
    /** A decoder may look some bytes ahead, bit by bit. */
    private static final int MOST_AFTER_END = 2048;

    private final Bytes file;
    private int afterEnd;

    FileInput(Bytes file) {
        this.file = file;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < file.length() ? file.array()[file.from() + (int) streamPos++] & 0xFF : end();
    }

    @Override
    public int read(byte[] to, int at, int length) {
        bitOffset = 0;
        int count = (int) Math.min(length, file.length() - streamPos);
        if (count <= 0) {
            return length == 0 ? 0 : end();
        }
        System.arraycopy(file.array(), file.from() + (int) streamPos, to, at, count);
        streamPos += count;
        return count;
    }

    private int end() {
        afterEnd++;
        if (afterEnd > MOST_AFTER_END) {
            throw new UncheckedIOException(new EOFException("it ends too early"));
        }
        return -1;
    }

    @Override
    public long length() {
        return file.length();
    }
}
