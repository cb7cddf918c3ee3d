package org.gan4j.dsl.inference;

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
        float[] all = new float[Math.multiplyExact(Math.multiplyExact(rows, across), space.size())];
        for (int row = 0; row < rows; row++) {
            for (int step = 0; step < across; step++) {
                double t = step / (across - 1.0);
                between(ends, 2 * row * space.size(), t, all, (row * across + step) * space.size());
            }
        }
        return all;
    }

    /**
     * Interpolates on the great circle: (sin((1−t)ω) a + sin(tω) b) / sin ω, with ω the angle between a and b; on a
     * straight line if the distribution is not spherical.
     */
    private void between(float[] ends, int from, double t, float[] to, int at) {
        int length = space.size();
        double angle = angle(ends, from);
        double sine = StrictMath.sin(angle);
        boolean parallel = sine < 1e-6 || !space.distribution().isSpherical(); // the circle is a line, or any
        double first = parallel ? 1 - t : StrictMath.sin((1 - t) * angle) / sine;
        double last = parallel ? t : StrictMath.sin(t * angle) / sine;
        for (int i = 0; i < length; i++) {
            to[at + i] = (float) (first * ends[from + i] + last * ends[from + length + i]);
        }
    }

    private double angle(float[] ends, int from) {
        double dot = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = from; i < from + space.size(); i++) {
            double a = ends[i];
            double b = ends[i + space.size()];
            dot += a * b;
            squareA += a * a;
            squareB += b * b;
        }
        return StrictMath.acos(Math.max(-1, Math.min(1, dot / Math.sqrt(squareA * squareB))));
    }
}
