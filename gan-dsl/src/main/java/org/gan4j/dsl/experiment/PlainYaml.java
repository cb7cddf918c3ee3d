package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * YAML as experiment.yaml is read and written, for other files of people. What versions of YAML read differently is
 * refused, such as {@code 010} and {@code 1_000}, and so are keys that occur twice, tags and aliases.
 */
public final class PlainYaml {
    private PlainYaml() {}

    /**
     * Reads a file.
     *
     * @throws InvalidExperimentException if it is not a mapping in plain YAML
     * @throws IllegalArgumentException if there is no such file, it is not text, or it has more than 256 KiB
     * @throws UncheckedIOException if it cannot be read
     */
    public static ObjectNode read(Path file) {
        return YamlFile.read(file).root();
    }

    /**
     * Reads a text.
     *
     * @param origin where it comes from, for messages
     * @throws InvalidExperimentException if it is not a mapping in plain YAML
     * @throws IllegalArgumentException if it has more than 256 Ki characters
     */
    public static ObjectNode read(String origin, String text) {
        return YamlFile.parse(origin, text).root();
    }

    /**
     * Reads a single value, such as {@code 64} or {@code {name: mlp, layers: 3}}.
     *
     * @param origin where it comes from, for messages
     * @return the value; a null node if the text is empty
     * @throws IllegalArgumentException if it is not one value in plain YAML
     */
    public static JsonNode value(String origin, String text) {
        return YamlFile.value(origin, text)
                .orElseThrow(() -> new IllegalArgumentException(
                        origin + " ends, and another key follows, so it is not one value: give one value of YAML"));
    }

    /** Returns a text that {@link #read(String, String)} reads as this tree. */
    public static String text(ObjectNode tree) {
        try {
            return ComponentYaml.MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
