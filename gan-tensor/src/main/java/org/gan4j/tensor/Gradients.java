package org.gan4j.tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gan4j.tensor.op.InputLeaf;
import org.gan4j.tensor.op.VariableLeaf;

/**
 * Reverse-mode differentiation of expressions. A gradient is itself an expression, so it can be differentiated again,
 * to any order.
 *
 * <pre>{@code
 * Tensor x = Tensor.of(new float[] {1, 2, 3}, 3);
 * Tensor g = Gradients.of(x.square().sum(), x);       // 2x
 * Gradients.of(g.square().sum(), x).toFloats();       // [8, 16, 24]
 * }</pre>
 */
public final class Gradients {
    private Gradients() {}

    /**
     * Returns the gradient of the sum of y's elements with respect to x; zeros if y does not use x.
     *
     * @throws ShapeException if y is not floating-point
     */
    public static Tensor of(Tensor y, Tensor x) {
        return of(y, List.of(x)).get(0);
    }

    /**
     * Returns one gradient for each x, of its shape and type; zeros for an x that y does not use.
     *
     * @throws ShapeException if y is not floating-point
     */
    public static List<Tensor> of(Tensor y, List<Tensor> xs) {
        if (!y.dtype().isFloating()) {
            throw new ShapeException(
                    "only floating-point tensors have gradients; this one is " + y.dtype() + ": cast it");
        }
        return of(y, Tensor.full(y.dtype(), 1, y.shape().dims()), xs);
    }

    /**
     * Returns, for each x, the transposed Jacobian of y with respect to x, applied to {@code dy}.
     *
     * @param dy a tensor with the shape and type of y
     * @throws ShapeException if {@code dy} differs from y in shape or type
     */
    public static List<Tensor> of(Tensor y, Tensor dy, List<Tensor> xs) {
        if (!dy.shape().equals(y.shape())) {
            throw new ShapeException(
                    "the gradient of a tensor of shape " + y.shape() + " must have that shape; dy is " + dy.shape());
        }
        if (dy.dtype() != y.dtype()) {
            throw new ShapeException(
                    "the gradient of a " + y.dtype() + " tensor must have that type; dy is " + dy.dtype());
        }
        List<Tensor> order = Traversal.order(List.of(y));
        Set<Object> active = dependents(order, xs);
        Map<Object, Tensor> gradients = new HashMap<>();
        gradients.put(identity(y), dy);
        for (int i = order.size() - 1; i >= 0; i--) {
            Tensor node = order.get(i);
            Tensor gradient = gradients.get(identity(node));
            if (gradient != null) {
                propagate(node, gradient, active, gradients);
            }
        }
        List<Tensor> results = new ArrayList<>();
        for (Tensor x : xs) {
            Tensor gradient = gradients.get(identity(x));
            results.add(gradient == null ? x.zerosLike() : gradient);
        }
        return results;
    }

    private static void propagate(Tensor node, Tensor dy, Set<Object> active, Map<Object, Tensor> gradients) {
        List<Tensor> inputs = node.inputs();
        for (int i = 0; i < inputs.size(); i++) {
            Tensor input = inputs.get(i);
            if (active.contains(identity(input)) && node.op().differentiable(i)) {
                Tensor part = node.op().gradient(i, inputs, node, dy);
                gradients.merge(identity(input), part, Tensor::add);
            }
        }
    }

    /** The nodes on a differentiable path from some x; no other node needs a gradient. */
    private static Set<Object> dependents(List<Tensor> order, List<Tensor> xs) {
        Set<Object> active = new HashSet<>();
        xs.forEach(x -> active.add(identity(x)));
        for (Tensor node : order) {
            for (int i = 0; i < node.inputs().size(); i++) {
                if (active.contains(identity(node.inputs().get(i))) && node.op().differentiable(i)) {
                    active.add(identity(node));
                }
            }
        }
        return active;
    }

    /**
     * The identity of a tensor: its name for an input or a variable, which may be written down twice, else the object.
     */
    private static Object identity(Tensor tensor) {
        return tensor.op() instanceof InputLeaf || tensor.op() instanceof VariableLeaf ? tensor.op() : tensor;
    }
}
