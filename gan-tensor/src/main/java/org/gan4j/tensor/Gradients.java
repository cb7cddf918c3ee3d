package org.gan4j.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reverse-mode differentiation of expressions. A gradient is an expression of the same kind, so it can be
 * differentiated again, to any order.
 *
 * <pre>{@code
 * Tensor x = Tensor.of(new float[] {1, 2, 3}, 3);
 * Tensor g = Gradients.of(x.square().sum(), x);       // 2x
 * Gradients.of(g.square().sum(), x).toFloats();       // [8, 16, 24]
 * }</pre>
 */
public final class Gradients {
    private Gradients() {}

    /** The gradient of the sum of y's elements by x; zeros if y does not use x. */
    public static Tensor of(Tensor y, Tensor x) {
        return of(y, List.of(x)).get(0);
    }

    /** One gradient for each x, of its shape and type; zeros for one that y does not use. */
    public static List<Tensor> of(Tensor y, List<Tensor> xs) {
        if (!y.dtype().isFloating()) {
            throw new ShapeException("only floating-point tensors have gradients; this one is " + y.dtype());
        }
        return of(y, Tensor.full(y.dtype(), 1, y.shape().dims()), xs);
    }

    /** The transposed Jacobian of y by each x, applied to {@code dy}, which has y's shape. */
    public static List<Tensor> of(Tensor y, Tensor dy, List<Tensor> xs) {
        if (!dy.shape().equals(y.shape())) {
            throw new ShapeException("the gradient of a tensor of shape " + y.shape() + " cannot be " + dy.shape());
        }
        if (dy.dtype() != y.dtype()) {
            throw new ShapeException("the gradient of a " + y.dtype() + " tensor cannot be " + dy.dtype());
        }
        List<Tensor> order = Traversal.order(List.of(y));
        Set<Tensor> active = dependents(order, xs);
        Map<Tensor, Tensor> gradients = new IdentityHashMap<>();
        gradients.put(y, dy);
        for (int i = order.size() - 1; i >= 0; i--) {
            Tensor node = order.get(i);
            Tensor gradient = gradients.get(node);
            if (gradient != null) {
                propagate(node, gradient, active, gradients);
            }
        }
        List<Tensor> results = new ArrayList<>();
        for (Tensor x : xs) {
            results.add(gradients.containsKey(x) ? gradients.get(x) : x.zerosLike());
        }
        return results;
    }

    private static void propagate(Tensor node, Tensor dy, Set<Tensor> active, Map<Tensor, Tensor> gradients) {
        List<Tensor> inputs = node.inputs();
        for (int i = 0; i < inputs.size(); i++) {
            Tensor input = inputs.get(i);
            if (active.contains(input) && node.op().differentiable(i)) {
                Tensor part = node.op().gradient(i, inputs, node, dy);
                gradients.merge(input, part, Tensor::add);
            }
        }
    }

    /** The nodes on a differentiable path from some x: all others need no gradient. */
    private static Set<Tensor> dependents(List<Tensor> order, List<Tensor> xs) {
        Set<Tensor> active = Collections.newSetFromMap(new IdentityHashMap<>());
        active.addAll(xs);
        for (Tensor node : order) {
            for (int i = 0; i < node.inputs().size(); i++) {
                if (active.contains(node.inputs().get(i)) && node.op().differentiable(i)) {
                    active.add(node);
                }
            }
        }
        return active;
    }
}
