package org.gan4j.dsl.spec;

import java.util.List;
import java.util.Locale;

/** Formats several problems as a numbered list, for the exceptions of this module. */
public final class NumberedList {
    private NumberedList() {}

    /** Returns a heading, then each problem on its own line: {@code 1) ...}, {@code 2) ...}. */
    public static String of(String heading, List<?> problems) {
        StringBuilder text = new StringBuilder(heading);
        for (int i = 0; i < problems.size(); i++) {
            text.append(String.format(Locale.ROOT, "%n%d) %s", i + 1, problems.get(i)));
        }
        return text.toString();
    }
}
