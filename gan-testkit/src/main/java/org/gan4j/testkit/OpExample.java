package org.gan4j.testkit;

import java.util.List;
import java.util.function.Function;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Traversal;
import org.gan4j.tensor.op.Op;

/**
 * One use of an op or of a function.
 *
 * @param op its name in the {@link OpTable}, or the function's: {@code "Pooling.max"}
 * @param label what is special about this use
 * @param kind what can be expected of its gradients
 * @param points where it is tried; the floating-point ones are DOUBLE here, and cast to FLOAT for trying that
 * @param expression the op applied to the points
 */
public record OpExample(
        String op, String label, Kind kind, List<TensorData> points, Function<List<Tensor>, Tensor> expression) {

    /** What can be expected of the gradients of an example. */
    public enum Kind {
        /** Finite differences give the gradient. */
        SMOOTH,
        /** A gradient is agreed on, though finite differences do not give it: kinks, ties, a stopped gradient. */
        AGREED,
        /** Only the value is looked at: booleans, integers, infinities, NaN. */
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

    /** The points with DOUBLE ones in another floating-point type. */
    List<TensorData> points(DType floating) {
        return points.stream()
                .map(point -> point.dtype() == DType.DOUBLE
                        ? TensorData.of(floating, point.toDoubles(), point.shape())
                        : point)
                .toList();
    }

    /** Where the op is used in an expression. */
    List<Tensor> uses(Tensor expression) {
        return Traversal.order(List.of(expression)).stream()
                .filter(node -> OpTable.name(node.op()).equals(op))
                .toList();
    }

    /** Whether any of the op's derivatives exists there. */
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
