package org.gan4j.metrics.pixels;

import org.ejml.data.DMatrixRMaj;

/**
 * Principal components of samples.
 *
 * @param vectors the directions, one per column, [D,k], by decreasing variance
 * @param variances the variance of the samples along each
 * @param share the share of the samples' variance that these are
 */
record Projection(DMatrixRMaj vectors, double[] variances, double share) {
    /** Returns the directions as single precision numbers, [D,k] row by row, each divided by a divisor. */
    float[] directions(double... divisors) {
        float[] directions = new float[vectors.getNumElements()];
        for (int i = 0; i < directions.length; i++) {
            directions[i] = (float) (vectors.data[i] / divisors[i % vectors.numCols]);
        }
        return directions;
    }
}
