package org.gan4j.cli.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Values of one key of an experiment.
 *
 * @param key the key, or a path such as {@code generator.latent}
 * @param values the values, each as a tree
 */
public record Variation(String key, List<JsonNode> values) {
    /**
     * Parses {@code key=value,value}; a comma within braces, brackets or quotes belongs to its value.
     *
     * @throws IllegalArgumentException if it has another form, or a value is not YAML
     */
    public static Variation of(String text) {
        SettingText parsed = SettingText.of(text);
        return new Variation(
                parsed.key(),
                SettingText.split(parsed.value(), ',').stream()
                        .map(SettingText::node)
                        .toList());
    }

    /**
     * Parses {@code key=value}, with a single value.
     *
     * @throws IllegalArgumentException if it has another form, or the value is not YAML
     */
    public static Variation setting(String text) {
        SettingText parsed = SettingText.of(text);
        return new Variation(parsed.key(), List.of(SettingText.node(parsed.value())));
    }

    /** Puts the first value into settings. */
    public void putInto(Map<String, JsonNode> settings) {
        settings.put(key, values.get(0));
    }
}
