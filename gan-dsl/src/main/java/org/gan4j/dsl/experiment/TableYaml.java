package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.IdentifierRule;
import org.gan4j.api.data.tables.Mixture;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.api.data.tables.TableRule;
import org.gan4j.api.data.tables.TableSchema;

/**
 * Writes and reads the columns of a table, as a key of experiment.yaml, with the modes of their numbers. A run writes them, so
 * that rows can be made without the data.
 *
 * <pre>
 * table:
 * - {name: age, missing: 0.0, holds: numbers, decimals: 0, padded: true, least: 17.0, greatest: 90.0, modes: [[0.7, 38.1, 13.2], ...]}
 * - {name: sex, missing: 0.0, holds: categories, values: [Male, Female], shares: [0.67, 0.33], rare: 0}
 * table-rules:
 * - age >= 17
 * - {fixed: [city, state], combinations: [[Albany, NY], [Boston, MA]]}
 * </pre>
 */
final class TableYaml {
    private static final String NAME = "name";
    private static final String MISSING = "missing";
    private static final String HOLDS = "holds";
    private static final String ROLE = "role";
    private static final String MODES = "modes";
    private static final String LEAST = "least";
    private static final String GREATEST = "greatest";
    private static final String FIXED = "fixed";
    private static final String COMBINATIONS = "combinations";

    private TableYaml() {}

    static void write(TableEncoding table, ObjectNode root) {
        writeRules(table.schema().rules(), root);
        ArrayNode list = root.putArray(ExperimentKey.TABLE);
        for (TableColumn column : table.schema().columns()) {
            ObjectNode node = list.addObject();
            node.put(NAME, column.name()).put(MISSING, column.missing());
            if (column.role() != TableColumn.Role.MADE) {
                node.put(ROLE, column.role().name().toLowerCase(Locale.ROOT));
            }
            write(column.type(), node);
            Mixture mixture = table.modes().get(column.name());
            if (mixture != null) {
                ArrayNode modes = node.putArray(MODES);
                mixture.modes().forEach(mode -> modes.addArray()
                        .add(mode.weight())
                        .add(mode.mean())
                        .add(mode.deviation()));
            }
        }
    }

    private static void writeRules(List<TableRule> rules, ObjectNode root) {
        if (rules.isEmpty()) {
            return;
        }
        ArrayNode list = root.putArray(ExperimentKey.TABLE_RULES);
        for (TableRule rule : rules) {
            if (rule.columns().isEmpty()) {
                list.add(rule.condition());
                continue;
            }
            ObjectNode node = list.addObject();
            rule.columns().forEach(node.putArray(FIXED)::add);
            ArrayNode known = node.putArray(COMBINATIONS);
            for (List<String> each : rule.combinations()) {
                each.forEach(known.addArray()::add);
            }
        }
    }

    /** Reads the rules; none if the file has none, or one is wrong. */
    private static List<TableRule> rules(JsonNode list, BiConsumer<String, String> problems) {
        List<TableRule> rules = new ArrayList<>();
        try {
            if (list != null && !list.isArray()) {
                throw new IllegalArgumentException("it needs a list, not " + list);
            }
            for (JsonNode node : list == null ? List.<JsonNode>of() : list) {
                rules.add(rule(node));
            }
            return rules;
        } catch (IllegalArgumentException wrong) {
            problems.accept(
                    ExperimentKey.TABLE_RULES,
                    "the key table-rules must be as the run wrote it: " + wrong.getMessage());
            return List.of();
        }
    }

