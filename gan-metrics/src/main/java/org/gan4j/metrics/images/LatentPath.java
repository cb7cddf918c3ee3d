package org.gan4j.metrics.images;

/**
 * The path between two latents z₁ and z₂, in double precision. For latents around a sphere it is a part of a great
 * circle (<a href="https://arxiv.org/abs/1609.04468">White 2016</a>), with the angle ω between them; for others it is
 * straight.
 *
 * <pre>
 * spherical: z(t) = (sin((1 − t) ω) z₁ + sin(t ω) z₂) / sin ω
 * straight:  z(t) = (1 − t) z₁ + t z₂
 * </pre>
 */
final class LatentPath {
    private static final double PARALLEL = 1e-6;

    private final float[] latents;
    private final int first;
    private final int second;
    private final int size;
    private final double angle;

    /**
     * Creates a path between two rows of latents.
     *
     * @param latents the rows, one after the other
     * @param first the index of the row z₁
     * @param second the index of the row z₂
     * @param size the length of a row
     * @param spherical whether the latents lie around a sphere
     */
    LatentPath(float[] latents, int first, int second, int size, boolean spherical) {
        this.latents = latents;
        this.first = first * size;
        this.second = second * size;
        this.size = size;
        double angle = spherical ? angle() : 0;
        this.angle = StrictMath.sin(angle) < PARALLEL ? 0 : angle;
    }

    private double angle() {
        double product = 0;
        double ofFirst = 0;
        double ofSecond = 0;
        for (int k = 0; k < size; k++) {
            double a = latents[first + k];
            double b = latents[second + k];
            product += a * b;
            ofFirst += a * a;
            ofSecond += b * b;
        }
        return StrictMath.acos(Math.max(-1, Math.min(1, product / Math.sqrt(ofFirst * ofSecond))));
    }

    /** Writes z(t) into an array. */
    void write(double t, float[] to, int from) {
        double a = angle == 0 ? 1 - t : StrictMath.sin((1 - t) * angle) / StrictMath.sin(angle);
        double b = angle == 0 ? t : StrictMath.sin(t * angle) / StrictMath.sin(angle);
        for (int k = 0; k < size; k++) {
            to[from + k] = (float) (a * latents[first + k] + b * latents[second + k]);
        }
    }
}
