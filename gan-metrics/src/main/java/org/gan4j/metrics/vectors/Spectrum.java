package org.gan4j.metrics.vectors;

import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_MT_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The eigenvalues λ and eigenvectors of a positive semidefinite matrix, V Λ Vᵀ. Eigenvalues that are 0 but for rounding
 * are 0.
 */
public final class Spectrum {
    private static final double ROUNDING = 1e-12;

    private final double[] values;
    private final DMatrixRMaj vectors;

    private Spectrum(double[] values, DMatrixRMaj vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * Returns the spectrum of a positive semidefinite matrix.
     *
     * @throws IllegalArgumentException if the decomposition does not converge, as with numbers that are not finite
     */
    public static Spectrum of(DMatrixRMaj symmetric) {
        int size = symmetric.numRows;
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        if (!eigen.decompose(symmetric.copy())) {
            throw new IllegalArgumentException("the eigenvalues of a matrix of size " + size
                    + " do not converge: check that the features are finite and of moderate size");
        }
        double largest = 0;
        for (int k = 0; k < size; k++) {
            largest = Math.max(largest, eigen.getEigenvalue(k).getReal());
        }
        double[] values = new double[size];
        DMatrixRMaj vectors = new DMatrixRMaj(size, size);
        for (int k = 0; k < size; k++) {
            double value = eigen.getEigenvalue(k).getReal();
            values[k] = value > ROUNDING * size * largest ? value : 0;
            DMatrixRMaj vector = eigen.getEigenVector(k);
            for (int i = 0; i < size; i++) {
                vectors.unsafe_set(i, k, vector.data[i]);
            }
        }
        return new Spectrum(values, vectors);
    }

    /** Returns the number of eigenvalues. */
    public int size() {
        return values.length;
    }

    /** Returns an eigenvalue, 0 or more; they are in no particular order. */
    public double value(int k) {
        return values[k];
    }

    /** Returns one number of the eigenvector of value k. */
    public double vector(int k, int index) {
        return vectors.unsafe_get(index, k);
    }

    /** Returns Σ f(λ) over the eigenvalues above 0. */
    public double sum(DoubleUnaryOperator function) {
        double sum = 0;
        for (double value : values) {
            sum += value > 0 ? function.applyAsDouble(value) : 0;
        }
        return sum;
    }

    /** Returns V f(Λ) Vᵀ, where f is 0 for the eigenvalues that are 0. */
    public DMatrixRMaj matrix(DoubleUnaryOperator function) {
        DMatrixRMaj scaled = vectors.copy();
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < values.length; k++) {
                double factor = values[k] > 0 ? function.applyAsDouble(values[k]) : 0;
                scaled.unsafe_set(i, k, scaled.unsafe_get(i, k) * factor);
            }
        }
        DMatrixRMaj product = new DMatrixRMaj(values.length, values.length);
        CommonOps_MT_DDRM.multTransB(scaled, vectors, product);
        return product;
    }
}
