package org.gan4j.metrics.images;

/**
 * The comparison of the local structure of two planes, in which black is 0 and white is 2 (<a
 * href="https://doi.org/10.1109/TIP.2003.819861">Wang et al. 2004</a>). With means μ, variances σ² and covariance σ_xy
 * under a Gaussian window of 11×11 (σ = 1.5), at each position where the window fits,
 *
 * <pre>
 * l  = (2 μ_x μ_y + C₁) / (μ_x² + μ_y² + C₁),   C₁ = (0.01 L)²,  L = 2
 * cs = (2 σ_xy + C₂) / (σ_x² + σ_y² + C₂),      C₂ = (0.03 L)²
 * </pre>
 *
 * @param similarity the mean of l · cs, which is SSIM
 * @param contrast the mean of cs, which compares contrast and structure
 */
record LocalStructure(double similarity, double contrast) {
    /** The side of the window, and so of the smallest planes. */
    static final int WINDOW = 11;

    private static final double SIGMA = 1.5;
    private static final double RANGE = 2;
    private static final double C1 = 0.01 * RANGE * 0.01 * RANGE;
    private static final double C2 = 0.03 * RANGE * 0.03 * RANGE;
    private static final double[] WEIGHTS = weights();

    private static double[] weights() {
        double[] weights = new double[WINDOW];
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            double distance = i - WINDOW / 2;
            weights[i] = Math.exp(-distance * distance / (2 * SIGMA * SIGMA));
            sum += weights[i];
        }
        for (int i = 0; i < WINDOW; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** Compares two planes of the same size, row by row: the window is a product of one down and one across. */
    static LocalStructure of(double[] x, double[] y, int height, int width) {
        double[] squares = new double[x.length];
        double[] products = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            squares[i] = x[i] * x[i] + y[i] * y[i];
            products[i] = x[i] * y[i];
        }
        int rows = height - WINDOW + 1;
        int columns = width - WINDOW + 1;
        double[][] planes = {x, y, squares, products};
        double[][] means = new double[planes.length][columns];
        double[] down = new double[width];
        double similarity = 0;
        double contrast = 0;
        for (int row = 0; row < rows; row++) {
            for (int moment = 0; moment < planes.length; moment++) {
                filter(planes[moment], row * width, width, down);
                filter(down, 0, 1, means[moment]);
            }
            for (int i = 0; i < columns; i++) {
                double square = means[0][i] * means[0][i] + means[1][i] * means[1][i];
                double product = means[0][i] * means[1][i];
                double cs = (2 * (means[3][i] - product) + C2) / (means[2][i] - square + C2);
                similarity += (2 * product + C1) / (square + C1) * cs;
                contrast += cs;
            }
        }
        double size = (double) rows * columns;
        return new LocalStructure(similarity / size, contrast / size);
    }

    /**
     * Computes the weighted means of eleven values that are a step apart, for successive starts. The window is symmetric.
     * Written out, this takes a third less time than a loop over the window.
     */
    private static void filter(double[] values, int start, int step, double[] means) {
        double w0 = WEIGHTS[0];
        double w1 = WEIGHTS[1];
        double w2 = WEIGHTS[2];
        double w3 = WEIGHTS[3];
        double w4 = WEIGHTS[4];
        double w5 = WEIGHTS[5];
        for (int i = 0; i < means.length; i++) {
            int at = start + i;
            means[i] = w0 * (values[at] + values[at + 10 * step])
                    + w1 * (values[at + step] + values[at + 9 * step])
                    + w2 * (values[at + 2 * step] + values[at + 8 * step])
                    + w3 * (values[at + 3 * step] + values[at + 7 * step])
                    + w4 * (values[at + 4 * step] + values[at + 6 * step])
                    + w5 * values[at + 5 * step];
        }
    }
}
