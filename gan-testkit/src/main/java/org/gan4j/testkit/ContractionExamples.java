package org.gan4j.testkit;

import static org.gan4j.testkit.OpExample.agreed;
import static org.gan4j.testkit.OpExample.smooth;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.op.Conv2dWeightGradient;
import org.gan4j.tensor.op.ConvGeometry;

/**
 * Examples of matrix products and convolutions: non-square, strided with and without a remainder, padded, and the
 * smallest ones.
 */
final class ContractionExamples {
    private final List<OpExample> examples = new ArrayList<>();

    private ContractionExamples() {}

    static List<OpExample> all() {
        ContractionExamples all = new ContractionExamples();
        all.products();
        all.convolutions();
        return all.examples;
    }

    private void products() {
        matmul("of matrices", false, false, new long[] {3, 4}, new long[] {4, 2});
        matmul("left transposed", true, false, new long[] {4, 3}, new long[] {4, 2});
        matmul("right transposed", false, true, new long[] {3, 4}, new long[] {2, 4});
        matmul("both transposed", true, true, new long[] {4, 3}, new long[] {2, 4});
        matmul("of a row and a column", false, false, new long[] {1, 5}, new long[] {5, 1});
        matmul("of a column and a row", false, false, new long[] {3, 1}, new long[] {1, 5});
        matmul("of single numbers", false, false, new long[] {1, 1}, new long[] {1, 1});
        matmul("of batches", false, false, new long[] {2, 3, 4}, new long[] {2, 4, 2});
        matmul("of batches, both transposed", true, true, new long[] {2, 4, 3}, new long[] {2, 2, 4});
        matmul("of a batch and a matrix", false, true, new long[] {2, 3, 4}, new long[] {2, 4});
        matmul("of batches that broadcast", true, false, new long[] {2, 1, 3, 2}, new long[] {2, 3, 1});
        examples.add(smooth("MatMul", "with itself", in -> in.get(0).matmul(in.get(0)), Points.signed(1, 3, 3)));
        examples.add(smooth(
                "MatMul",
                "with itself transposed",
                in -> in.get(0).matmul(in.get(0), false, true),
                Points.signed(1, 3, 4)));
        examples.add(agreed(
                "MatMul",
                "of odd sizes",
                in -> in.get(0).matmul(in.get(1)),
                Points.signed(1, 17, 33),
                Points.signed(2, 33, 9)));
    }

    private void matmul(String label, boolean left, boolean right, long[] a, long[] b) {
        examples.add(smooth(
                "MatMul",
                label,
                in -> in.get(0).matmul(in.get(1), left, right),
                Points.signed(1, a),
                Points.signed(2, b)));
    }

    private void convolutions() {
        triad("3×3", ConvGeometry.of(1, 1), new long[] {2, 2, 3, 4}, new long[] {3, 2, 3, 3});
        triad("4×4, stride 2", ConvGeometry.of(2, 1), new long[] {1, 2, 6, 4}, new long[] {2, 2, 4, 4});
        triad("4×4, stride 2, remainder", ConvGeometry.of(2, 1), new long[] {1, 2, 5, 7}, new long[] {1, 2, 4, 4});
        triad("3×3, stride 2, remainder", ConvGeometry.of(2, 0), new long[] {1, 1, 6, 8}, new long[] {2, 1, 3, 3});
        triad("5×5, stride 2", ConvGeometry.of(2, 2), new long[] {1, 1, 6, 5}, new long[] {2, 1, 5, 5});
        triad("1×1", ConvGeometry.of(1, 0), new long[] {2, 3, 2, 3}, new long[] {2, 3, 1, 1});
        triad("1×1, stride 2", ConvGeometry.of(2, 0), new long[] {1, 2, 4, 5}, new long[] {3, 2, 1, 1});
        triad("the whole image", ConvGeometry.of(1, 0), new long[] {2, 2, 3, 4}, new long[] {3, 2, 3, 4});
        triad("more padding than kernel", ConvGeometry.of(1, 3), new long[] {1, 1, 2, 3}, new long[] {1, 1, 2, 2});
        triad("uneven", new ConvGeometry(2, 1, 0, 1), new long[] {1, 2, 5, 3}, new long[] {2, 2, 3, 2});
        triad("uneven stride 3", new ConvGeometry(1, 3, 1, 0), new long[] {1, 1, 3, 8}, new long[] {2, 1, 2, 3});
    }

    /** Adds a convolution and the two ops that are its gradients. */
    private void triad(String label, ConvGeometry geometry, long[] x, long[] w) {
        Tensor images = Tensor.of(Points.signed(1, x));
        long[] out =
                images.conv2d(Tensor.of(Points.signed(2, w)), geometry).shape().dims();
        int height = (int) x[2];
        int width = (int) x[3];
        examples.add(smooth(
                "Conv2d",
                label,
                in -> in.get(0).conv2d(in.get(1), geometry),
                Points.signed(1, x),
                Points.signed(2, w)));
        examples.add(smooth(
                "ConvTranspose2d",
                label,
                in -> in.get(0).convTranspose2d(in.get(1), geometry, height, width),
                Points.signed(3, out),
                Points.signed(2, w)));
        examples.add(smooth(
                "Conv2dWeightGradient",
                label,
                in -> Tensor.of(new Conv2dWeightGradient(geometry, (int) w[2], (int) w[3]), in.get(0), in.get(1)),
                Points.signed(1, x),
                Points.signed(3, out)));
    }
}
