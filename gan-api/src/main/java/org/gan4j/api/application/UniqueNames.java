package org.gan4j.api.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Component;

/** Names for components of which several may be of the same kind: {@code name}, {@code name-2}, ... */
final class UniqueNames {
    private UniqueNames() {}

    /** Returns the components by their names, in the same order. */
    static <T extends Component> Map<String, T> of(List<T> components) {
        Map<String, T> named = new LinkedHashMap<>();
        for (T component : components) {
            String name = component.name();
            for (int count = 2; named.containsKey(name); count++) {
                name = component.name() + "-" + count;
            }
            named.put(name, component);
        }
        return named;
    }
}
