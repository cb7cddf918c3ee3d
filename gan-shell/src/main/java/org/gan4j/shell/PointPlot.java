package org.gan4j.shell;

import java.util.Arrays;
import java.util.Locale;
import org.gan4j.tensor.TensorData;

/** Points of the plane, [N,2], as text: each character shows how many points lie in its cell. */
final class PointPlot {
    private static final String DENSITIES = " .:*#";
    private static final int WIDEST = 61;
    private static final int MARGIN = 4;

    private PointPlot() {}

    static String of(TensorData points, int terminalWidth) {
        int count = points.shape().dim(0);
        double[] x = range(points, 0);
        double[] y = range(points, 1);
        if (x[0] > x[1] || y[0] > y[1]) {
            return "no point is finite\n";
        }
        int width = Math.min(WIDEST, terminalWidth - MARGIN);
        int height = (width + 1) / 2; // a character is about twice as high as wide
        double span = Math.max(Math.max(x[1] - x[0], y[1] - y[0]), Double.MIN_NORMAL);
        double left = (x[0] + x[1] - span) / 2;
        double bottom = (y[0] + y[1] - span) / 2;
        int[][] cells = new int[height][width];
        int outside = 0;
        for (int i = 0; i < count; i++) {
            double right = (points.get(2 * i) - left) / span;
            double up = (points.get(2 * i + 1) - bottom) / span;
            if (Double.isFinite(right) && Double.isFinite(up)) {
                cells[height - 1 - cell(up, height)][cell(right, width)]++;
            } else {
                outside++;
            }
        }
        return frame(cells)
                + String.format(
                        Locale.ROOT,
                        "%d points, x from %.3g to %.3g, y from %.3g to %.3g%s%n",
                        count,
                        x[0],
                        x[1],
                        y[0],
                        y[1],
                        outside == 0 ? "" : ", " + outside + " not finite");
    }

    private static int cell(double share, int cells) {
        return (int) Math.max(0, Math.min(cells - 1, Math.floor(share * cells)));
    }

    private static double[] range(TensorData points, int axis) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < points.shape().dim(0); i++) {
            double value = points.get(2 * i + axis);
            if (Double.isFinite(value)) {
                range[0] = Math.min(range[0], value);
                range[1] = Math.max(range[1], value);
            }
        }
        return range;
    }

    private static String frame(int[][] cells) {
        int most = Arrays.stream(cells).flatMapToInt(Arrays::stream).max().orElse(0);
        String edge = "+" + "-".repeat(cells[0].length) + "+\n";
        StringBuilder text = new StringBuilder(edge);
        for (int[] row : cells) {
            text.append('|');
            for (int points : row) {
                text.append(density(points, most));
            }
            text.append("|\n");
        }
        return text.append(edge).toString();
    }

    /** Returns the character of a number of points: a single one is a dot, and the scale is logarithmic. */
    private static char density(int points, int most) {
        if (points <= 1) {
            return DENSITIES.charAt(points);
        }
        double share = Math.log(points) / Math.log(most);
        return DENSITIES.charAt(2 + (int) Math.min(DENSITIES.length() - 3, share * (DENSITIES.length() - 2)));
    }
}
