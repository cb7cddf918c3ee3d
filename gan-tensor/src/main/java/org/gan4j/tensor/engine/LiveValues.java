package org.gan4j.tensor.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.tensor.engine.Schedule.Section;
import org.gan4j.tensor.engine.Schedule.Value;

/** The sections without the values that nothing needs, renumbered. */
final class LiveValues {
    private final List<Value> values = new ArrayList<>();
    private final Value[] renumbered;

    LiveValues(int count) {
        this.renumbered = new Value[count];
    }

    List<Section> of(List<Section> sections) {
        boolean[] live = new boolean[renumbered.length];
        for (Section section : sections) {
            section.outputs().values().forEach(value -> live[value.id()] = true);
            section.assignments().values().forEach(value -> live[value.id()] = true);
        }
        for (int s = sections.size() - 1; s >= 0; s--) {
            List<Value> fresh = sections.get(s).fresh();
            for (int i = fresh.size() - 1; i >= 0; i--) {
                if (live[fresh.get(i).id()]) {
                    fresh.get(i).inputs().forEach(input -> live[input.id()] = true);
                }
            }
        }
        return sections.stream().map(section -> renumbered(section, live)).toList();
    }

    /** The remaining values, each at the index of its number. */
    List<Value> values() {
        return values;
    }

    private Section renumbered(Section section, boolean[] live) {
        int before = values.size();
        for (Value value : section.fresh()) {
            if (live[value.id()]) {
                List<Value> inputs = value.inputs().stream()
                        .map(input -> renumbered[input.id()])
                        .toList();
                Value same =
                        new Value(values.size(), value.op(), inputs, value.shape(), value.dtype(), value.version());
                renumbered[value.id()] = same;
                values.add(same);
            }
        }
        return new Section(
                section.stage(),
                List.copyOf(values.subList(before, values.size())),
                renumbered(section.outputs()),
                renumbered(section.assignments()));
    }

    private <K> Map<K, Value> renumbered(Map<K, Value> named) {
        Map<K, Value> same = new LinkedHashMap<>();
        named.forEach((key, value) -> same.put(key, renumbered[value.id()]));
        return same;
    }
}