    private static TableRule rule(JsonNode node) {
        if (node.isTextual()) {
            return TableRule.condition(node.asText());
        }
        List<List<String>> known = new ArrayList<>();
        required(node, COMBINATIONS).forEach(each -> known.add(texts(each)));
        return new TableRule("", texts(required(node, FIXED)), known);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static void write(ColumnType type, ObjectNode node) {
        if (type instanceof ColumnType.Numbers numbers) {
            node.put(HOLDS, "numbers")
                    .put("decimals", numbers.decimals())
                    .put("padded", numbers.padded())
                    .put(LEAST, numbers.least())
                    .put(GREATEST, numbers.greatest());
        } else if (type instanceof ColumnType.Moments moments) {
            node.put(HOLDS, "moments")
                    .put("pattern", moments.pattern())
                    .put(LEAST, moments.least())
                    .put(GREATEST, moments.greatest());
        } else if (type instanceof ColumnType.Categories categories) {
            ArrayNode values = node.put(HOLDS, "categories").putArray("values");
            categories.values().forEach(values::add);
            ArrayNode shares = node.putArray("shares");
            categories.shares().forEach(shares::add);
            node.put("rare", categories.rare());
        } else if (type instanceof ColumnType.Flag flag) {
            node.put(HOLDS, "flag").put("no", flag.no()).put("yes", flag.yes()).put("share", flag.share());
        } else if (type instanceof ColumnType.Identifiers identifiers) {
            node.put(HOLDS, "identifiers")
                    .put("rule", identifiers.rule().name().toLowerCase(Locale.ROOT))
                    .put("form", identifiers.form());
        } else if (type instanceof ColumnType.Reference reference) {
            node.put(HOLDS, "reference").put("table", reference.table()).put("key", reference.key());
        } else if (type instanceof ColumnType.Constant constant) {
            node.put(HOLDS, "constant").put("value", constant.value());
        } else {
            node.put(HOLDS, "text");
        }
    }

    /**
     * Reads the table; empty if the file has none, or it is wrong.
     *
     * @param list the value of the key; null if it is missing
     * @param rules the value of the key for rules; null if it is missing
     * @param problems receives the path and the message of each problem
     */
    static Optional<TableEncoding> read(JsonNode list, JsonNode rules, BiConsumer<String, String> problems) {
        if (list == null) {
            return Optional.empty();
        }
        List<TableColumn> columns = new ArrayList<>();
        Map<String, Mixture> modes = new LinkedHashMap<>();
        int place = 0;
        try {
            for (JsonNode node : list) {
                String name = required(node, NAME).asText();
                columns.add(new TableColumn(name, type(node), number(node, MISSING), role(node)));
                if (node.has(MODES)) {
                    modes.put(name, mixture(node.get(MODES)));
                }
                place++;
            }
            TableSchema schema = new TableSchema(columns);
            TableSchema ruled = schema.withRules(rules(rules, problems));
            return Optional.of(new TableEncoding(ruled, modes));
        } catch (IllegalArgumentException wrong) {
            problems.accept(
                    ExperimentKey.TABLE + (place < list.size() ? "/" + place : ""),
                    "the key table must be as the run wrote it: " + wrong.getMessage());
            return Optional.empty();
        }
    }

    private static TableColumn.Role role(JsonNode node) {
        return node.has(ROLE)
                ? TableColumn.Role.valueOf(node.get(ROLE).asText().toUpperCase(Locale.ROOT))
                : TableColumn.Role.MADE;
    }

    private static ColumnType type(JsonNode node) {
        String holds = required(node, HOLDS).asText();
        return switch (holds) {
            case "numbers" ->
                new ColumnType.Numbers(
                        (int) number(node, "decimals"),
                        required(node, "padded").asBoolean(),
                        number(node, LEAST),
                        number(node, GREATEST));
            case "moments" ->
                new ColumnType.Moments(
                        required(node, "pattern").asText(), (long) number(node, LEAST), (long) number(node, GREATEST));
            case "categories" -> categories(node);
            case "flag" ->
                new ColumnType.Flag(
                        required(node, "no").asText(), required(node, "yes").asText(), number(node, "share"));
            case "identifiers" ->
                new ColumnType.Identifiers(
                        IdentifierRule.valueOf(required(node, "rule").asText().toUpperCase(Locale.ROOT)),
                        required(node, "form").asText());
            case "reference" ->
                new ColumnType.Reference(
                        required(node, "table").asText(), required(node, "key").asText());
            case "constant" -> new ColumnType.Constant(required(node, "value").asText());
            case "text" -> new ColumnType.FreeText();
            default -> throw new IllegalArgumentException("a column cannot hold " + holds);
        };
    }

    private static ColumnType categories(JsonNode node) {
        List<String> values = new ArrayList<>();
        required(node, "values").forEach(value -> values.add(value.asText()));
        List<Double> shares = new ArrayList<>();
        required(node, "shares").forEach(share -> shares.add(share.asDouble()));
        return new ColumnType.Categories(values, shares, (int) number(node, "rare"));
    }

    private static Mixture mixture(JsonNode list) {
        List<Mixture.Mode> modes = new ArrayList<>();
        for (JsonNode mode : list) {
            modes.add(new Mixture.Mode(
                    mode.path(0).asDouble(Double.NaN),
                    mode.path(1).asDouble(Double.NaN),
                    mode.path(2).asDouble(Double.NaN)));
        }
        return new Mixture(modes);
    }

    private static JsonNode required(JsonNode node, String key) {
        if (!node.has(key)) {
            throw new IllegalArgumentException("a column needs the key " + key);
        }
        return node.get(key);
    }

    private static double number(JsonNode node, String key) {
        JsonNode value = required(node, key);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("the key " + key + " needs a number, not " + value);
        }
        return value.doubleValue();
    }
}
