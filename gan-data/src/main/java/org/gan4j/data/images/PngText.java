package org.gan4j.data.images;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Texts of a PNG file by their keywords, such as {@code Software}: <a
 * href="https://www.w3.org/TR/png-3/#11textinfo">tEXt chunks</a> for Latin letters, iTXt chunks for others. {@link
 * PngTextReader} reads them.
 *
 * @param texts the texts by keyword, in the order of the file
 */
public record PngText(Map<String, String> texts) {
    /** No text. */
    public static final PngText NONE = new PngText(Map.of());

    private static final String KEYWORD = "[!-~¡-ÿ]+( [!-~¡-ÿ]+)*";
    private static final int LONGEST_KEYWORD = 79;
    /** The signature of 8 bytes and the first chunk, IHDR, of 25: other chunks may follow from here. */
    private static final int START = 33;
    /** Adobe's keyword of metadata in XML, which readers expect as iTXt. */
    private static final String XMP = "XML:com.adobe.xmp";

    /**
     * Copies the texts. Line ends become line feeds, as the specification wants them, and a character 0, which cannot be stored, U+FFFD.
     *
     * @throws IllegalArgumentException if a keyword is none: 1 to 79 printable Latin letters, with single spaces inside
     */
    public PngText {
        Map<String, String> copy = new LinkedHashMap<>();
        texts.forEach((keyword, text) -> {
            if (keyword.length() > LONGEST_KEYWORD || !keyword.matches(KEYWORD)) {
                throw new IllegalArgumentException("\"" + keyword + "\" is no keyword of a PNG file: use 1 to "
                        + LONGEST_KEYWORD + " printable Latin letters, with single spaces between words");
            }
            copy.put(keyword, text.replace("\r\n", "\n").replace('\r', '\n').replace('\0', '\uFFFD'));
        });
        texts = Collections.unmodifiableMap(copy);
    }

    /** Returns a stream for the bytes of a PNG file that passes them on with these texts. */
    public OutputStream into(OutputStream png) {
        return texts.isEmpty() ? png : new Inserting(png, START, chunks());
    }

    /** Returns a PNG file with these texts. */
    public byte[] into(byte[] png) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = into(bytes)) {
            out.write(png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory has no failures
        }
        return bytes.toByteArray();
    }

    private byte[] chunks() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        texts.forEach((keyword, text) -> {
            boolean latin = !keyword.equals(XMP) && text.matches("[\n -~\u00A0-ÿ]*");
            bytes.writeBytes(
                    latin
                            ? chunk("tEXt", keyword, "\0", text.getBytes(StandardCharsets.ISO_8859_1))
                            : chunk("iTXt", keyword, "\0\0\0\0\0", text.getBytes(StandardCharsets.UTF_8)));
        });
        return bytes.toByteArray();
    }

    /** Returns a chunk. The zeros of iTXt are: end of the keyword, not compressed, method, no language, no translated keyword. */
    private static byte[] chunk(String type, String keyword, String zeros, byte[] text) {
        List<byte[]> parts = new ArrayList<>();
        parts.add((type + keyword + zeros).getBytes(StandardCharsets.ISO_8859_1));
        parts.add(text);
        CRC32 check = new CRC32();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(parts.get(0).length - type.length() + text.length);
            for (byte[] part : parts) {
                check.update(part);
                out.write(part);
            }
            out.writeInt((int) check.getValue());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory has no failures
        }
        return bytes.toByteArray();
    }

    /** Inserts bytes after a number of others. */
    private static final class Inserting extends OutputStream {
        private final OutputStream to;
        private final byte[] inserted;
        private int left;

        Inserting(OutputStream to, int after, byte[] inserted) {
            this.to = to;
            this.left = after;
            this.inserted = inserted;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int before = Math.min(left, length);
            to.write(bytes, from, before);
            if (before > 0 && (left -= before) == 0) {
                to.write(inserted);
            }
            to.write(bytes, from + before, length - before);
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }
}
