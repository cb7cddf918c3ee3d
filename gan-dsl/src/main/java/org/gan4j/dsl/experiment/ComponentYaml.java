package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.Component;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.dsl.plugin.FormerNames;

/** Writes and reads components as nodes of a YAML tree: the name and the settings of a record, in kebab case. */
public final class ComponentYaml {
    static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .stringQuotingChecker(new NumbersQuoted())
                    .build()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES))
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, numbers -> numbers.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .addModule(new NestedComponents())
            .build();

    private static final String NAME = "name";
    private static final String CODE = "code";

    private ComponentYaml() {}

    /** Quotes text that looks like a number, such as the path 1e3, so that it stays text. */
    private static final class NumbersQuoted extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return value.matches("[-+.0-9].*|.*\\p{Cntrl}.*") || super.needToQuoteValue(value);
        }
    }

    /** Thrown if a setting is wrong; the setting is empty if the problem concerns the whole component. */
    static final class SettingException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final String setting;

        private SettingException(String setting, String sentence, Throwable cause) {
            super(sentence, cause);
            this.setting = setting;
        }

        String setting() {
            return setting;
        }
    }

    /**
     * Writes name and settings if the component is a record that can be read back from them, else the name of its
     * class.
     */
    static ObjectNode write(Component component) {
        ObjectNode node = MAPPER.createObjectNode();
        if (component instanceof Record) {
            try {
                ObjectNode settings = MAPPER.valueToTree(component);
                if (component.equals(NestedComponents.from(ComponentRegistry.onClassPath(), Optional.empty())
                        .treeToValue(settings, component.getClass()))) {
                    node.put(NAME, component.name());
                    return node.setAll(settings);
                }
            } catch (JsonProcessingException | IllegalArgumentException notPlain) {
                // a record of functions or tensors is code
            }
        }
        return node.put(CODE, component.getClass().getName());
    }

    /**
     * Reads a component from a node: a name alone, or a name and settings that differ from the defaults.
     *
     * @throws SettingException if the node does not describe a component of this kind
     */
    static <T extends Component> T read(ComponentRegistry components, ComponentKind<T> kind, JsonNode node) {
        return read(components, Optional.empty(), kind, node);
    }

    /**
     * Reads a component from a node, which may be code.
     *
     * @param code the substitutes for code; empty if code is an error
     * @throws SettingException if the node does not describe a component of this kind
     */
    static <T extends Component> T read(
            ComponentRegistry components, Optional<CodeComponents> code, ComponentKind<T> kind, JsonNode node) {
        if (node.isTextual()) {
            return named(components, kind, "", node.asText());
        }
        if (!(node instanceof ObjectNode given)) {
            throw new SettingException(
                    "",
                    "the " + kind.noun() + " must be a name, or a mapping with a name and settings, not "
                            + JsonKind.of(node),
                    null);
        }
        if (given.has(CODE)) {
            Optional<T> supplied =
                    code.flatMap(all -> all.of(kind, given.get(CODE).asText()));
            if (supplied.isPresent()) {
                return supplied.get();
            }
            throw new SettingException(
                    CODE,
                    "the " + kind.noun() + " is code (" + given.get(CODE).asText()
                            + "), which a file cannot hold: build this GAN in a program, or make the class a record and"
                            + " list it in a GanPlugin",
                    null);
        }
        if (!given.path(NAME).isTextual()) {
            throw new SettingException(
                    given.has(NAME) ? NAME : "",
                    "the " + kind.noun() + " has no name: add one, as in \"name: "
                            + components.all(kind).get(0).name() + "\"",
                    null);
        }
        T defaults = named(components, kind, NAME, given.get(NAME).asText());
        return configured(components, code, kind, defaults, given);
    }

    private static <T extends Component> T named(
            ComponentRegistry components, ComponentKind<T> kind, String setting, String name) {
        try {
            return components.named(kind, name);
        } catch (IllegalArgumentException unknown) {
            throw new SettingException(setting, unknown.getMessage(), unknown);
        }
    }

    /**
     * Returns a copy of a component with the settings of a node, in which a name alone has none.
     *
     * @throws SettingException if the component has no such settings
     */
    static <T extends Component> T configured(
            ComponentRegistry components,
            Optional<CodeComponents> code,
            ComponentKind<T> kind,
            T defaults,
            JsonNode node) {
        return node instanceof ObjectNode given
                ? configured(NestedComponents.from(components, code), kind, defaults, given, code.isPresent())
                : defaults;
    }

    private static <T extends Component> T configured(
            ObjectReader reader, ComponentKind<T> kind, T defaults, ObjectNode given, boolean ofRun) {
        ObjectNode own = given.deepCopy();
        own.remove(NAME);
        if (own.isEmpty()) {
            return defaults;
        }
        String what = "the " + kind.noun() + " " + defaults.name();
        if (!(defaults instanceof Record)) {
            throw new SettingException("", what + " has no settings: give its name alone", null);
        }
        ObjectNode settings = MAPPER.valueToTree(defaults);
        FormerNames.settings(own, settings);
        if (ofRun) {
            FormerNames.missing(own, settings);
        }
        settings.setAll(own);
        try {
            @SuppressWarnings("unchecked")
            T configured = (T) reader.treeToValue(settings, defaults.getClass());
            return configured;
        } catch (JsonProcessingException wrong) {
            throw new SettingException(setting(wrong), what + ": " + problem(wrong, own), wrong);
        }
    }

    /**
     * Reads a record of settings.
     *
     * @param what the subject of messages
     * @throws SettingException if the record has no such settings
     */
    static Object settings(String what, Class<?> type, ObjectNode given) {
        try {
            return MAPPER.treeToValue(given, type);
        } catch (JsonProcessingException wrong) {
            throw new SettingException(setting(wrong), what + ": " + problem(wrong, given), wrong);
        }
    }

    private static String setting(JsonProcessingException wrong) {
        if (wrong instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String name = mapping.getPath().get(0).getFieldName();
            return name == null ? "" : name;
        }
        return "";
    }

    /** Returns the message for a wrong setting. */
    private static String problem(JsonProcessingException wrong, ObjectNode given) {
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            List<String> names = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList();
            String typed = unknown.getPropertyName();
            if (names.isEmpty()) {
                return "there is no setting " + typed + "; it has none";
            }
            return "there is no setting " + typed + Suggestions.ending(typed, names);
        }
        if (wrong.getCause() instanceof IllegalArgumentException refused) {
            return refused.getMessage();
        }
        String setting = setting(wrong);
        return given.has(setting)
                ? "the setting " + setting + " cannot be " + JsonKind.of(given.get(setting))
                        + wanted(wrong, given.get(setting))
                : wrong.getOriginalMessage();
    }

    /** Returns the ending of a message that states what a setting may be. */
    private static String wanted(JsonProcessingException wrong, JsonNode given) {
        if (!(wrong instanceof MismatchedInputException mismatch) || mismatch.getTargetType() == null) {
            return "";
        }
        Class<?> type = mismatch.getTargetType();
        if (type.isEnum()) {
            List<String> names =
                    Stream.of(type.getEnumConstants()).map(Object::toString).toList();
            return Suggestions.ending(
                    given.asText().toUpperCase(Locale.ROOT), names, ": it is one of " + String.join(", ", names));
        }
        if (type == int.class || type == long.class) {
            return ": it must be a " + (given.isIntegralNumber() ? "smaller " : "") + "whole number";
        }
        if (type == double.class || type == Double.class) {
            return ": it must be a number";
        }
        if (type == boolean.class) {
            return ": it must be true or false";
        }
        if (type == String.class) {
            return ": it must be text; put it in quotes";
        }
        return List.class.isAssignableFrom(type) ? ": it must be a list" : "";
    }
}
