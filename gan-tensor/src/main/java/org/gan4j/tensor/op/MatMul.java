package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/**
 * The matrix product over the last two axes, with either operand optionally transposed first; leading axes are a batch.
 */
public record MatMul(boolean transposeLeft, boolean transposeRight) implements ContractionOp {
    @Override
    public String label() {
        return "matmul";
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        Shape a = inputs.get(0).shape();
        Shape b = inputs.get(1).shape();
        if (a.rank() < 2 || a.rank() != b.rank()) {
            throw new ShapeException("matmul needs two matrices, or two batches of them; these are " + a + " and " + b);
        }
        int inner = a.dim(transposeLeft ? -2 : -1);
        int other = b.dim(transposeRight ? -1 : -2);
        if (inner != other) {
            throw new ShapeException("matmul of " + a + (transposeLeft ? " transposed" : "") + " and " + b
                    + (transposeRight ? " transposed" : "") + ": the inner lengths are " + inner + " and " + other);
        }
        if (!a.without(-1, -2).equals(b.without(-1, -2))) {
            throw new ShapeException("matmul of " + a + " and " + b + ": the batches differ");
        }
        // both lengths at once, since the shape with only one of them changed could be too large
        long[] dims = a.dims();
        dims[dims.length - 2] = a.dim(transposeLeft ? -1 : -2);
        dims[dims.length - 1] = b.dim(transposeRight ? -2 : -1);
        return Shape.of(dims);
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        Tensor a = inputs.get(0);
        Tensor b = inputs.get(1);
        if (input == 0) {
            return transposeLeft
                    ? Tensor.of(new MatMul(transposeRight, true), b, dy)
                    : Tensor.of(new MatMul(false, !transposeRight), dy, b);
        }
        return transposeRight
                ? Tensor.of(new MatMul(true, transposeLeft), dy, a)
                : Tensor.of(new MatMul(!transposeLeft, false), a, dy);
    }
}
