package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.Component;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;

/** Formats components as text for people, in messages and reports. */
public final class ComponentText {
    private static final String NAME = "name";

    private ComponentText() {}

    /** Returns a component as text for people: its name, and its settings if it has any. */
    public static String of(Component component) {
        ObjectNode yaml = ComponentYaml.write(component);
        return yaml.has(NAME) ? described(yaml) : component.name();
    }

    /**
     * Returns the component that a text names: its name alone, or its name and settings as in a file, such as {@code
     * {name: psnr, color: Y}}.
     *
     * @throws IllegalArgumentException if there is no such component, or it has no such settings
     */
    public static <T extends Component> T parse(ComponentKind<T> kind, String text) {
        ComponentRegistry components = ComponentRegistry.onClassPath();
        if (!text.strip().startsWith("{")) {
            return components.named(kind, text.strip());
        }
        try {
            return ComponentYaml.read(components, kind, ComponentYaml.MAPPER.readTree(text));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(
                    "the " + kind.noun() + " " + text + " is not YAML, such as {name: ..., setting: ...}: "
                            + malformed.getOriginalMessage().lines().findFirst().orElse(""),
                    malformed);
        }
    }

    private static String described(JsonNode component) {
        List<String> settings = new ArrayList<>();
        component.fields().forEachRemaining(setting -> {
            JsonNode value = setting.getValue();
            String text = value.isValueNode() ? value.asText() : value.has(NAME) ? described(value) : value.toString();
            if (!setting.getKey().equals(NAME) && !value.isNull() && !text.isEmpty() && !text.equals("[]")) {
                settings.add(setting.getKey() + " " + text);
            }
        });
        return component.get(NAME).asText() + (settings.isEmpty() ? "" : " (" + String.join(", ", settings) + ")");
    }
}
