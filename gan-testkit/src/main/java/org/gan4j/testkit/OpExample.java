package org.gan4j.testkit;

import java.util.List;
import java.util.function.Function;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Traversal;
import org.gan4j.tensor.op.Op;

/**
 * An example of an op or a function.
 *
 * @param op the op's name in the {@link OpTable}, or the function's name, such as {@code "Pooling.max"}
 * @param label a description of what is special about this example
 * @param kind the guarantees for its gradients
 * @param points the inputs; floating-point ones are DOUBLE here, and are cast to FLOAT for tests in FLOAT
 * @param expression the op applied to the points
 */
public record OpExample(
        String op, String label, Kind kind, List<TensorData> points, Function<List<Tensor>, Tensor> expression) {

    /** The guarantees for an example's gradients. */
    public enum Kind {
        /** The gradient equals finite differences. */
        SMOOTH,
        /** The gradient is defined by convention, not by finite differences: kinks, ties, a stopped gradient. */
        AGREED,
        /** Only the value is tested: booleans, integers, infinities, NaN. */
        VALUE
    }

    static OpExample smooth(String op, String label, Function<List<Tensor>, Tensor> expression, TensorData... points) {
        return new OpExample(op, label, Kind.SMOOTH, List.of(points), expression);
    }

    static OpExample agreed(String op, String label, Function<List<Tensor>, Tensor> expression, TensorData... points) {
        return new OpExample(op, label, Kind.AGREED, List.of(points), expression);
    }

    static OpExample value(String op, String label, Function<List<Tensor>, Tensor> expression, TensorData... points) {
        return new OpExample(op, label, Kind.VALUE, List.of(points), expression);
    }

    /** Returns the points, with DOUBLE ones converted to the given floating-point type. */
    List<TensorData> points(DType floating) {
        return points.stream()
                .map(point -> point.dtype() == DType.DOUBLE
                        ? TensorData.of(floating, point.toDoubles(), point.shape())
                        : point)
                .toList();
    }

    /** Returns the nodes of an expression that apply the op. */
    List<Tensor> uses(Tensor expression) {
        return Traversal.order(List.of(expression)).stream()
                .filter(node -> OpTable.name(node.op()).equals(op))
                .toList();
    }

    /** Returns whether the op at this node has a derivative with respect to any input. */
    static boolean differentiable(Tensor use) {
        Op op = use.op();
        for (int i = 0; i < use.inputs().size(); i++) {
            if (op.differentiable(i)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return op + ", " + label;
    }
}
