package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * A primitive operation. It defines the shape of its result and its gradient; engines compute it. The set is sealed: an
 * engine must implement exactly the permitted types. Ops are values (records and enums), so equal expressions are
 * recognized as equal.
 *
 * <p>A gradient rule is written in tensors, like any other expression, so that it can be differentiated again. Inputs
 * are already broadcast to a common shape ({@link BroadcastTo} is a separate op, and its rule is the one place where
 * broadcast gradients are summed).
 */
public sealed interface Op permits Leaf, UnaryOp, BinaryOp, StructuralOp, ContractionOp, RandomNumbers {

    /** Returns the op's usual name in lower camel case, as in the methods of {@link Tensor}. */
    String label();

    /**
     * Computes the shape of the result.
     *
     * @throws org.gan4j.tensor.ShapeException if the inputs do not fit
     */
    Shape shape(List<Tensor> inputs);

    /**
     * Computes the element type of the result.
     *
     * @throws org.gan4j.tensor.ShapeException if the element types of the inputs do not fit
     */
    default DType dtype(List<Tensor> inputs) {
        return inputs.get(0).dtype();
    }

    /** Returns whether the derivative with respect to this input exists and is not zero everywhere. */
    default boolean differentiable(int input) {
        return true;
    }

    /**
     * Builds the gradient with respect to one input: the transposed Jacobian applied to {@code dy}.
     *
     * @param input the index of the input, counted from 0; {@link #differentiable} must hold for it
     * @param inputs the inputs of the node
     * @param y the node itself
     * @param dy the gradient of the differentiated value with respect to {@code y}
     * @return a tensor of that input's shape
     * @throws UnsupportedOperationException if the op has no derivative
     */
    Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy);
}
