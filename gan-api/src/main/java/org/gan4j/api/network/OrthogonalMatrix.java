package org.gan4j.api.network;

import java.util.stream.IntStream;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * The orthogonal matrix nearest to a matrix of normal numbers, which is a random rotation, with all rotations equally
 * likely. It is the polar factor U Vᵀ of X = U Σ Vᵀ, found by the iteration of Newton and Schulz (<a
 * href="https://epubs.siam.org/doi/book/10.1137/1.9780898717778">Higham 2008</a>, section 8.3), which needs products of
 * matrices alone:
 *
 * <pre>
 * X ← 1.5 X − 0.5 X Xᵀ X
 * </pre>
 *
 * It brings singular values between 0 and √3 to 1; small ones first grow by half.
 */
final class OrthogonalMatrix {
    /** The iterations that bring a singular value of 0.5 to 1 in single precision. */
    private static final int LAST = 6;
    /** The least singular values of a random matrix are seldom smaller than expected by more than this factor. */
    private static final double MARGIN = 20;

    private static final double GROWTH = Math.log(1.5);

    private OrthogonalMatrix() {}

    /**
     * Returns an orthogonal matrix of one row per output, or of one orthogonal column per input if these are fewer.
     *
     * @param normal standard normal numbers in the shape of the weight
     * @param outputAxis the axis of the outputs
     */
    static Tensor like(Tensor normal, int outputAxis) {
        Shape shape = normal.shape();
        int[] order = IntStream.concat(
                        IntStream.of(outputAxis),
                        IntStream.range(0, shape.rank()).filter(axis -> axis != outputAxis))
                .toArray();
        Tensor ordered = normal.permute(order);
        Tensor rows = ordered.reshape(shape.dim(outputAxis), -1);
        boolean tall = rows.shape().dim(0) > rows.shape().dim(1);
        Tensor wide = polar(tall ? rows.transpose() : rows);
        Tensor flat = tall ? wide.transpose() : wide;
        int[] back = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            back[order[i]] = i;
        }
        return flat.reshape(ordered.shape().dims()).permute(back);
    }

    /** Returns the polar factor of a matrix of normal numbers with at most as many rows as columns. */
    private static Tensor polar(Tensor normal) {
        double rows = normal.shape().dim(0);
        double columns = normal.shape().dim(1);
        double largest = Math.sqrt(rows) + Math.sqrt(columns);
        double least = (Math.sqrt(columns) - Math.sqrt(rows - 1)) / largest / MARGIN;
        int iterations = LAST + (int) Math.ceil(Math.max(0, Math.log(0.5 / least) / GROWTH));
        Tensor x = normal.div(largest);
        for (int i = 0; i < iterations; i++) {
            x = x.mul(1.5).sub(x.matmul(x, false, true).matmul(x).mul(0.5));
        }
        return x;
    }
}
