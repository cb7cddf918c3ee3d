package org.gan4j.export.onnx;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.tensor.TensorData;

/**
 * An interpolation that makes an axis a whole number of times as long: each element adds the same kernel to the result.
 * A network has it as a matrix [to, from], whose size depends on that of the image; so it is found again in the matrices of
 * several traces.
 *
 * @param factor how many times as long the axis becomes
 * @param kernel what one element adds
 * @param lowest the place of the kernel's first number, from {@code factor} times the place of the element
 * @param border what stands beyond the ends of the axis
 */
record Enlarging(int factor, float[] kernel, int lowest, Border border) {
    private static final double ROUNDING = 1e-6;

    /** Returns the number of elements beyond each end whose kernels reach the result. */
    int beyond() {
        int reach = Math.max(lowest + kernel.length, factor - lowest);
        return (reach + factor - 1) / factor;
    }

    /** Returns the interpolation that these matrices make. */
    static Optional<Enlarging> of(List<TensorData> matrices) {
        TensorData widest = matrices.get(0);
        for (TensorData matrix : matrices) {
            if (matrix.shape().rank() != 2
                    || matrix.shape().dim(0) % matrix.shape().dim(1) != 0) {
                return Optional.empty();
            }
            widest = matrix.shape().size() > widest.shape().size() ? matrix : widest;
        }
        int from = widest.shape().dim(1);
        int factor = widest.shape().dim(0) / from;
        int middle = from / 2;
        TensorData matrix = widest;
        int[] rows = IntStream.range(0, widest.shape().dim(0))
                .filter(row -> matrix.get(row * from + middle) != 0)
                .toArray();
        if (rows.length == 0) {
            return Optional.empty();
        }
        int first = rows[0];
        float[] kernel = new float[rows[rows.length - 1] - first + 1];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) matrix.get((first + i) * from + middle);
        }
        for (Border border : Border.values()) {
            Enlarging found = new Enlarging(factor, kernel, first - factor * middle, border);
            if (matrices.stream().allMatch(found::makes)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private boolean makes(TensorData matrix) {
        int from = matrix.shape().dim(1);
        int to = matrix.shape().dim(0);
        if (to != factor * from || from < beyond() + 1) {
            return false;
        }
        double[] made = new double[to * from];
        for (int q = -beyond(); q < from + beyond(); q++) {
            int column = border.place(q, from);
            for (int i = 0; i < kernel.length && column >= 0; i++) {
                int row = factor * q + lowest + i;
                if (row >= 0 && row < to) {
                    made[row * from + column] += kernel[i];
                }
            }
        }
        return IntStream.range(0, made.length).allMatch(i -> Math.abs(made[i] - matrix.get(i)) < ROUNDING);
    }
}
