package org.gan4j.api.data.tables.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Conditions joined to one.
 *
 * @param parts the conditions
 * @param all whether all must hold, and not only one
 */
record JoinedRules(List<RowRule> parts, boolean all) implements RowRule {
    /** Joins conditions; one alone stays as it is. */
    static RowRule of(List<RowRule> parts, boolean all) {
        return parts.size() == 1 ? parts.get(0) : new JoinedRules(List.copyOf(parts), all);
    }

    @Override
    public Truth of(List<String> row) {
        List<Truth> truths = parts.stream().map(part -> part.of(row)).toList();
        return all ? Truth.and(truths) : Truth.or(truths);
    }

    @Override
    public Map<String, String> required() {
        Map<String, String> required = new LinkedHashMap<>();
        if (all) {
            parts.forEach(part -> part.required().forEach(required::putIfAbsent));
        }
        return required;
    }
}
