package org.gan4j.cli.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.dsl.experiment.PlainYaml;

/** Reads and writes study.yaml. */
public final class StudyFile {
    private static final String BASE = "base";
    private static final String SET = "set";
    private static final String VARY = "vary";
    private static final String ARMS = "arms";
    private static final String NAME = "name";
    private static final String SEEDS = "seeds";
    private static final String STEPS = "steps";
    private static final String TIME = "time";
    private static final List<String> KEYS = List.of(BASE, SET, VARY, ARMS, SEEDS, STEPS, TIME);

    private StudyFile() {}

    /**
     * Returns whether a file is a study rather than an experiment: whether it has the key {@code base}.
     *
     * @throws IllegalArgumentException if there is no such file, or it is not plain YAML
     */
    public static boolean isStudy(Path file) {
        return PlainYaml.read(file).has(BASE);
    }

    /**
     * Reads a plan.
     *
     * @throws IllegalArgumentException if there is no such file, or it is not a study
     */
    public static StudyPlan read(Path file) {
        JsonNode root = PlainYaml.read(file);
        try {
            return plan(root);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
        }
    }

    private static StudyPlan plan(JsonNode root) {
        root.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("there is no key called " + key + Suggestions.ending(key, KEYS));
            }
        });
        if (!root.path(BASE).isTextual()) {
            throw new IllegalArgumentException("the key base must name a recipe or an experiment.yaml");
        }
        List<Arm> named = new ArrayList<>();
        for (JsonNode arm : list(root, ARMS)) {
            if (!arm.path(NAME).isTextual()) {
                throw new IllegalArgumentException(
                        "each of the arms needs a name, and settings: {name: ..., set: {key: value}}");
            }
            named.add(new Arm(arm.get(NAME).asText(), settings(arm.path(SET))));
        }
        Map<String, List<JsonNode>> varied = new LinkedHashMap<>();
        settings(root.path(VARY)).forEach((key, values) -> {
            if (!values.isArray() || values.isEmpty()) {
                throw new IllegalArgumentException("vary must give a list of values for " + key);
            }
            varied.put(key, nodes(values));
        });
        return new StudyPlan(
                root.get(BASE).asText(),
                settings(root.path(SET)),
                StudyPlan.arms(varied, named),
                seeds(root.path(SEEDS)),
                Optional.of(root.path(STEPS))
                        .filter(node -> !node.isMissingNode())
                        .map(StudyFile::whole),
                Optional.of(root.path(TIME))
                        .filter(node -> !node.isMissingNode())
                        .map(node -> StudyPlan.time(node.asText())));
    }

    private static List<JsonNode> list(JsonNode root, String key) {
        JsonNode node = root.path(key);
        if (!node.isMissingNode() && !node.isArray()) {
            throw new IllegalArgumentException("the key " + key + " must be a list");
        }
        return nodes(node);
    }

    private static List<JsonNode> nodes(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static Map<String, JsonNode> settings(JsonNode node) {
        if (!node.isMissingNode() && !node.isObject()) {
            throw new IllegalArgumentException("settings must be keys with values, such as {loss: wgan-gp}");
        }
        Map<String, JsonNode> settings = new LinkedHashMap<>();
        node.properties().forEach(each -> settings.put(each.getKey(), each.getValue()));
        return settings;
    }

    private static List<Long> seeds(JsonNode node) {
        if (node.isArray()) {
            List<Long> seeds = new ArrayList<>();
            for (JsonNode seed : node) {
                if (!seed.isIntegralNumber()) {
                    throw new IllegalArgumentException("a seed must be a whole number, not " + seed);
                }
                seeds.add(seed.asLong());
            }
            return seeds;
        }
        return node.isMissingNode() ? StudyPlan.seeds("1") : StudyPlan.seeds(node.asText());
    }

    private static int whole(JsonNode node) {
        if (!node.canConvertToInt() || !node.isIntegralNumber()) {
            throw new IllegalArgumentException("the key steps must be a whole number, not " + node);
        }
        return node.asInt();
    }

    /** Returns the text of a plan's file, in which combinations are written as arms. */
    static String text(StudyPlan plan) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put(BASE, plan.base());
        put(root, plan.settings());
        ArrayNode arms = root.putArray(ARMS);
        for (Arm arm : plan.arms()) {
            put(arms.addObject().put(NAME, arm.name()), arm.settings());
        }
        ArrayNode seeds = root.putArray(SEEDS);
        plan.seeds().forEach(seeds::add);
        plan.steps().ifPresent(steps -> root.put(STEPS, steps));
        plan.time().map(Duration::toSeconds).ifPresent(seconds -> root.put(TIME, seconds + "s"));
        return PlainYaml.text(root);
    }

    private static void put(ObjectNode node, Map<String, JsonNode> settings) {
        if (!settings.isEmpty()) {
            ObjectNode set = node.putObject(SET);
            settings.forEach(set::set);
        }
    }

    /** Returns the first difference of two plans' files as a phrase; empty if there is none. */
    static Optional<String> difference(String stored, String asked) {
        try {
            JsonNode before = PlainYaml.read("study.yaml", stored);
            JsonNode now = PlainYaml.read("the study", asked);
            return KEYS.stream()
                    .filter(key -> !before.path(key).equals(now.path(key)))
                    .findFirst()
                    .map(key -> "its " + key + " are " + shown(before.path(key)) + ", not " + shown(now.path(key)));
        } catch (IllegalArgumentException malformed) {
            return Optional.of("its file cannot be read, " + malformed.getMessage());
        }
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "not set" : SettingText.shown(node);
    }
}
