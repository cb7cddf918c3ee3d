package org.gan4j.metrics.vectors;

import org.ejml.data.DMatrixRMaj;
import org.gan4j.tensor.TensorData;

/**
 * The mean and the covariance of vectors, from parts of them: memory is bounded for any number of vectors, and no
 * precision is lost if the mean is large (<a href="https://doi.org/10.1080/00031305.1983.10483115">Chan, Golub and
 * LeVeque 1983</a>).
 */
public final class Moments {
    private static final int PART = 1024;

    private final double[] mean;
    private final double[] scatter;
    private long count;

    /** Creates the moments of no vectors of a width. */
    public Moments(int width) {
        this.mean = new double[width];
        this.scatter = new double[Math.multiplyExact(width, width)];
    }

    /** Returns the moments of the rows of a matrix of finite numbers. */
    public static Moments of(TensorData rows) {
        Moments moments = new Moments(rows.shape().dim(1));
        int count = rows.shape().dim(0);
        for (int from = 0; from < count; from += PART) {
            moments.add(rows.rows(from, Math.min(count, from + PART)));
        }
        return moments;
    }

    /** Adds the rows of a matrix [n,width] of finite numbers. */
    public void add(TensorData rows) {
        int added = rows.shape().dim(0);
        int width = mean.length;
        if (added == 0) {
            return;
        }
        double[] values = rows.toDoubles();
        double[] own = new double[width];
        for (int i = 0; i < values.length; i++) {
            own[i % width] += values[i] / added;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= own[i % width];
        }
        double both = count + added;
        double between = count * added / both;
        Vectors columns = Vectors.ofColumns(values, added, width);
        Pairs.products(columns, columns, (f, products) -> {
            for (int g = 0; g < width; g++) {
                scatter[f * width + g] += products[g] + between * (own[f] - mean[f]) * (own[g] - mean[g]);
            }
        });
        for (int f = 0; f < width; f++) {
            mean[f] += (own[f] - mean[f]) * added / both;
        }
        count += added;
    }

    /** Returns the number of vectors. */
    public long count() {
        return count;
    }

    /** Returns a copy of the mean. */
    public double[] mean() {
        return mean.clone();
    }

    /** Returns the covariance, with the denominator n − 1. */
    public DMatrixRMaj covariance() {
        DMatrixRMaj covariance = new DMatrixRMaj(mean.length, mean.length);
        for (int i = 0; i < scatter.length; i++) {
            covariance.data[i] = scatter[i] / (count - 1);
        }
        return covariance;
    }
}
