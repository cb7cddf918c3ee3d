package org.gan4j.dsl.inference;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.latents.NormalLatents;
import org.gan4j.tensor.Philox;

/**
 * Latents that depend on the seed only; those of sample i do not depend on how many are drawn.
 *
 * @param space their number per sample, and their distribution
 * @param seed the seed of the random numbers
 * @param truncation the largest absolute value of normal latents; empty for no limit
 */
public record Latents(LatentSpace space, long seed, OptionalDouble truncation) {
    /**
     * Validates the truncation.
     *
     * @throws IllegalArgumentException if there is one, and the latents are not normal
     */
    public Latents {
        if (truncation.isPresent() && !(space.distribution() instanceof NormalLatents)) {
            throw new IllegalArgumentException("truncation applies to normal latents; this GAN's are "
                    + space.distribution().name() + ": leave it out");
        }
    }

    static final String STREAM = "latents";

    /** Returns the latents of {@code count} samples, beginning with sample {@code from}: one row per sample. */
    public float[] rows(int from, int count) {
        float[] latents = space.rows(seed, from, count);
        int offset = Math.multiplyExact(from, space.size());
        truncation.ifPresent(most -> redraw(latents, offset, most));
        return latents;
    }

    /** Draws each number outside the limit again until it lies inside; the others do not change. */
    private void redraw(float[] latents, int offset, double most) {
        int[] outside = outside(latents, IntStream.range(0, latents.length), most);
        float[] other = new float[1];
        for (int attempt = 1; outside.length > 0; attempt++) {
            Philox random = new Philox(seed, STREAM, attempt);
            for (int i : outside) {
                random.normals(offset + i, other, 1);
                latents[i] = other[0];
            }
            outside = outside(latents, IntStream.of(outside), most);
        }
    }

    private static int[] outside(float[] latents, IntStream indices, double most) {
        return indices.filter(i -> Math.abs(latents[i]) > most).toArray();
    }

    /**
     * Returns interpolations: row i leads from sample 2i to sample 2i + 1 and has {@code across} points, ends included.
     */
    public float[] interpolations(int rows, int across) {
        float[] ends = rows(0, Math.multiplyExact(rows, 2));
        int size = space.size();
        float[] all = new float[Math.multiplyExact(Math.multiplyExact(rows, across), size)];
        for (int row = 0; row < rows; row++) {
            int at = 2 * row * size;
            LatentLine line = LatentLine.between(
                    space, Arrays.copyOfRange(ends, at, at + size), Arrays.copyOfRange(ends, at + size, at + 2 * size));
            for (int step = 0; step < across; step++) {
                System.arraycopy(line.at(step / (across - 1.0)), 0, all, (row * across + step) * size, size);
            }
        }
        return all;
    }
}
