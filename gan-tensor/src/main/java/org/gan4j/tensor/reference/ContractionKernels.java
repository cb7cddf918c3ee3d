package org.gan4j.tensor.reference;

import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.op.ContractionOp;
import org.gan4j.tensor.op.Conv2d;
import org.gan4j.tensor.op.Conv2dWeightGradient;
import org.gan4j.tensor.op.ConvGeometry;
import org.gan4j.tensor.op.ConvTranspose2d;
import org.gan4j.tensor.op.MatMul;

/** Matrix products and convolutions, by their definitions. */
final class ContractionKernels {
    private ContractionKernels() {}

    static double[] compute(ContractionOp op, List<Operand> inputs, Shape shape) {
        Operand a = inputs.get(0);
        Operand b = inputs.get(1);
        double[] y = new double[shape.size()];
        if (op instanceof MatMul matmul) {
            matmul(matmul, a, b, y, shape);
        } else if (op instanceof Conv2d conv) {
            windows(
                    conv.geometry(),
                    a.shape(),
                    shape,
                    b.shape(),
                    (x, w, out) -> y[out] += a.values()[x] * b.values()[w]);
        } else if (op instanceof ConvTranspose2d conv) {
            windows(
                    conv.geometry(),
                    shape,
                    a.shape(),
                    b.shape(),
                    (x, w, out) -> y[x] += a.values()[out] * b.values()[w]);
        } else if (op instanceof Conv2dWeightGradient conv) {
            windows(
                    conv.geometry(),
                    a.shape(),
                    b.shape(),
                    shape,
                    (x, w, out) -> y[w] += a.values()[x] * b.values()[out]);
        }
        return y;
    }

    private static void matmul(MatMul op, Operand a, Operand b, double[] y, Shape shape) {
        int rows = shape.dim(-2);
        int columns = shape.dim(-1);
        int inner = a.shape().dim(op.transposeLeft() ? -2 : -1);
        for (int at = 0; at < y.length; at++) {
            int batch = at / columns / rows;
            int row = at / columns % rows;
            int column = at % columns;
            for (int k = 0; k < inner; k++) {
                int left = op.transposeLeft() ? k * rows + row : row * inner + k;
                int right = op.transposeRight() ? column * inner + k : k * columns + column;
                y[at] += a.values()[batch * rows * inner + left] * b.values()[batch * inner * columns + right];
            }
        }
    }

    /**
     * The common part of the three convolutions: which element of x meets which of w, and for which element of the
     * output.
     */
    private interface Meeting {
        void of(int x, int w, int out);
    }

    private static void windows(ConvGeometry geometry, Shape x, Shape out, Shape w, Meeting meeting) {
        for (int n = 0; n < x.dim(0); n++) {
            for (int o = 0; o < out.dim(1); o++) {
                for (int c = 0; c < x.dim(1); c++) {
                    for (int i = 0; i < out.dim(2) * out.dim(3); i++) {
                        window(geometry, x, out, w, new int[] {n, o, c, i / out.dim(3), i % out.dim(3)}, meeting);
                    }
                }
            }
        }
    }

    private static void window(ConvGeometry geometry, Shape x, Shape out, Shape w, int[] at, Meeting meeting) {
        int o = at[1];
        int c = at[2];
        for (int kh = 0; kh < w.dim(2); kh++) {
            int row = at[3] * geometry.strideH() - geometry.padH() + kh;
            for (int kw = 0; kw < w.dim(3); kw++) {
                int column = at[4] * geometry.strideW() - geometry.padW() + kw;
                if (row >= 0 && row < x.dim(2) && column >= 0 && column < x.dim(3)) {
                    meeting.of(
                            ((at[0] * x.dim(1) + c) * x.dim(2) + row) * x.dim(3) + column,
                            ((o * x.dim(1) + c) * w.dim(2) + kh) * w.dim(3) + kw,
                            ((at[0] * out.dim(1) + o) * out.dim(2) + at[3]) * out.dim(3) + at[4]);
                }
            }
        }
    }
}
