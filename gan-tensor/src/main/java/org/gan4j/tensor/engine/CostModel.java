package org.gan4j.tensor.engine;

import org.gan4j.tensor.Shape;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.BinaryOp;
import org.gan4j.tensor.op.ContractionOp;
import org.gan4j.tensor.op.Conv2d;
import org.gan4j.tensor.op.ConvTranspose2d;
import org.gan4j.tensor.op.MatMul;
import org.gan4j.tensor.op.Op;
import org.gan4j.tensor.op.Reduce;
import org.gan4j.tensor.op.ScatterAdd;
import org.gan4j.tensor.op.UnaryOp;

/**
 * The number of floating-point operations of a value by its definition, whatever an engine does instead: a
 * multiplication and an addition for each term of a product, one for each element of an elementwise op (an exponential
 * counts like an addition), one for each element that is summed or compared, none for moving elements and for random
 * numbers.
 */
public final class CostModel {
    private CostModel() {}

    /** Returns the number of floating-point operations of a value, not counting its inputs. */
    public static long flops(Value value) {
        Op op = value.op();
        if (op instanceof UnaryOp || op instanceof BinaryOp) {
            return value.shape().size();
        }
        if (op instanceof Reduce || op instanceof ScatterAdd) {
            return value.inputs().get(0).shape().size();
        }
        return op instanceof ContractionOp contraction ? contraction(contraction, value) : 0;
    }

    private static long contraction(ContractionOp op, Value value) {
        Shape a = value.inputs().get(0).shape();
        Shape b = value.inputs().get(1).shape();
        if (op instanceof MatMul product) {
            return 2L * value.shape().size() * a.dim(product.transposeLeft() ? -2 : -1);
        }
        if (op instanceof Conv2d) {
            return convolution(value.shape(), b);
        }
        // the transposed convolution reads the result of a convolution, and so does the weight gradient
        return op instanceof ConvTranspose2d ? convolution(a, b) : convolution(b, value.shape());
    }

    /** 2·N·O·H'·W'·C·kH·kW for a result [N,O,H',W'] and weights [O,C,kH,kW]. */
    private static long convolution(Shape result, Shape weights) {
        return 2L * result.size() * weights.dim(1) * weights.dim(2) * weights.dim(3);
    }
}
