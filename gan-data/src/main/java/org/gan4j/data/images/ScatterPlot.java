package org.gan4j.data.images;

import java.awt.image.BufferedImage;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Draws points of the plane, [N,2]: those of the data in gray, and samples over them in color. The plot shows the square
 * around the data with a margin of a tenth; samples outside of it are not drawn. x grows to the right and y upwards, with
 * one scale. Needs no display, and equal points give equal images.
 */
public final class ScatterPlot {
    private static final int SIZE = 480;
    private static final double MARGIN = 0.1;
    private static final int RADIUS = 2;
    private static final int WHITE = 0xFFFFFF;
    private static final int FRAME = 0x808080;
    private static final int DATA = 0xC0C0C0;
    private static final int SAMPLES = 0xD55E00;

    private final BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    private final double left;
    private final double bottom;
    private final double span;

    private ScatterPlot(TensorData data) {
        double[] x = range(data, 0);
        double[] y = range(data, 1);
        double extent = Math.max(x[1] - x[0], y[1] - y[0]);
        this.span = (extent == 0 ? 1 : extent) * (1 + 2 * MARGIN);
        this.left = (x[0] + x[1] - span) / 2;
        this.bottom = (y[0] + y[1] - span) / 2;
    }

    /**
     * Returns the plot.
     *
     * @throws IllegalArgumentException if one of the arrays is not [N,2], or there are no data
     */
    public static BufferedImage of(TensorData data, TensorData samples) {
        require("data", data);
        require("samples", samples);
        if (data.shape().dim(0) == 0) {
            throw new IllegalArgumentException("a scatter plot needs at least one point of the data");
        }
        ScatterPlot plot = new ScatterPlot(data);
        plot.background();
        plot.points(data, DATA);
        plot.points(samples, SAMPLES);
        return plot.image;
    }

    private static void require(String what, TensorData points) {
        Shape shape = points.shape();
        if (shape.rank() != 2 || shape.dim(1) != 2) {
            throw new IllegalArgumentException(
                    "a scatter plot shows points [N,2], and the shape of the " + what + " is " + shape);
        }
    }

    private static double[] range(TensorData points, int axis) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < points.shape().dim(0); i++) {
            double value = points.get(2 * i + axis);
            range[0] = Math.min(range[0], value);
            range[1] = Math.max(range[1], value);
        }
        return range;
    }

    private void background() {
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                boolean frame = i == 0 || j == 0 || i == SIZE - 1 || j == SIZE - 1;
                image.setRGB(i, j, frame ? FRAME : WHITE);
            }
        }
    }

    private void points(TensorData points, int color) {
        for (int i = 0; i < points.shape().dim(0); i++) {
            double x = (points.get(2 * i) - left) / span * (SIZE - 1);
            double y = (points.get(2 * i + 1) - bottom) / span * (SIZE - 1);
            if (x >= 0 && x <= SIZE - 1 && y >= 0 && y <= SIZE - 1) { // false for NaN
                dot((int) Math.round(x), SIZE - 1 - (int) Math.round(y), color);
            }
        }
    }

    private void dot(int x, int y, int color) {
        for (int i = -RADIUS; i <= RADIUS; i++) {
            for (int j = -RADIUS; j <= RADIUS; j++) {
                boolean inside = x + i > 0 && x + i < SIZE - 1 && y + j > 0 && y + j < SIZE - 1;
                if (inside && i * i + j * j <= RADIUS * RADIUS) {
                    image.setRGB(x + i, y + j, color);
                }
            }
        }
    }
}
