package org.gan4j.nd4j.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.tensor.engine.Schedule;
import org.gan4j.tensor.engine.Schedule.Section;
import org.gan4j.tensor.engine.Schedule.Value;

/** The readers of each value, which determine the values that need not be computed or kept. */
final class Uses {
    private final List<List<Value>> readers = new ArrayList<>();
    private final boolean[] kept;
    private final boolean[] computed;
    private final boolean[] output;

    Uses(Schedule schedule) {
        int count = schedule.values().size();
        kept = new boolean[count];
        computed = new boolean[count];
        output = new boolean[count];
        for (int i = 0; i < count; i++) {
            readers.add(new ArrayList<>());
        }
        List<Section> sections = schedule.sections();
        for (int i = 0; i < sections.size(); i++) {
            for (Value value : sections.get(i).outputs().values()) {
                output[Source.root(value).id()] = true;
                kept[Source.root(value).id()] = true;
            }
            Set<Value> assigned = new HashSet<>();
            sections.get(i).assignments().values().forEach(value -> assigned.add(Source.root(value)));
            for (Value value : assigned) {
                // assigned again by a later section: it must outlive the variable it was first assigned to
                output[value.id()] |= kept[value.id()];
                kept[value.id()] = true;
            }
        }
        for (int i = count - 1; i >= 0; i--) {
            Value value = schedule.values().get(i);
            if (!Source.isAlias(value)) {
                visit(value);
            }
        }
    }

    /** Decides whether a value is computed and registers it as a reader. Its own readers have been visited already. */
    private void visit(Value value) {
        computed[value.id()] = kept[value.id()] || !readers.get(value.id()).isEmpty();
        if (!computed[value.id()]) {
            return;
        }
        if (Loops.compute(value)) {
            for (Source source : Source.of(value)) {
                readers.get(source.value().id()).add(value);
            }
        } else {
            for (Value input : value.inputs()) {
                readers.get(Source.root(input).id()).add(value);
            }
        }
    }

    /** Returns whether the value is computed; false for broadcasts that are only read by strides. */
    boolean isComputed(Value value) {
        return computed[value.id()];
    }

    /** Returns whether the value is an output or assigned, so that memory must hold it. */
    boolean isKept(Value value) {
        return kept[value.id()];
    }

    /** Returns the values that read this value's memory or register. */
    List<Value> readers(Value value) {
        return readers.get(value.id());
    }

    /** Returns the elementwise values of a section that matter only if its assignments take effect. */
    Set<Value> onlyForAssignments(Section section) {
        Set<Value> found = new HashSet<>();
        List<Value> fresh = section.fresh();
        for (int i = fresh.size() - 1; i >= 0; i--) {
            Value value = fresh.get(i);
            boolean only = Loops.compute(value) && !output[value.id()] && found.containsAll(readers.get(value.id()));
            if (only) {
                found.add(value);
            }
        }
        return found;
    }
}
