package org.gan4j.data.formats;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Small files that claim much, byte by byte as their formats define them. */
final class Bombs {
    private static final int SIDE = 9_900; // under the limit of 100 million pixels
    private static final int HUGE = 30_000;

    private Bombs() {}

    /** Returns files by name, all of which must be refused. */
    static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (int side : new int[] {SIDE, HUGE}) {
            all.put("progressive-" + side + ".jpg", jpeg(0xC2, side, 10));
            all.put("baseline-" + side + ".jpg", jpeg(0xC0, side, 1));
            all.put("pixels-" + side + ".png", png(side, side, new byte[1000]));
            all.put("screen-" + side + ".gif", gif(side, 1));
            all.put("frame-" + side + ".gif", gif(side, side));
            all.put("plain-" + side + ".bmp", bmp(side, 24, 0));
            all.put("runs-" + side + ".bmp", bmp(side, 8, 1));
            all.put("lossless-" + side + ".webp", webp(Math.min(side, 16_000), "VP8L"));
            all.put("lossy-" + side + ".webp", webp(Math.min(side, 16_000), "VP8 "));
            for (int compression : new int[] {1, 5, 8, 32_773}) {
                all.put("compression-" + compression + "-" + side + ".tif", tiff(side, side, compression, 1, 8));
            }
        }
        all.put("scans.jpg", jpeg(0xC2, 64, 5000));
        all.put("strips.tif", tiff(SIDE, 1, 1, 1 << 28, 8));
        all.put(
                "profile.png",
                png(1, 1, new byte[100], chunk("iCCP", concat("a\0\0", deflated(new byte[50_000_000])))));
        all.put("tags.tif", tiff(8, 8, 1, 1, Integer.MAX_VALUE - 100));
        all.put(
                "chunk.png",
                png(
                        1,
                        1,
                        new byte[2],
                        ByteBuffer.allocate(12)
                                .putInt(0x7FFFFFFF)
                                .put("iTXt".getBytes(StandardCharsets.US_ASCII))
                                .array()));
        return all;
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] concat(String latin, byte... more) {
        return written(out -> {
            out.writeBytes(latin);
            out.write(more);
        });
    }

    static byte[] jpeg(int frame, int side, int scans) {
        return written(out -> {
            out.writeShort(0xFFD8);
            out.writeShort(0xFFDB);
            out.writeShort(67);
            out.write(0);
            out.write("\1".repeat(64).getBytes(StandardCharsets.US_ASCII));
            out.writeShort(0xFF00 | frame);
            out.writeShort(17);
            out.write(8);
            out.writeShort(side);
            out.writeShort(side);
            out.write(new byte[] {3, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0});
            for (int table : new int[] {0, 0x10}) {
                out.writeShort(0xFFC4);
                out.writeShort(20);
                out.write(table);
                out.write(1);
                out.write(new byte[16]);
            }
            for (int scan = 0; scan < scans; scan++) {
                out.writeShort(0xFFDA);
                out.writeShort(12);
                out.write(new byte[] {3, 1, 0, 2, 0, 3, 0, 0, (byte) (frame == 0xC2 ? 0 : 63), 0});
                out.write(new byte[30]);
            }
            out.writeShort(0xFFD9);
        });
    }

    static byte[] png(int width, int height, byte[] raw, byte[]... chunks) {
        return written(out -> {
            out.writeLong(0x89504E470D0A1A0AL);
            out.write(chunk(
                    "IHDR",
                    ByteBuffer.allocate(13)
                            .putInt(width)
                            .putInt(height)
                            .put((byte) 8)
                            .array()));
            for (byte[] each : chunks) {
                out.write(each);
            }
            out.write(chunk("IDAT", deflated(raw)));
            out.write(chunk("IEND"));
        });
    }

    static byte[] chunk(String name, byte... data) {
        byte[] body = concat(name, data);
        CRC32 crc = new CRC32();
        crc.update(body);
        return written(out -> {
            out.writeInt(data.length);
            out.write(body);
            out.writeInt((int) crc.getValue());
        });
    }

    static byte[] deflated(byte... raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(raw);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] gif(int screen, int frame) {
        ByteBuffer file = little(40).put("GIF89a".getBytes(StandardCharsets.US_ASCII));
        file.putShort((short) screen).putShort((short) screen).put(new byte[] {(byte) 0x80, 0, 0});
        file.put(new byte[6]).put((byte) 0x2C).putInt(0).putShort((short) frame).putShort((short) frame);
        return file.put(new byte[] {0, 2, 2, 0x44, 1, 0, 0x3B}).array();
    }

    private static byte[] bmp(int side, int bits, int packing) {
        ByteBuffer file = little(54 + 1024 + 100).put("BM".getBytes(StandardCharsets.US_ASCII));
        file.putInt(0)
                .putInt(0)
                .putInt(54 + (bits == 8 ? 1024 : 0))
                .putInt(40)
                .putInt(side)
                .putInt(side);
        return file.putShort((short) 1).putShort((short) bits).putInt(packing).array();
    }

    private static byte[] webp(int side, String kind) {
        ByteBuffer pixels = little(40);
        if (kind.equals("VP8L")) {
            pixels.put((byte) 0x2F).putInt(side - 1 | side - 1 << 14);
        } else {
            pixels.put(new byte[] {16, 1, 0, (byte) 0x9D, 1, 0x2A})
                    .putShort((short) side)
                    .putShort((short) side);
        }
        ByteBuffer file =
                little(60).put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(52);
        file.put(("WEBP" + kind).getBytes(StandardCharsets.US_ASCII)).putInt(40).put(pixels.array());
        return file.array();
    }

    private static byte[] tiff(int side, int height, int compression, int strips, int length) {
        int[][] tags = {
            {256, 4, 1, side},
            {257, 4, 1, height},
            {258, 3, 1, 8},
            {259, 3, 1, compression},
            {262, 3, 1, 1},
            {273, 4, strips, 8},
            {278, 4, 1, height / Math.min(strips, height)},
            {279, 4, strips, length}
        };
        ByteBuffer file = little(8 + 400 + 2 + 12 * tags.length + 4).put("II*\0".getBytes(StandardCharsets.US_ASCII));
        file.putInt(408).position(408);
        file.putShort((short) tags.length);
        for (int[] tag : tags) {
            file.putShort((short) tag[0])
                    .putShort((short) tag[1])
                    .putInt(tag[2])
                    .putInt(tag[3]);
        }
        return file.array();
    }
}
