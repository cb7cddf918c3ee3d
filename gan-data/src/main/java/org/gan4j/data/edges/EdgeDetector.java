package org.gan4j.data.edges;

import java.util.Arrays;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** The lines of {@link Edges} for images of one size. */
record EdgeDetector(int height, int width, double threshold) {
    private static final int LEVELS = 255;
    /** Sobel's kernels multiply a step by this. */
    private static final int GAIN = 4;
    /** The tangent of 22.5°, between the directions of two neighbors. */
    private static final double STEEP = Math.sqrt(2) - 1;

    /** Returns [N,1,H,W] of images [N,C,H,W]. */
    TensorData edges(TensorData images) {
        int count = images.shape().dim(0);
        int size = height * width;
        float[] values = images.toFloats();
        float[] lines = new float[count * size];
        Arrays.fill(lines, 1);
        int channels = images.shape().dim(1);
        for (int i = 0; i < count; i++) {
            draw(luma(values, i * channels * size, channels), lines, i * size);
        }
        return TensorData.of(lines, Shape.of(count, 1, height, width));
    }

    private byte[] luma(float[] values, int from, int channels) {
        byte[] levels = new byte[channels * height * width];
        for (int i = 0; i < levels.length; i++) {
            double value = Math.max(-1, Math.min(1, values[from + i]));
            levels[i] = (byte) Math.round((value + 1) * LEVELS / 2);
        }
        return new PixelImage(channels, height, width, levels).gray().levels();
    }

    private void draw(byte[] luma, float[] to, int from) {
        int[] across = new int[height * width];
        int[] down = new int[height * width];
        int[] squares = new int[height * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                across[at] = weighted(luma, y - 1, x + 1, 1, 0) - weighted(luma, y - 1, x - 1, 1, 0);
                down[at] = weighted(luma, y + 1, x - 1, 0, 1) - weighted(luma, y - 1, x - 1, 0, 1);
                squares[at] = across[at] * across[at] + down[at] * down[at];
            }
        }
        double least = Math.pow(threshold * GAIN * LEVELS, 2);
        for (int at = 0; at < squares.length; at++) {
            if (squares[at] >= least && isMaximum(squares, at, across[at], down[at])) {
                to[from + at] = -1;
            }
        }
    }

    /** Returns the sum of three levels in a row or column, of which the middle one counts twice. */
    private int weighted(byte[] luma, int y, int x, int stepDown, int stepAcross) {
        return level(luma, y, x)
                + 2 * level(luma, y + stepDown, x + stepAcross)
                + level(luma, y + 2 * stepDown, x + 2 * stepAcross);
    }

    private int level(byte[] luma, int y, int x) {
        int row = Math.max(0, Math.min(height - 1, y));
        int column = Math.max(0, Math.min(width - 1, x));
        return Byte.toUnsignedInt(luma[row * width + column]);
    }

    private boolean isMaximum(int[] squares, int at, int across, int down) {
        int stepAcross = 1;
        int stepDown = 1;
        if (Math.abs(down) <= STEEP * Math.abs(across)) {
            stepDown = 0;
        } else if (Math.abs(across) <= STEEP * Math.abs(down)) {
            stepAcross = 0;
        } else if ((across > 0) != (down > 0)) {
            stepAcross = -1;
        }
        int y = at / width;
        int x = at % width;
        return squares[at] > square(squares, y - stepDown, x - stepAcross)
                && squares[at] >= square(squares, y + stepDown, x + stepAcross);
    }

    /** Returns the square of m, or 0 outside the image. */
    private int square(int[] squares, int y, int x) {
        return y < 0 || y >= height || x < 0 || x >= width ? 0 : squares[y * width + x];
    }
}
