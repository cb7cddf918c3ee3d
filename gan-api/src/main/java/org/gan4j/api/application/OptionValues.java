package org.gan4j.api.application;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Values of {@linkplain GanOption options}. An option without a value is open and stands for its default. Two sets of
 * values are equal if every option has the same value in both, whether set or by default.
 */
public final class OptionValues {
    private static final OptionValues NONE = new OptionValues(Map.of());

    private final Map<GanOption<?>, Object> values;

    private OptionValues(Map<GanOption<?>, Object> values) {
        this.values = values;
    }

    /** Returns values of which all are open. */
    public static OptionValues none() {
        return NONE;
    }

    /** Returns a copy with one more value, which replaces an earlier one. */
    public <T> OptionValues with(GanOption<T> option, T value) {
        Map<GanOption<?>, Object> more = new LinkedHashMap<>(values);
        more.put(option, copied(Objects.requireNonNull(value, option.key())));
        return new OptionValues(more);
    }

    private static Object copied(Object value) {
        if (value instanceof List<?> list) {
            return List.copyOf(list);
        }
        return value instanceof Map<?, ?> map ? Collections.unmodifiableMap(new LinkedHashMap<>(map)) : value;
    }

    /** Returns a copy with the values of another set, which replace those of this set. */
    public OptionValues and(OptionValues others) {
        Map<GanOption<?>, Object> more = new LinkedHashMap<>(values);
        more.putAll(others.values);
        return new OptionValues(more);
    }

    /** Returns a copy in which only these options keep their values. */
    public OptionValues only(Collection<GanOption<?>> options) {
        Map<GanOption<?>, Object> kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(options);
        return new OptionValues(kept);
    }

    /** Returns whether an option has a value of its own. */
    public boolean isSet(GanOption<?> option) {
        return values.containsKey(option);
    }

    /** Returns the options that have a value of their own, in the order in which they were set. */
    public Set<GanOption<?>> set() {
        return new LinkedHashSet<>(values.keySet());
    }

    /** Returns the value of an option or its default; empty if it is open and has no default. */
    public <T> Optional<T> find(GanOption<T> option) {
        @SuppressWarnings("unchecked") // with() puts values of the option's type
        T value = (T) values.get(option);
        return value == null ? option.standard() : Optional.of(value);
    }

    /**
     * Returns the value of an option or its default.
     *
     * @throws IllegalStateException if it is open and has no default
     */
    public <T> T get(GanOption<T> option) {
        return find(option)
                .orElseThrow(() ->
                        new IllegalStateException("the option " + option.key() + " is open: set it, or complete it"));
    }

    /** Returns the values that differ from their defaults. */
    private Map<GanOption<?>, Object> unlikeDefaults() {
        Map<GanOption<?>, Object> other = new LinkedHashMap<>(values);
        other.entrySet()
                .removeIf(each ->
                        each.getKey().standard().filter(each.getValue()::equals).isPresent());
        return other;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof OptionValues given && unlikeDefaults().equals(given.unlikeDefaults());
    }

    @Override
    public int hashCode() {
        return unlikeDefaults().hashCode();
    }

    /** Returns the values that are set, as "key value, key value". */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(each -> each.getKey() + " " + text(each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String text(Object value) {
        return String.valueOf(
                value instanceof Optional<?> perhaps
                        ? perhaps.map(Object::toString).orElse("none")
                        : value);
    }
}
