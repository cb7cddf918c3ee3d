package org.gan4j.data.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/** Damages of a file, drawn by a seed: some bits, some lengths, and some parts that are cut, repeated or of another file. */
record Mutation(SplittableRandom random, List<byte[]> files) {
    private static final int MOST = 5;
    private static final long[] NUMBERS = {
        0, 1, 2, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000L, 0xFFFFFFFFL
    };
    private static final int PNG_START = 8;

    /** Returns a damaged file. */
    byte[] next() {
        byte[] file = files.get(random.nextInt(files.size())).clone();
        int count = 1 + random.nextInt(MOST);
        for (int i = 0; i < count && file.length > PNG_START; i++) {
            file = mutated(file);
        }
        // without this, wrong checksums would hide what comes after them
        return random.nextInt(8) > 0 ? withChecksums(file) : file;
    }

    private byte[] mutated(byte[] file) {
        int at = random.nextInt(file.length);
        int length = 1 + random.nextInt(1 + Math.min(file.length - at - 1, 64));
        switch (random.nextInt(8)) {
            case 0, 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> file[at] = (byte) random.nextInt(256);
            case 3, 4 -> putNumber(file, at);
            case 5 -> {
                return random.nextInt(4) == 0 ? Arrays.copyOf(file, at) : spliced(file, at, at + length, new byte[0]);
            }
            case 6 -> {
                return spliced(file, at, at, Arrays.copyOfRange(file, at, at + length));
            }
            default -> {
                byte[] other = files.get(random.nextInt(files.size()));
                int from = random.nextInt(other.length);
                return spliced(
                        file,
                        at,
                        at + random.nextInt(length),
                        Arrays.copyOfRange(other, from, Math.min(other.length, from + length)));
            }
        }
        return file;
    }

    private void putNumber(byte[] file, int at) {
        ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        long number = random.nextBoolean() ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextInt(70_000);
        ByteBuffer bytes = ByteBuffer.wrap(file).order(order);
        if (random.nextBoolean() && at + 4 <= file.length) {
            bytes.putInt(at, (int) number);
        } else if (at + 2 <= file.length) {
            bytes.putShort(at, (short) number);
        }
    }

    private static byte[] spliced(byte[] file, int from, int to, byte[] with) {
        byte[] result = new byte[file.length - (to - from) + with.length];
        System.arraycopy(file, 0, result, 0, from);
        System.arraycopy(with, 0, result, from, with.length);
        System.arraycopy(file, to, result, from + with.length, file.length - to);
        return result;
    }

    private static byte[] withChecksums(byte[] file) {
        if (!Bytes.bigEndian(file).has(0, "\u0089PNG")) {
            return file;
        }
        ByteBuffer bytes = ByteBuffer.wrap(file);
        for (long at = PNG_START; at + 12 <= file.length; ) {
            long length = bytes.getInt((int) at) & 0xFFFFFFFFL;
            if (at + 12 + length <= file.length) {
                CRC32 crc = new CRC32();
                crc.update(file, (int) at + 4, (int) length + 4);
                bytes.putInt((int) (at + 8 + length), (int) crc.getValue());
            }
            at += 12 + length;
        }
        return file;
    }
}
