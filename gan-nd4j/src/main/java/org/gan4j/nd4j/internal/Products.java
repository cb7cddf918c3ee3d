package org.gan4j.nd4j.internal;

import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.op.MatMul;

/** The kernels of matrix products. */
final class Products {
    /** Most multiplications for which oneDNN's startup costs more than it saves. */
    private static final long SMALL = 64L * 64 * 64;

    private Products() {}

    /** Computes [rows,inner] · [inner,columns], where either may be stored transposed. */
    static Kernel product(
            Region a, Region b, Region y, int rows, int inner, int columns, boolean transposeA, boolean transposeB) {
        return new Nd4jCall(
                "matmul",
                List.of(
                        transposeA ? a.array(inner, rows) : a.array(rows, inner),
                        transposeB ? b.array(columns, inner) : b.array(inner, columns)),
                List.of(y.array(rows, columns)),
                (long) rows * inner * columns > SMALL,
                transposeA ? 1 : 0,
                transposeB ? 1 : 0);
    }

    static Kernel of(MatMul op, Region a, Shape shapeA, Region b, Shape shapeB, Region y, Shape shape) {
        int rows = shape.dim(-2);
        int columns = shape.dim(-1);
        int inner = shapeA.dim(op.transposeLeft() ? -2 : -1);
        int batch = shape.size() / rows / columns;
        if (batch == 1) {
            return product(a, b, y, rows, inner, columns, op.transposeLeft(), op.transposeRight());
        }
        return new Nd4jCall(
                "matmul",
                List.of(a.array(batch, shapeA.dim(-2), shapeA.dim(-1)), b.array(batch, shapeB.dim(-2), shapeB.dim(-1))),
                List.of(y.array(batch, rows, columns)),
                (long) rows * inner * columns > SMALL,
                op.transposeLeft() ? 1 : 0,
                op.transposeRight() ? 1 : 0);
    }
}
