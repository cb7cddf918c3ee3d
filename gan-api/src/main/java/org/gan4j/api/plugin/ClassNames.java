package org.gan4j.api.plugin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The names of classes, by which a class can be asked for: by its exact name; or by its name in other case, if only one
 * class has it; or by its number, counted from 0, unless a name is a whole number at another place. So a number has one
 * meaning: of classes that are called 3, 7 and 100, the text 7 is the second, and 1 is none.
 *
 * @param names the names in the order of the classes' numbers
 */
public record ClassNames(List<String> names) {
    private static final String WHOLE_NUMBER = "-?\\d+";

    /** Copies the names. */
    public ClassNames {
        names = List.copyOf(names);
    }

    /**
     * Returns the number of the class that a text means, its name or number; empty if there is none.
     *
     * @throws IllegalArgumentException if the text fits several names, which differ in their case alone
     */
    public Optional<Integer> find(String text) {
        if (names.contains(text)) {
            return Optional.of(names.indexOf(text));
        }
        int[] near = IntStream.range(0, names.size())
                .filter(i -> names.get(i).equalsIgnoreCase(text))
                .toArray();
        if (near.length > 1) {
            throw new IllegalArgumentException("the name " + text + " could be the class " + names.get(near[0]) + " or "
                    + names.get(near[1]) + ": write it in the same upper and lower case");
        }
        return near.length == 1 ? Optional.of(near[0]) : numbered(text);
    }

    private Optional<Integer> numbered(String text) {
        return Optional.of(text)
                .filter(digits -> !areNumbers() && digits.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(number -> number < names.size());
    }

    /** Returns whether a name is a number that would mean another class as a place. */
    private boolean areNumbers() {
        return IntStream.range(0, names.size())
                .anyMatch(
                        i -> names.get(i).matches(WHOLE_NUMBER) && !names.get(i).equals(String.valueOf(i)));
    }

    /**
     * Returns the number of the class that a text means, its name or number.
     *
     * @throws IllegalArgumentException if there is no such class, or several that differ in their case alone; the message
     *     suggests a name
     */
    public int index(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException("there is no class " + text + alternatives(text)));
    }

    private String alternatives(String text) {
        List<String> lower =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return Suggestions.of(text, lower)
                .map(near -> "; did you mean " + names.get(lower.indexOf(near)) + "?")
                .orElse("; use one of " + String.join(", ", names)
                        + (areNumbers() ? "" : ", or an index from 0 to " + (names.size() - 1)));
    }
}
