package org.gan4j.dsl.plugin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * Names that components, settings and keys had in earlier versions. They are still read, with a warning that gives the
 * name of today; a component or setting that has such a name today keeps it.
 */
public final class FormerNames {
    private static final Map<String, String> KEYS = Map.of("critic-moves", "critic-updates");
    private static final Map<String, String> COMPONENTS =
            Map.of("partly-labelled", "partly-labeled", "colour", "color", "normalise", "normalize");
    private static final Map<String, String> SETTINGS = Map.of("colours", "colors", "rounds", "steps");
    private static final Map<String, String> VALUES = Map.of("GREY", "GRAY");

    private FormerNames() {}

    /** Returns today's name of a key of experiment.yaml. */
    public static String key(String typed) {
        return today(KEYS, "key", typed).orElse(typed);
    }

    /** Returns today's name of a component, or nothing if the name was never that of another. */
    static Optional<String> component(String typed) {
        return today(COMPONENTS, "name", typed);
    }

    /**
     * Renames settings that a component had under another name, and values that are spelled differently today.
     *
     * @param given the settings as written, which are changed
     * @param known the settings that the component has today
     */
    public static void settings(ObjectNode given, ObjectNode known) {
        for (Map.Entry<String, String> renamed : SETTINGS.entrySet()) {
            String former = renamed.getKey();
            if (given.has(former) && !known.has(former) && known.has(renamed.getValue())) {
                given.set(today(SETTINGS, "setting", former).orElseThrow(), given.remove(former));
            }
        }
        if (known.has("colors")) {
            String typed = given.path("colors").asText();
            today(VALUES, "value", typed).ifPresent(now -> given.put("colors", now));
        }
    }

    private static Optional<String> today(Map<String, String> names, String what, String typed) {
        Optional<String> now = Optional.ofNullable(names.get(typed));
        now.ifPresent(name -> Plugins.current()
                .warn("the " + what + " " + typed + " is now called " + name + ": please write " + name));
        return now;
    }
}
