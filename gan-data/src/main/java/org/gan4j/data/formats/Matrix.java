package org.gan4j.data.formats;

/** Matrices of 3×3 numbers, row by row. */
final class Matrix {
    private static final int SIDE = 3;

    private Matrix() {}

    static double[] product(double[] left, double... right) {
        double[] product = new double[SIDE * SIDE];
        for (int i = 0; i < product.length; i++) {
            for (int k = 0; k < SIDE; k++) {
                product[i] += left[i / SIDE * SIDE + k] * right[k * SIDE + i % SIDE];
            }
        }
        return product;
    }

    static double[] times(double[] matrix, double... vector) {
        double[] product = new double[SIDE];
        for (int i = 0; i < matrix.length; i++) {
            product[i / SIDE] += matrix[i] * vector[i % SIDE];
        }
        return product;
    }

    /** Returns the inverse, which is infinite or not a number if there is none. */
    static double[] inverse(double... m) {
        double[] inverse = new double[SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int a = (column + 1) % SIDE * SIDE;
                int b = (column + 2) % SIDE * SIDE;
                int c = (row + 1) % SIDE;
                int d = (row + 2) % SIDE;
                inverse[row * SIDE + column] = m[a + c] * m[b + d] - m[a + d] * m[b + c];
            }
        }
        double determinant = m[0] * inverse[0] + m[1] * inverse[SIDE] + m[2] * inverse[2 * SIDE];
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] /= determinant;
        }
        return inverse;
    }
}
