package org.gan4j.tensor.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.engine.Schedule.Value;
import org.gan4j.tensor.op.Op;

/** The values of a schedule under construction; equal computations are one value. */
final class ValueTable {
    private record Key(Op op, List<Value> inputs, int version) {}

    private final List<Value> values = new ArrayList<>();
    private final Map<Key, Value> known = new HashMap<>();

    Value of(Op op, List<Value> inputs, Shape shape, DType dtype, int version) {
        return known.computeIfAbsent(new Key(op, inputs, version), key -> {
            Value value = new Value(values.size(), op, inputs, shape, dtype, version);
            values.add(value);
            return value;
        });
    }

    Value of(Op op, List<Value> inputs, Shape shape, DType dtype) {
        return of(op, inputs, shape, dtype, 0);
    }

    int size() {
        return values.size();
    }

    /** The values from the given number on, in the order of their creation. */
    List<Value> from(int first) {
        return values.subList(first, values.size());
    }
}
