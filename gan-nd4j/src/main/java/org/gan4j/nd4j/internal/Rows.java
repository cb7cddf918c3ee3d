package org.gan4j.nd4j.internal;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.CostModel;
import org.gan4j.tensor.engine.Explanation.Row;
import org.gan4j.tensor.engine.Schedule.Value;

/** The rows that describe a program's steps in its explanation. */
final class Rows {
    private Rows() {}

    /**
     * Returns the row of a node.
     *
     * @param isStored whether a member of the node is written to memory, not only kept in registers
     * @param isFirst whether the operations of a value count here; those of a value that is computed again do not
     */
    static Row of(String stage, Node node, Kernel kernel, Predicate<Value> isStored, Predicate<Value> isFirst) {
        List<String> ops =
                node.computed().stream().map(value -> value.op().label()).toList();
        Shape shape = node.members.get(node.members.size() - 1).shape();
        long written = bytes(node.members.stream().filter(isStored).toList());
        long flops = node.computed().stream()
                .filter(isFirst)
                .mapToLong(CostModel::flops)
                .sum();
        return new Row(stage, ops, shape, kernel.name(), bytes(node.reads) + written, flops);
    }

    /** Returns the row of a copy between a value and an outside place: a feed, an output, a variable. */
    static Row copies(String stage, String what, Collection<Value> values, String kernel) {
        int elements = values.stream().mapToInt(value -> value.shape().size()).sum();
        return new Row(stage, List.of(what), Shape.of(elements), kernel, 2 * bytes(values), 0);
    }

    static long bytes(Variable variable) {
        return bytes(variable.dtype(), variable.shape());
    }

    private static long bytes(Collection<Value> values) {
        return values.stream()
                .mapToLong(value -> bytes(value.dtype(), value.shape()))
                .sum();
    }

    private static long bytes(DType dtype, Shape shape) {
        return (long) shape.size() * (Place.isNative(dtype) ? Float.BYTES : Double.BYTES);
    }
}
