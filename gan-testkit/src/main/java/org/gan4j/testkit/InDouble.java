package org.gan4j.testkit;

import java.util.IdentityHashMap;
import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Traversal;
import org.gan4j.tensor.op.Cast;
import org.gan4j.tensor.op.Constant;
import org.gan4j.tensor.op.Leaf;
import org.gan4j.tensor.op.RandomNumbers;

/** Rewriting of an expression from FLOAT to DOUBLE, because finite differences need the precision. */
final class InDouble {
    private InDouble() {}

    /**
     * Rewrites an expression.
     *
     * @param replaced replacements for some of the nodes
     */
    static Tensor rewrite(Tensor tensor, IdentityHashMap<Tensor, Tensor> replaced) {
        IdentityHashMap<Tensor, Tensor> done = new IdentityHashMap<>(replaced);
        for (Tensor node : Traversal.order(List.of(tensor))) {
            if (!done.containsKey(node)) {
                Tensor[] inputs = node.inputs().stream().map(done::get).toArray(Tensor[]::new);
                done.put(node, rewrite(node, inputs));
            }
        }
        return done.get(tensor);
    }

    private static Tensor rewrite(Tensor node, Tensor... inputs) {
        if (node.op() instanceof Constant constant && node.dtype() == DType.FLOAT) {
            return Tensor.of(TensorData.of(DType.DOUBLE, constant.data().toDoubles(), node.shape()));
        }
        if (node.op() instanceof Leaf || node.op() instanceof RandomNumbers) {
            return node.dtype() == DType.FLOAT ? node.cast(DType.DOUBLE) : node;
        }
        if (node.op() instanceof Cast cast) {
            return inputs[0].cast(cast.to() == DType.FLOAT ? DType.DOUBLE : cast.to());
        }
        return Tensor.of(node.op(), inputs);
    }
}
