package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.gan4j.api.Component;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.application.GanOption.Form;
import org.gan4j.dsl.experiment.ComponentYaml.SettingException;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;

/** Writes and reads the values of options, by their {@linkplain Form form}. */
final class OptionYaml {
    private static final KebabCaseStrategy KEBAB_CASE = new KebabCaseStrategy();

    /** The value of an option that may be none. */
    static final String NONE = "none";

    private final ComponentRegistry components;
    private final Optional<CodeComponents> code;
    private final BiConsumer<String, String> problems;

    /**
     * @param code the substitutes for code; empty if code is an error
     * @param problems receives the path and the message of each problem
     */
    OptionYaml(ComponentRegistry components, Optional<CodeComponents> code, BiConsumer<String, String> problems) {
        this.components = components;
        this.code = code;
        this.problems = problems;
    }

    /** Returns the node of a value; empty if the key is left out, which means the same. */
    static Optional<JsonNode> write(GanOption<?> option, Object value) {
        if (value instanceof Optional<?> perhaps) {
            return perhaps.isPresent()
                    ? write(option, perhaps.get())
                    : Optional.of(option.form()).filter(Form.COMPONENT::equals).map(form -> TextNode.valueOf(NONE));
        }
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (option.form()) {
            case COMPONENT -> Optional.of(ComponentYaml.write((Component) value));
            case COMPONENTS -> {
                ArrayNode list = nodes.arrayNode();
                ((List<?>) value).forEach(each -> list.add(ComponentYaml.write((Component) each)));
                yield Optional.of(list);
            }
            case WHOLE -> Optional.of(nodes.numberNode((Integer) value));
            case LONG -> Optional.of(nodes.numberNode((Long) value));
            case DECIMAL -> Optional.of(nodes.numberNode((Double) value));
            case TEXT -> Optional.of(nodes.textNode((String) value));
            case COUNTS -> {
                ObjectNode counts = nodes.objectNode();
                ((Map<?, ?>) value).forEach((name, count) -> counts.put((String) name, (Integer) count));
                yield counts.isEmpty() ? Optional.empty() : Optional.of(counts);
            }
            case SETTINGS -> Optional.of(ComponentYaml.MAPPER.valueToTree(value));
        };
    }

    /** Reads the value of an option; empty if it has a problem. */
    <T> Optional<T> read(GanOption<T> option, JsonNode node) {
        Optional<Object> value =
                option.isOptional() && node.isTextual() && node.asText().equals(NONE)
                        ? Optional.of(Optional.empty())
                        : present(option, node).map(each -> option.isOptional() ? Optional.of(each) : each);
        @SuppressWarnings("unchecked") // the form of the option says what its values are
        Optional<T> typed = (Optional<T>) value;
        return typed;
    }

    private Optional<Object> present(GanOption<?> option, JsonNode node) {
        String key = option.key();
        return switch (option.form()) {
            case COMPONENT -> component(key, kind(option), node).map(each -> (Object) each);
            case COMPONENTS -> list(key, kind(option), node);
            case WHOLE -> whole(key, node);
            case LONG -> longWhole(key, node);
            case DECIMAL -> node.isNumber() ? Optional.of(node.doubleValue()) : wrong(key, "must be a number", node);
            case TEXT -> node.isTextual() ? Optional.of(node.asText()) : wrong(key, "must be a name", node);
            case COUNTS -> counts(key, node);
            case SETTINGS -> settings(key, option.element(), node);
        };
    }

    /** Returns the kind of an option's components. */
    static ComponentKind<?> kind(GanOption<?> option) {
        return ComponentKind.of(option.element())
                .orElseThrow(() -> new IllegalStateException("no plug-in lists components for the option " + option));
    }

    private Optional<Object> list(String key, ComponentKind<?> kind, JsonNode list) {
        if (!list.isArray()) {
            return wrong(key, "must be a list", list);
        }
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            component(key + "/" + i, kind, list.get(i)).ifPresent(all::add);
        }
        return all.size() == list.size() ? Optional.of(all) : Optional.empty();
    }

    private Optional<? extends Component> component(String at, ComponentKind<?> kind, JsonNode node) {
        try {
            return Optional.of(ComponentYaml.read(components, code, kind, node));
        } catch (SettingException wrong) {
            problems.accept(at + "/" + wrong.setting(), wrong.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Object> whole(String key, JsonNode node) {
        if (!node.isIntegralNumber()) {
            return wrong(key, "must be a whole number", node);
        }
        return node.canConvertToInt() ? Optional.of(node.intValue()) : tooLarge(key, node);
    }

    private Optional<Object> longWhole(String key, JsonNode node) {
        if (!node.isIntegralNumber()) {
            return wrong(key, "must be a whole number", node);
        }
        return node.canConvertToLong() ? Optional.of(node.longValue()) : tooLarge(key, node);
    }

    private Optional<Object> counts(String key, JsonNode node) {
        if (!node.isObject()) {
            return wrong(key, "must map names to whole numbers", node);
        }
        Map<String, Object> counts = new LinkedHashMap<>();
        node.fields().forEachRemaining(each -> whole(key + "/" + each.getKey(), each.getValue())
                .ifPresent(count -> counts.put(each.getKey(), count)));
        return counts.size() == node.size() ? Optional.of(counts) : Optional.empty();
    }

    private Optional<Object> settings(String key, Class<?> type, JsonNode node) {
        if (!node.isObject()) {
            return wrong(key, "must be settings, such as {" + String.join(": ..., ", names(type)) + ": ...}", node);
        }
        for (String name : names(type)) {
            if (!node.has(name)) {
                problems.accept(key, "the setting " + name + " of the key " + key + " is missing: add it");
                return Optional.empty();
            }
        }
        try {
            return Optional.of(ComponentYaml.settings(key, type, (ObjectNode) node));
        } catch (SettingException wrong) {
            problems.accept(key + "/" + wrong.setting(), wrong.getMessage());
            return Optional.empty();
        }
    }

    private static List<String> names(Class<?> settings) {
        return Stream.of(settings.getRecordComponents())
                .map(each -> KEBAB_CASE.translate(each.getName()))
                .toList();
    }

    private Optional<Object> tooLarge(String key, JsonNode node) {
        problems.accept(key, "the key " + key + " is too large: " + node);
        return Optional.empty();
    }

    private Optional<Object> wrong(String key, String must, JsonNode node) {
        problems.accept(key, "the key " + key + " " + must + ", not " + JsonKind.of(node));
        return Optional.empty();
    }
}
