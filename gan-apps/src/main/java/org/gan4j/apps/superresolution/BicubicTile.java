package org.gan4j.apps.superresolution;

import java.util.Arrays;

/**
 * Bicubic interpolation of a tile by a whole factor, with the kernel of
 * <a href="https://doi.org/10.1109/TASSP.1981.1163711">Keys 1981</a> and a = -0.5, as MATLAB's imresize has it. Only
 * pixels at least 2 away from the tile's edges are exact, which its margin keeps.
 *
 * @param side the side of the tile
 * @param scale the factor
 */
record BicubicTile(int side, int scale) {
    private static final int TAPS = 4;

    /** Returns the enlarged tile, rows of side · scale. */
    float[] enlarge(float[] tile) {
        return acrossTransposed(acrossTransposed(tile));
    }

    /** Enlarges the rows, and returns the columns as rows, so that doing it twice enlarges both. */
    private float[] acrossTransposed(float[] rows) {
        int height = rows.length / side;
        int width = side * scale;
        float[] columns = new float[width * height];
        for (int x = 0; x < width; x++) {
            double center = (x + 0.5) / scale - 0.5;
            int first = (int) Math.floor(center) - 1;
            double[] weights = weights(center - first);
            for (int y = 0; y < height; y++) {
                double sum = 0;
                for (int tap = 0; tap < TAPS; tap++) {
                    sum += weights[tap] * rows[y * side + Math.max(0, Math.min(side - 1, first + tap))];
                }
                columns[x * height + y] = (float) sum;
            }
        }
        return columns;
    }

    /** Returns the weights of four pixels in a row, of which the first is at this distance to the left. */
    private static double[] weights(double distance) {
        double[] weights = new double[TAPS];
        Arrays.setAll(weights, tap -> kernel(Math.abs(distance - tap)));
        return weights;
    }

    private static double kernel(double x) {
        if (x <= 1) {
            return 1.5 * x * x * x - 2.5 * x * x + 1;
        }
        return x < 2 ? -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2 : 0;
    }
}
