package org.gan4j.cli.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.dsl.experiment.PlainYaml;

/** A setting as people type it: {@code key=value}, with a value in YAML. */
record SettingText(String key, String value) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Parses {@code key=value}.
     *
     * @throws IllegalArgumentException if it has another form
     */
    static SettingText of(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("cannot read the setting " + text + ": write key=value");
        }
        return new SettingText(
                text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }

    /** Splits a text at a character, except within braces, brackets and quotes. */
    static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            } else if (c == at && depth == 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /**
     * Returns the tree of a value in YAML.
     *
     * @throws IllegalArgumentException if it is not plain YAML, or empty
     */
    static JsonNode node(String value) {
        JsonNode node = PlainYaml.value("the value " + value, value);
        if (node.isNull()) {
            throw new IllegalArgumentException("a value of the study is empty: write key=value, without spaces");
        }
        return node;
    }

    /** Returns a value as YAML in one line, which is JSON. */
    static String yaml(JsonNode value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns a value for people: a component with settings by its name and settings, without punctuation. */
    static String shown(JsonNode value) {
        return value.isTextual()
                ? value.asText()
                : yaml(value).replace("\"", "").replace(",", ", ");
    }
}
