package org.gan4j.api.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gan4j.api.Component;

/** Names for components of which several may be of the same kind: {@code name}, {@code name-2}, ... */
final class UniqueNames {
    private UniqueNames() {}

    /** Returns the components by their names, in the same order. */
    static <T extends Component> Map<String, T> of(List<T> components) {
        return of(components, Component::name);
    }

    /** Returns the components by other names than their own, in the same order. */
    static <T extends Component> Map<String, T> of(List<T> components, Function<? super T, String> names) {
        Map<String, T> named = new LinkedHashMap<>();
        for (T component : components) {
            String own = names.apply(component);
            String name = own;
            for (int count = 2; named.containsKey(name); count++) {
                name = own + "-" + count;
            }
            named.put(name, component);
        }
        return named;
    }
}
