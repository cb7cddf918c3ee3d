package org.gan4j.data.images;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/** Reads the texts of a PNG file: those of intact tEXt, zTXt and iTXt chunks. The pixels are not looked at. */
public final class PngTextReader {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    /** A longer text is none that says where an image comes from. */
    private static final int LONGEST = 1 << 20;

    private final Map<String, String> texts = new LinkedHashMap<>();

    private PngTextReader() {}

    /**
     * Reads the texts of a file: none if it is no PNG file. Of several with one keyword, the first counts. A file that is cut short
     * has the texts before its end.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    public static PngText read(Path file) {
        PngTextReader reader = new PngTextReader();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            if (Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
                reader.chunks(in);
            }
        } catch (EOFException cutShort) {
            // the texts before it are good
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be read: " + failed, failed);
        }
        return new PngText(reader.texts);
    }

    private void chunks(DataInputStream in) throws IOException {
        String type = "";
        while (!type.equals("IEND")) {
            int length = in.readInt();
            byte[] name = new byte[4];
            in.readFully(name);
            type = new String(name, StandardCharsets.ISO_8859_1);
            if (length < 0) {
                throw new EOFException("the length of a chunk is damaged");
            }
            if (type.matches("[tzi][ET]Xt") && length <= LONGEST) {
                byte[] data = new byte[length];
                in.readFully(data);
                CRC32 check = new CRC32();
                check.update(name);
                check.update(data);
                if (in.readInt() == (int) check.getValue()) {
                    text(type, data);
                }
            } else {
                in.skipNBytes(length + 4L);
            }
        }
    }

    private void text(String type, byte[] data) {
        int end = zero(data, 0);
        if (end <= 0 || end == data.length) {
            return; // no chunk of this type
        }
        String keyword = new String(data, 0, end, StandardCharsets.ISO_8859_1);
        try {
            String text =
                    switch (type) {
                        case "tEXt" -> plain(data, end + 1, StandardCharsets.ISO_8859_1);
                        case "zTXt" -> inflated(data, end + 2, StandardCharsets.ISO_8859_1);
                        default -> {
                            int at = zero(data, zero(data, end + 3) + 1) + 1;
                            yield data[end + 1] == 0
                                    ? plain(data, at, StandardCharsets.UTF_8)
                                    : inflated(data, at, StandardCharsets.UTF_8);
                        }
                    };
            new PngText(Map.of(keyword, text)).texts().forEach(texts::putIfAbsent);
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException damaged) {
            // another program's text that says nothing
        }
    }

    private static int zero(byte[] data, int from) {
        int at = from;
        while (at < data.length && data[at] != 0) {
            at++;
        }
        return at;
    }

    private static String plain(byte[] data, int from, Charset charset) {
        return new String(data, from, data.length - from, charset);
    }

    private static String inflated(byte[] data, int from, Charset charset) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(data, from, data.length - from))) {
            text.writeBytes(in.readNBytes(LONGEST));
        }
        return text.toString(charset);
    }
}
