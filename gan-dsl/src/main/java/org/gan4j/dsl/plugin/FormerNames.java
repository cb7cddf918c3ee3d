package org.gan4j.dsl.plugin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * The names that components, settings and keys had in earlier versions. They are still read, with a warning that states
 * the current name. A component or setting that has such a name now keeps it. Names that papers or other programs give to
 * a component are read without a warning.
 */
public final class FormerNames {
    private static final Map<String, String> KEYS = Map.of("critic-moves", "critic-updates");
    private static final Map<String, String> COMPONENTS =
            Map.of("partly-labelled", "partly-labeled", "colour", "color", "normalise", "normalize");
    private static final Map<String, String> SYNONYMS = Map.of(
            "logistic", "non-saturating", "relativistic", "relativistic-pairing", "rpgan", "relativistic-pairing");
    private static final Map<String, String> SETTINGS = Map.of("colours", "colors", "rounds", "steps");
    private static final Map<String, String> VALUES = Map.of("GREY", "GRAY");

    private static final String MAX_WIDTH = "max-width";
    private static final int UNLIMITED = 1_000_000;

    private FormerNames() {}

    /** Returns the current name of a key of experiment.yaml. */
    public static String key(String typed) {
        return current(KEYS, "key", typed).orElse(typed);
    }

    /** Returns the current name of a component, or empty if this is neither a former name nor a synonym. */
    static Optional<String> component(String typed) {
        return Optional.ofNullable(SYNONYMS.get(typed)).or(() -> current(COMPONENTS, "name", typed));
    }

    /**
     * Renames settings that have a former name, and values that have a former spelling.
     *
     * @param given the settings as written, changed in place
     * @param known the settings that the component has now
     */
    public static void settings(ObjectNode given, ObjectNode known) {
        for (Map.Entry<String, String> renamed : SETTINGS.entrySet()) {
            String former = renamed.getKey();
            if (given.has(former) && !known.has(former) && known.has(renamed.getValue())) {
                given.set(current(SETTINGS, "setting", former).orElseThrow(), given.remove(former));
            }
        }
        if (known.has("colors")) {
            String typed = given.path("colors").asText();
            current(VALUES, "value", typed).ifPresent(now -> given.put("colors", now));
        }
    }

    /**
     * Adds settings that did not exist when a run was written, so that its networks are built as they were. A run writes
     * every setting, so a missing one is newer than the run.
     *
     * @param given the settings that the run wrote, changed in place
     * @param known the settings that the component has now
     */
    public static void missing(ObjectNode given, ObjectNode known) {
        if (known.has(MAX_WIDTH) && !given.has(MAX_WIDTH)) {
            given.put(MAX_WIDTH, UNLIMITED);
        }
    }

    private static Optional<String> current(Map<String, String> names, String what, String typed) {
        Optional<String> now = Optional.ofNullable(names.get(typed));
        now.ifPresent(name ->
                Plugins.current().warn("the " + what + " " + typed + " was renamed to " + name + ": write " + name));
        return now;
    }
}
