package org.gan4j.nd4j.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.gan4j.tensor.engine.Schedule.Value;

/**
 * Selection of the inputs that a fused group may overwrite with its results: those that die with it and of which it
 * reads element i only for element i of the result. A group reads a block of all its inputs before it writes any
 * results, so the overlap is exact and harmless. Inputs that are read stretched, or as a single element for all, must
 * stay to the end.
 */
final class Overwriting {
    private Overwriting() {}

    static Deque<Value> candidates(Node node, Predicate<Value> dies) {
        Set<Value> same = new LinkedHashSet<>();
        List<Value> computed = node.computed();
        for (Value value : computed) {
            if (!Loops.compute(value)) {
                return new ArrayDeque<>();
            }
            for (Source source : Source.of(value)) {
                if (source.kind() == Source.Kind.SAME && dies.test(source.value())) {
                    same.add(source.value());
                }
            }
        }
        computed.forEach(same::remove);
        return new ArrayDeque<>(same);
    }
}
