package org.gan4j.dsl.inference;

import org.gan4j.api.latents.LatentSpace;

/**
 * The way from the latents of one sample to those of another. Latents of a spherical distribution are led along the great
 * circle, (sin((1−t)ω) a + sin(tω) b) / sin ω with ω the angle between a and b
 * (<a href="https://arxiv.org/abs/1609.04468">White 2016</a>), since those on a straight line would be too short; others
 * along the straight line.
 */
public final class LatentLine {
    private final float[] from;
    private final float[] to;
    private final double angle;
    private final double sine;
    private final boolean straight;

    private LatentLine(float[] from, float[] to, boolean spherical) {
        this.from = from.clone();
        this.to = to.clone();
        this.angle = angle(from, to);
        this.sine = StrictMath.sin(angle);
        this.straight = sine < 1e-6 || !spherical; // the circle is a line, or any
    }

    /**
     * Returns the way from some latents to others.
     *
     * @throws IllegalArgumentException if they are not as many as the space has
     */
    public static LatentLine between(LatentSpace space, float[] from, float[] to) {
        if (from.length != space.size() || to.length != space.size()) {
            throw new IllegalArgumentException("latents of " + from.length + " and " + to.length
                    + " numbers are not of a space of " + space.size() + ": give one row of it each");
        }
        return new LatentLine(from, to, space.distribution().isSpherical());
    }

    /** Returns the latents at a place from 0, the beginning, to 1, the end. */
    public float[] at(double t) {
        double first = straight ? 1 - t : StrictMath.sin((1 - t) * angle) / sine;
        double last = straight ? t : StrictMath.sin(t * angle) / sine;
        float[] between = new float[from.length];
        for (int i = 0; i < between.length; i++) {
            between[i] = (float) (first * from[i] + last * to[i]);
        }
        return between;
    }

    private static double angle(float[] from, float[] to) {
        double dot = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < from.length; i++) {
            double a = from[i];
            double b = to[i];
            dot += a * b;
            squareA += a * a;
            squareB += b * b;
        }
        return StrictMath.acos(Math.max(-1, Math.min(1, dot / Math.sqrt(squareA * squareB))));
    }
}
