package org.gan4j.data.toy;

import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;

/**
 * Points in the plane from equal Gaussians whose means form a square grid around 0, on which the modes that a GAN
 * covers are counted. The defaults, 25 modes from -4 to 4, are those of <a
 * href="https://arxiv.org/abs/1712.04086">Lin et al. 2018</a>. {@code image} is FLOAT [2].
 *
 * @param side the number of modes per side; 5 by default
 * @param spacing the distance of neighboring means, above 0; 2 by default
 * @param deviation the standard deviation of each coordinate; 0.05 by default
 * @param samples the number of points; 100,000 by default
 * @param seed the seed that draws the points; 1 by default
 */
public record GaussianGrid(int side, double spacing, double deviation, int samples, long seed) implements DataSource {
    private static final int MOST = 1000;

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if there is no mode or sample, there are more than 1,000 modes per side, the spacing is not above 0, or the deviation is
     *     below 0
     */
    public GaussianGrid {
        Gaussians.require("gaussian-grid", side, spacing, deviation, samples);
        if (side > MOST) {
            throw new IllegalArgumentException(
                    "the data gaussian-grid have at most " + MOST + " modes per side, not " + side);
        }
    }

    /** Returns the 25 modes of the papers. */
    public static GaussianGrid standard() {
        return new GaussianGrid(5, 2, 0.05, 100_000, 1);
    }

    @Override
    public String name() {
        return "gaussian-grid";
    }

    @Override
    public String summary() {
        return "points from 25 Gaussians on a grid in the plane";
    }

    @Override
    public Dataset open() {
        double[][] centers = new double[side * side][];
        for (int i = 0; i < centers.length; i++) {
            centers[i] = new double[] {at(i / side), at(i % side)};
        }
        return Gaussians.draw(centers, deviation, samples, seed);
    }

    private double at(int index) {
        return (index - (side - 1) / 2.0) * spacing;
    }
}
