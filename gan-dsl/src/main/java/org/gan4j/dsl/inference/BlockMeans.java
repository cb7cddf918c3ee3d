package org.gan4j.dsl.inference;

import org.ejml.data.DMatrixRMaj;
import org.gan4j.tensor.Shape;

/**
 * Samples as rows of few numbers: images as the means of square blocks of pixels, other samples as they are.
 *
 * @param channels the channels; for other samples their numbers
 * @param height the height; 1 for other samples
 * @param width the width; 1 for other samples
 * @param block the side of a block; what is left at the right and the lower edge is not in any
 */
record BlockMeans(int channels, int height, int width, int block) {
    /**
     * Returns the blocks for samples of a shape.
     *
     * @param most images are divided into blocks if their longer side has twice as many pixels or more
     */
    static BlockMeans of(Shape sample, int most) {
        if (sample.rank() != 3) {
            return new BlockMeans(Math.toIntExact(sample.size()), 1, 1, 1);
        }
        int height = Math.toIntExact(sample.dim(1));
        int width = Math.toIntExact(sample.dim(2));
        int shorter = Math.min(height, width);
        int block = Math.max(1, Math.min(shorter, Math.max(height, width) / most));
        return new BlockMeans(Math.toIntExact(sample.dim(0)), height, width, block);
    }

    /** Returns the numbers of a row. */
    int size() {
        return channels * (height / block) * (width / block);
    }

    /** Returns the rows of samples. */
    DMatrixRMaj of(float[] samples, int rows) {
        DMatrixRMaj means = new DMatrixRMaj(rows, size());
        int at = 0;
        for (int plane = 0; plane < rows * channels; plane++) {
            for (int y = 0; y < height / block; y++) {
                for (int x = 0; x < width / block; x++) {
                    means.data[at++] = mean(samples, plane * height * width, y * block, x * block);
                }
            }
        }
        return means;
    }

    private double mean(float[] samples, int plane, int top, int left) {
        double sum = 0;
        for (int y = top; y < top + block; y++) {
            for (int x = left; x < left + block; x++) {
                sum += samples[plane + y * width + x];
            }
        }
        return sum / (block * block);
    }
}
