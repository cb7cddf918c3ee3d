package org.gan4j.api.evaluation;

import java.util.Set;
import java.util.stream.Stream;

/**
 * A number that belongs to another one and has its name with an end, such as {@code precision.error}. A class or an
 * extractor may have such a name, too, so the end alone does not tell.
 */
public enum NumberPart {
    /** The standard error of a number. */
    ERROR(".error"),
    /** The same number, of the data in place of samples. */
    REAL(".real");

    private final String end;

    NumberPart(String end) {
        this.end = end;
    }

    /** Returns the name of this part of a number. */
    public String of(String number) {
        return number + end;
    }

    /**
     * Returns whether a number is this part of another one.
     *
     * @param name the name of the number
     * @param all the names of all numbers that were measured
     */
    public boolean matches(String name, Set<String> all) {
        return name.endsWith(end) && all.contains(name.substring(0, name.length() - end.length()));
    }

    /**
     * Returns whether a number is any part of another one.
     *
     * @param name the name of the number
     * @param all the names of all numbers that were measured
     */
    public static boolean isPart(String name, Set<String> all) {
        return Stream.of(values()).anyMatch(part -> part.matches(name, all));
    }
}
