package org.gan4j.cli.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.gan4j.dsl.experiment.ExperimentDraft;

/**
 * One of the alternatives that a study compares.
 *
 * @param name its name in tables and folders
 * @param settings values of keys of the experiment, set in this order
 */
public record Arm(String name, Map<String, JsonNode> settings) {
    /**
     * Validates the name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Arm {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an arm of a study has no name: write \"NAME: key=value\"");
        }
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** Returns the arm of the experiment as it is. */
    static Arm base() {
        return new Arm("base", Map.of());
    }

    /**
     * Parses {@code NAME: key=value key=value}.
     *
     * @throws IllegalArgumentException if it has another form, or a value is not YAML
     */
    public static Arm parse(String text) {
        int colon = text.indexOf(": ");
        if (colon < 1) {
            throw new IllegalArgumentException(
                    "cannot read the arm \"" + text + "\": write \"NAME: key=value key=value\"");
        }
        Map<String, JsonNode> settings = new LinkedHashMap<>();
        for (String part : SettingText.split(text.substring(colon + 2).strip(), ' ')) {
            if (!part.isBlank()) {
                SettingText setting = SettingText.of(part);
                settings.put(setting.key(), SettingText.node(setting.value()));
            }
        }
        return new Arm(text.substring(0, colon).strip(), settings);
    }

    /** Returns all combinations of values; each is named after its values. */
    static List<Arm> grid(Map<String, List<JsonNode>> varied) {
        List<Map<String, JsonNode>> all = new ArrayList<>(List.of(Map.of()));
        for (Entry<String, List<JsonNode>> each : varied.entrySet()) {
            List<Map<String, JsonNode>> longer = new ArrayList<>();
            for (Map<String, JsonNode> before : all) {
                for (JsonNode value : each.getValue()) {
                    Map<String, JsonNode> with = new LinkedHashMap<>(before);
                    with.put(each.getKey(), value);
                    longer.add(with);
                }
            }
            all = longer;
        }
        return all.stream().map(settings -> new Arm(named(settings), settings)).toList();
    }

    private static String named(Map<String, JsonNode> settings) {
        List<String> parts = new ArrayList<>();
        settings.forEach((key, value) -> parts.add(key + "=" + SettingText.shown(value)));
        return String.join(" ", parts);
    }

    /** Returns a draft with the settings of this arm. */
    ExperimentDraft applied(ExperimentDraft draft) {
        ExperimentDraft changed = draft;
        for (Entry<String, JsonNode> each : settings.entrySet()) {
            changed = changed.set(each.getKey(), SettingText.yaml(each.getValue()));
        }
        return changed;
    }
}
