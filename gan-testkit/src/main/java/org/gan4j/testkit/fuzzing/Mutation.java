package org.gan4j.testkit.fuzzing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random damage to bytes: flipped bits, cut ends, doubled and missing parts, tokens of the format, other lengths and other
 * numbers in digits. The result depends on the seeds, the tokens and the number of the case alone.
 *
 * @param seeds valid files, at least one
 * @param tokens words of the format
 */
record Mutation(List<byte[]> seeds, List<byte[]> tokens) {
    private static final int MOST_BYTES = 1 << 14;
    private static final long[] LENGTHS = {
        0,
        1,
        2,
        127,
        128,
        255,
        256,
        32767,
        65535,
        65536,
        1L << 24,
        1L << 30,
        Integer.MAX_VALUE,
        1L << 31,
        (1L << 32) - 1,
        1L << 32,
        1L << 33,
        1L << 62,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        -1,
        -2
    };
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "2",
            "00",
            "010",
            "255",
            "256",
            "65536",
            "2147483647",
            "2147483648",
            "4294967296",
            "9999999999",
            "9223372036854775807",
            "9223372036854775808",
            "18446744073709551616",
            "1e999",
            "-1e999",
            "1e-999",
            "0.1",
            ".5",
            "NaN",
            "Infinity",
            "1_000",
            "0x10",
            "99999999999999999999999999999999999999999999");

    /** Returns the bytes of a case. */
    byte[] of(long number) {
        SplittableRandom random = new SplittableRandom(number);
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        int times = 1 + random.nextInt(random.nextInt(4) == 0 ? 8 : 2);
        for (int i = 0; i < times; i++) {
            bytes = damaged(bytes, random);
        }
        return bytes.length > MOST_BYTES ? Arrays.copyOf(bytes, MOST_BYTES) : bytes;
    }

    private byte[] damaged(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length + 1);
        int rest = bytes.length - at;
        int few = Math.min(rest, 1 + random.nextInt(random.nextBoolean() ? 4 : 64));
        return switch (random.nextInt(10)) {
            case 0 -> changed(bytes, at, (byte) (1 << random.nextInt(8)), true);
            case 1 -> changed(bytes, at, (byte) LENGTHS[random.nextInt(LENGTHS.length)], false);
            case 2 -> changed(bytes, at, (byte) random.nextInt(), false);
            case 3 -> Arrays.copyOf(bytes, at);
            case 4 -> spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + few));
            case 5 -> spliced(bytes, at, few, new byte[0]);
            case 6 -> spliced(bytes, at, random.nextBoolean() ? few : 0, token(random));
            case 7 -> spliced(bytes, at, Math.min(rest, 8), length(random));
            case 8 -> number(bytes, at, random);
            default -> spliced(bytes, at, 0, repeated(bytes, at, few, random));
        };
    }

    private static byte[] changed(byte[] bytes, int at, byte with, boolean flipped) {
        if (at < bytes.length) {
            bytes[at] = flipped ? (byte) (bytes[at] ^ with) : with;
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] inserted) {
        return ByteBuffer.allocate(bytes.length - removed + inserted.length)
                .put(bytes, 0, at)
                .put(inserted)
                .put(bytes, at + removed, bytes.length - at - removed)
                .array();
    }

    private byte[] token(SplittableRandom random) {
        return tokens.isEmpty() ? new byte[1] : tokens.get(random.nextInt(tokens.size()));
    }

    private static byte[] length(SplittableRandom random) {
        long value = LENGTHS[random.nextInt(LENGTHS.length)];
        ByteBuffer buffer =
                ByteBuffer.allocate(8).order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        return switch (random.nextInt(3)) {
            case 0 -> Arrays.copyOf(buffer.putShort((short) value).array(), 2);
            case 1 -> Arrays.copyOf(buffer.putInt((int) value).array(), 4);
            default -> buffer.putLong(value).array();
        };
    }

    /** Replaces the next number in digits. */
    private static byte[] number(byte[] bytes, int from, SplittableRandom random) {
        int start = from;
        while (start < bytes.length && !isDigit(bytes[start])) {
            start++;
        }
        int end = start;
        while (end < bytes.length && isDigit(bytes[end])) {
            end++;
        }
        String number = NUMBERS.get(random.nextInt(NUMBERS.size()));
        return spliced(bytes, start, end - start, number.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }

    private static byte[] repeated(byte[] bytes, int at, int count, SplittableRandom random) {
        byte[] part = Arrays.copyOfRange(bytes, at, at + count);
        int times = 1 + random.nextInt(random.nextInt(8) == 0 ? 500 : 5);
        ByteBuffer all = ByteBuffer.allocate(part.length * times);
        for (int i = 0; i < times; i++) {
            all.put(part);
        }
        return all.array();
    }
}
