package org.gan4j.data.tables;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The kinds of columns that can be named, where {@link SchemaInference} would take one for something else. */
public enum HeldKind {
    /** Numbers. */
    NUMBERS,
    /** Dates, times, or both. */
    DATES,
    /** Words that occur again and again. */
    CATEGORIES,
    /** Names of rows, which are made by rule. */
    IDENTIFIERS,
    /** Free text, which is left out. */
    TEXT;

    private static final String FORM = "write the column and what it holds as in zip=categories; columns hold "
            + String.join(
                    ", ",
                    Arrays.stream(values())
                            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                            .toList());

    /**
     * Returns the kinds by the names of the columns.
     *
     * @param holds such as {@code zip=categories}
     * @throws IllegalArgumentException if one has another form, or a column comes twice
     */
    public static Map<String, HeldKind> of(List<String> holds) {
        Map<String, HeldKind> kinds = new LinkedHashMap<>();
        for (String each : holds) {
            int end = each.lastIndexOf('=');
            HeldKind kind = end < 1 ? null : named(each.substring(end + 1));
            if (kind == null || kinds.put(each.substring(0, end), kind) != null) {
                throw new IllegalArgumentException("'" + each + "' does not say what a column holds: " + FORM);
            }
        }
        return kinds;
    }

    private static HeldKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElse(null);
    }
}
