package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * A primitive operation. It knows the shape of its result and its gradient; what computes it is the engine's. The set
 * is sealed: what an engine must offer is the list of permitted types. Ops are values (records and enums), so equal
 * expressions are recognised as equal.
 *
 * <p>A gradient rule is written in tensors, like any other expression, so that it can be differentiated again. Inputs
 * arrive already broadcast to a common shape ({@link BroadcastTo} is an op of its own, and its rule is the one place
 * where broadcast gradients are summed).
 */
public sealed interface Op permits Leaf, UnaryOp, BinaryOp, StructuralOp, ContractionOp, RandomNumbers {

    /** The field's name for it, in lower camel case, as in the methods of {@link Tensor}. */
    String label();

    /** The shape of the result; throws {@link org.gan4j.tensor.ShapeException} if the inputs do not fit. */
    Shape shape(List<Tensor> inputs);

    /** The element type of the result; throws if the inputs do not fit. */
    default DType dtype(List<Tensor> inputs) {
        return inputs.get(0).dtype();
    }

    /** Whether the derivative by this input exists and is not zero everywhere. */
    default boolean differentiable(int input) {
        return true;
    }

    /**
     * The gradient by one input: the transposed Jacobian applied to {@code dy}.
     *
     * @param input which input, counted from 0; only asked where {@link #differentiable} says so
     * @param inputs the inputs of the node
     * @param y the node itself
     * @param dy the gradient of what is differentiated by {@code y}
     * @return a tensor of that input's shape
     */
    Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy);
}
