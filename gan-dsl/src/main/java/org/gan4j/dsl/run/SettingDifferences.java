package org.gan4j.dsl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The differences between the settings with which a run was trained, and those of its experiment.yaml now. */
final class SettingDifferences {
    /** The keys that a run may change: its end, and what its data and plug-ins say of themselves. */
    private static final Set<String> FREE =
            Set.of("steps", "summary", "fields", "classes", "scaling", "table", "table-rules", "plug-ins");

    private static final String CODE = "code";

    /**
     * A difference.
     *
     * @param key the key of experiment.yaml, such as {@code data}
     * @param sentence what was and what is
     */
    record Difference(String key, String sentence) {}

    private SettingDifferences() {}

    /**
     * Returns the differences, one per setting.
     *
     * @param then the settings of the run; a key that it lacks has a default in {@code standard}
     * @param standard the defaults of keys
     */
    static List<Difference> between(JsonNode then, JsonNode now, JsonNode standard) {
        List<Difference> found = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        then.fieldNames().forEachRemaining(keys::add);
        now.fieldNames().forEachRemaining(keys::add);
        keys.removeAll(FREE);
        for (String key : keys) {
            JsonNode before = then.has(key) ? then.get(key) : standard.path(key);
            add(key, key, before, now.has(key) ? now.get(key) : standard.path(key), found);
        }
        return found;
    }

    private static void add(String key, String path, JsonNode then, JsonNode now, List<Difference> found) {
        if (then.has(CODE) && now.has(CODE)) {
            return; // a file cannot tell; code that is missing is missed by training
        }
        if (then.isObject() && now.isObject() && then.path("name").equals(now.path("name"))) {
            Set<String> names = new LinkedHashSet<>();
            then.fieldNames().forEachRemaining(names::add);
            // a setting that is only there now is one that a later version of the component has, at its default
            names.removeIf(name -> !now.has(name));
            names.forEach(name -> add(key, path + "." + name, then.get(name), now.get(name), found));
        } else if (!then.equals(now)) {
            found.add(new Difference(key, path + ": " + text(then) + " in the run, " + text(now) + " now"));
        }
    }

    private static String text(JsonNode node) {
        if (node instanceof MissingNode) {
            return "none";
        }
        return node.isTextual() ? node.asText() : node.toString().replace("\"", "");
    }
}
