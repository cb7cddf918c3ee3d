package org.gan4j.data.digits;

import java.awt.geom.AffineTransform;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/**
 * A sheet of dots, 4×4 a pixel, on which a round pen draws. Java2D's geometry flattens the curves; which dots the pen
 * covers is decided here, since renderers differ between releases of Java.
 */
final class InkDots {
    private static final int PER_PIXEL = 4;
    private static final float HALF_THE_INK = PER_PIXEL * PER_PIXEL / 2f;
    private static final double FLATNESS = 1e-3;

    private final int pixels;
    private final int side;
    private final double radius;
    private final boolean[] ink;

    /**
     * Creates an empty sheet, the unit square.
     *
     * @param pixels the pixels a side
     * @param pen the width of the pen, a share of the side
     */
    InkDots(int pixels, double pen) {
        this.pixels = pixels;
        this.side = pixels * PER_PIXEL;
        this.radius = pen / 2;
        this.ink = new boolean[side * side];
    }

    /** Draws lines and curves. */
    void draw(Path2D strokes, AffineTransform placed) {
        PathIterator lines = new FlatteningPathIterator(strokes.getPathIterator(placed), FLATNESS);
        double[] to = new double[6];
        double x = 0;
        double y = 0;
        for (; !lines.isDone(); lines.next()) {
            if (lines.currentSegment(to) == PathIterator.SEG_LINETO) {
                line(new Line2D.Double(x, y, to[0], to[1]));
            }
            x = to[0];
            y = to[1];
        }
    }

    private void line(Line2D line) {
        int left = dot(Math.min(line.getX1(), line.getX2()) - radius);
        int right = dot(Math.max(line.getX1(), line.getX2()) + radius);
        int top = dot(Math.min(line.getY1(), line.getY2()) - radius);
        int bottom = dot(Math.max(line.getY1(), line.getY2()) + radius);
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double distance = line.ptSegDistSq((column + 0.5) / side, (row + 0.5) / side);
                ink[row * side + column] |= distance <= radius * radius;
            }
        }
    }

    /** Returns the row or column of dots at a place, at most to the edge of the sheet. */
    private int dot(double at) {
        return (int) Math.max(0, Math.min(side - 1, Math.floor(at * side)));
    }

    /** Writes the image, row by row: the share of ink in each pixel, from -1 to 1. */
    void read(float[] to, int start) {
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                to[start + y / PER_PIXEL * pixels + x / PER_PIXEL] += ink[y * side + x] ? 1 : 0;
            }
        }
        for (int i = start; i < start + pixels * pixels; i++) {
            to[i] = to[i] / HALF_THE_INK - 1;
        }
    }
}
