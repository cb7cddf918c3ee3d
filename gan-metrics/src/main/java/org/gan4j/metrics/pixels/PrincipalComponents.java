package org.gan4j.metrics.pixels;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * The eigenvectors of a covariance with the largest eigenvalues. Those of a large matrix are found by subspace
 * iteration (<a href="https://arxiv.org/abs/0909.4061">Halko, Martinsson and Tropp 2011</a>, algorithm 4.4): a random
 * basis of twice as many vectors is multiplied by the matrix and made orthogonal again, 12 times, and the matrix is
 * diagonalized within it. The eigenvalues of images fall fast, so these are then exact to about 1e-6.
 */
final class PrincipalComponents {
    /** Up to this size all eigenvectors are computed in a few seconds. */
    private static final int SMALL = 400;

    private static final int ITERATIONS = 12;
    /** The share of the variance that rounding of single precision numbers may be. */
    private static final double NOTHING = 1e-8;

    private PrincipalComponents() {}

    /**
     * Returns at most {@code count} components, those with a variance above 0.
     *
     * @param covariance symmetric, positive semidefinite
     */
    static Projection of(DMatrixRMaj covariance, int count) {
        int size = covariance.numRows;
        if (size <= SMALL || size <= 2 * count) {
            return largest(covariance, null, count, CommonOps_DDRM.trace(covariance));
        }
        DMatrixRMaj basis = new DMatrixRMaj(size, 2 * count);
        Random random = new Random(1);
        for (int i = 0; i < basis.getNumElements(); i++) {
            basis.data[i] = random.nextGaussian();
        }
        DMatrixRMaj product = new DMatrixRMaj(size, 2 * count);
        for (int i = 0; i < ITERATIONS; i++) {
            CommonOps_DDRM.mult(covariance, basis, product);
            basis = orthogonal(product);
        }
        CommonOps_DDRM.mult(covariance, basis, product);
        DMatrixRMaj within = new DMatrixRMaj(2 * count, 2 * count);
        CommonOps_DDRM.multTransA(basis, product, within);
        return largest(within, basis, count, CommonOps_DDRM.trace(covariance));
    }

    private static DMatrixRMaj orthogonal(DMatrixRMaj vectors) {
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(vectors.numRows, vectors.numCols);
        qr.decompose(vectors.copy());
        return qr.getQ(null, true);
    }

    private static Projection largest(DMatrixRMaj symmetric, DMatrixRMaj basis, int count, double trace) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(symmetric.numRows, true, true);
        eigen.decompose(symmetric.copy());
        double[] values = IntStream.range(0, symmetric.numRows)
                .mapToDouble(k -> eigen.getEigenvalue(k).getReal())
                .toArray();
        int[] chosen = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -values[k]))
                .filter(k -> values[k] > NOTHING * trace)
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
        int size = basis == null ? symmetric.numRows : basis.numRows;
        DMatrixRMaj vectors = new DMatrixRMaj(size, chosen.length);
        for (int k = 0; k < chosen.length; k++) {
            DMatrixRMaj vector = eigen.getEigenVector(chosen[k]);
            if (basis != null) {
                DMatrixRMaj whole = new DMatrixRMaj(size, 1);
                CommonOps_DDRM.mult(basis, vector, whole);
                vector = whole;
            }
            double sign = Math.signum(vector.data[largestOf(vector.data, size)]);
            for (int i = 0; i < size; i++) {
                vectors.unsafe_set(i, k, sign * vector.data[i]);
            }
        }
        double[] variances = IntStream.of(chosen).mapToDouble(k -> values[k]).toArray();
        return new Projection(
                vectors,
                variances,
                IntStream.of(chosen).mapToDouble(k -> values[k]).sum() / trace);
    }

    /** Returns the index of the largest absolute number, which a component has above 0, so that its sign is fixed. */
    private static int largestOf(double[] vector, int size) {
        return IntStream.range(0, size)
                .reduce((a, b) -> Math.abs(vector[b]) > Math.abs(vector[a]) ? b : a)
                .orElseThrow();
    }
}
