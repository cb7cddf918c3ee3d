package org.gan4j.api.plugin;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Suggestions for mistyped names. */
public final class Suggestions {
    private static final int FARTHEST = 3;

    private Suggestions() {}

    /**
     * Returns the first name that starts with the typed text, or else the nearest name by edit distance; empty if none
     * is near. Case is ignored. A name is near if at most 3 insertions, deletions and replacements of characters, and
     * at most half as many as it has characters, turn the typed text into it.
     */
    public static Optional<String> of(String typed, List<String> names) {
        return find(typed.toLowerCase(Locale.ROOT), names);
    }

    /**
     * Returns the end of a message about an unknown name: "; did you mean near?", or "; there are one, two" if none is
     * near.
     */
    public static String ending(String typed, List<String> names) {
        return ending(typed, names, "; there are " + String.join(", ", names));
    }

    /**
     * Returns the end of a message about an unknown name: "; did you mean near?", or {@code otherwise} if none is near.
     */
    public static String ending(String typed, List<String> names, String otherwise) {
        return of(typed, names).map(near -> "; did you mean " + near + "?").orElse(otherwise);
    }

    private static Optional<String> find(String typed, List<String> names) {
        Optional<String> begun = names.stream()
                .filter(name ->
                        typed.length() > 1 && name.toLowerCase(Locale.ROOT).startsWith(typed))
                .findFirst();
        return begun.isPresent() ? begun : nearest(typed, names);
    }

    private static Optional<String> nearest(String typed, List<String> names) {
        return names.stream()
                .filter(name -> distance(typed, name.toLowerCase(Locale.ROOT)) <= Math.min(FARTHEST, name.length() / 2))
                .min(Comparator.comparingInt(name -> distance(typed, name.toLowerCase(Locale.ROOT))));
    }

    /** Returns the Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
