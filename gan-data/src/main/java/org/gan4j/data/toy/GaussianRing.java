package org.gan4j.data.toy;

import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;

/**
 * Points in the plane from equal Gaussians whose means lie on a circle around 0, on which the modes that a GAN covers
 * are counted. The defaults are those of <a href="https://arxiv.org/abs/1705.07761">Srivastava et al. 2017</a>. {@code
 * image} is FLOAT [2].
 *
 * @param modes the number of modes; 8 by default
 * @param radius the radius of the circle, above 0; 1 by default
 * @param deviation the standard deviation of each coordinate; 0.01 by default
 * @param samples the number of points; 100,000 by default
 * @param seed the seed that draws the points; 1 by default
 */
public record GaussianRing(int modes, double radius, double deviation, int samples, long seed) implements DataSource {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if there is no mode or sample, the radius is not above 0, or the deviation is
     *     below 0
     */
    public GaussianRing {
        Gaussians.require("gaussian-ring", modes, radius, deviation, samples);
    }

    /** Returns the 8 modes of the paper. */
    public static GaussianRing standard() {
        return new GaussianRing(8, 1, 0.01, 100_000, 1);
    }

    @Override
    public String name() {
        return "gaussian-ring";
    }

    @Override
    public String summary() {
        return "points from 8 Gaussians on a circle in the plane";
    }

    @Override
    public Dataset open() {
        double[][] centers = new double[modes][];
        for (int i = 0; i < modes; i++) {
            double angle = 2 * Math.PI * i / modes;
            centers[i] = new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
        }
        return Gaussians.draw(centers, deviation, samples, seed);
    }
}
