package org.gan4j.cli;

import java.util.List;
import java.util.Map;

/** Words of earlier versions, which the command still accepts with a warning that gives today's word. */
final class FormerWords {
    private static final Map<String, String> OPTIONS = Map.of("--rounds", "--steps", "--grey", "--gray");

    private FormerWords() {}

    /** Returns a warning for each of these arguments that is an option under its former name. */
    static List<String> warnings(List<String> arguments) {
        return arguments.stream()
                .map(typed -> typed.replaceFirst("=.*", ""))
                .filter(OPTIONS::containsKey)
                .map(former -> warning(former, OPTIONS.get(former)))
                .toList();
    }

    static String warning(String former, String today) {
        return former + " is now called " + today + ": please write " + today;
    }
}
