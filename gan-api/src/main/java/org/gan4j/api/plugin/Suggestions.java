package org.gan4j.api.plugin;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant who mistyped a name. */
public final class Suggestions {
    private static final int FARTHEST = 3;

    private Suggestions() {}

    /** The name that was begun, or the nearest, if it is near: by insertions, deletions and replacements of characters. */
    public static Optional<String> of(String typed, List<String> names) {
        return find(typed.toLowerCase(Locale.ROOT), names);
    }

    /** The end of a sentence about an unknown name: "; did you mean near?", or "; there are one, two" if none is near. */
    public static String ending(String typed, List<String> names) {
        return ending(typed, names, "; there are " + String.join(", ", names));
    }

    /** The same with another end if none is near. */
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

    /** Levenshtein's distance. */
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
