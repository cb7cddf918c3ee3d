package org.gan4j.tensor;

import java.nio.charset.StandardCharsets;

/**
 * Counter-based random numbers, Philox 4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011,
 * <a href="https://doi.org/10.1145/2063384.2063405">doi:10.1145/2063384.2063405</a>). Number {@code i} of a stream is
 * a pure function of the key and {@code i}, so engines may compute any part in any order.
 */
public final class Philox {
    private static final double TWO_POW_MINUS_24 = 0x1p-24;
    private static final int LANES = 4;
    private static final int UNIFORM = 0;
    private static final int NORMAL = 1;

    private final int key0;
    private final int key1;
    private final int step;

    /** Creates the stream of a seed, a path and a step. */
    public Philox(long seed, String path, int step) {
        long key = mix(seed ^ mix(hash(path)));
        this.key0 = (int) key;
        this.key1 = (int) (key >>> 32);
        this.step = step;
    }

    /** Computes one block of four 32-bit words, as in the known-answer vectors of the paper. */
    public static int[] block(int c0, int c1, int c2, int c3, int key0, int key1) {
        int k0 = key0;
        int k1 = key1;
        for (int i = 0; i < 10; i++) {
            long product0 = 0xD2511F53L * (c0 & 0xFFFFFFFFL);
            long product1 = 0xCD9E8D57L * (c2 & 0xFFFFFFFFL);
            c0 = (int) (product1 >>> 32) ^ c1 ^ k0;
            c1 = (int) product1;
            c2 = (int) (product0 >>> 32) ^ c3 ^ k1;
            c3 = (int) product0;
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }
        return new int[] {c0, c1, c2, c3};
    }

    /** Fills {@code to} with uniforms on [0, 1), starting with number {@code from} of the stream. */
    public void uniforms(int from, float[] to, int length) {
        int[] words = null;
        for (int i = 0; i < length; i++) {
            int index = from + i;
            if (words == null || index % LANES == 0) {
                words = words(index / LANES, UNIFORM);
            }
            to[i] = (float) uniform(words[index % LANES]);
        }
    }

    /** Fills {@code to} with standard normals (Box and Muller), starting with number {@code from} of the stream. */
    public void normals(int from, float[] to, int length) {
        double[] four = null;
        for (int i = 0; i < length; i++) {
            int index = from + i;
            if (four == null || index % LANES == 0) {
                four = fourNormals(words(index / LANES, NORMAL));
            }
            to[i] = (float) four[index % LANES];
        }
    }

    private int[] words(int block, int distribution) {
        return block(block, distribution, step, 0, key0, key1);
    }

    /** 24 bits, so that the number is the same as a float and as a double. */
    private static double uniform(int word) {
        return (word >>> 8) * TWO_POW_MINUS_24;
    }

    /** StrictMath, so that every JVM gives the same bits. */
    private static double[] fourNormals(int[] words) {
        double[] normals = new double[LANES];
        for (int i = 0; i < LANES; i += 2) {
            // (0, 1]: 32 bits give tails up to 6.7 standard deviations
            double u = ((words[i] & 0xFFFFFFFFL) + 1) * 0x1p-32;
            double radius = Math.sqrt(-2 * StrictMath.log(u));
            double angle = 2 * Math.PI * (words[i + 1] & 0xFFFFFFFFL) * 0x1p-32;
            normals[i] = radius * StrictMath.cos(angle);
            normals[i + 1] = radius * StrictMath.sin(angle);
        }
        return normals;
    }

    /** FNV-1a, 64 bits. */
    private static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
        }
        return hash;
    }

    /** SplitMix64's finalizer. */
    private static long mix(long z) {
        z += 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
