package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.GanOption;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.spec.GanSpec;

/** Formats options as text for people: listings, and the page docs/experiment.md. */
public final class OptionText {
    private OptionText() {}

    /** Returns an option's summary and its default. */
    public static String described(GanOption<?> option) {
        return option.summary() + "; " + standard(option);
    }

    private static String standard(GanOption<?> option) {
        Optional<String> value = option.standard()
                .flatMap(standard -> OptionYaml.write(option, standard))
                .map(OptionText::text);
        if (value.isPresent() && !value.get().equals("[]")) {
            return "default " + value.get();
        }
        if (option.standard().isPresent()) {
            return "default none";
        }
        return option == GanSpec.DATA ? "required" : "chosen by the application, or required";
    }

    private static String text(JsonNode node) {
        return node.has("name") ? node.get("name").asText() : node.toString().replace("\"", "");
    }

    /** Returns the Markdown table of all options, for docs/experiment.md. */
    public static String table() {
        StringBuilder table = new StringBuilder("| key | what it sets | value | default |\n|---|---|---|---|\n");
        for (GanOption<?> option : GanSpec.OPTIONS) {
            table.append("| `")
                    .append(option.key())
                    .append("` | ")
                    .append(option.summary())
                    .append(" | ")
                    .append(value(option))
                    .append(" | ")
                    .append(standard(option).replaceFirst("^default ", ""))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String value(GanOption<?> option) {
        String value =
                switch (option.form()) {
                    case COMPONENT -> noun(option);
                    case COMPONENTS -> "list: " + noun(option);
                    case WHOLE, LONG -> "whole number";
                    case DECIMAL -> "number";
                    case TEXT -> "name";
                    case COUNTS -> "whole numbers by name";
                    case SETTINGS -> "settings";
                };
        return value + (option.isOptional() ? ", or none" : "");
    }

    private static String noun(GanOption<?> option) {
        ComponentKind<?> kind = OptionYaml.kind(option);
        return List.of(GanComponents.GENERATOR, GanComponents.CRITIC).contains(option)
                ? kind.noun() + " architecture"
                : kind.noun();
    }
}
