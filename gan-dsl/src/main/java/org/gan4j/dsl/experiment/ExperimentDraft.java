package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.plugin.PretrainedGan;
import org.gan4j.api.plugin.Recipe;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.dsl.plugin.FormerNames;

/** An experiment whose keys can be changed before it is read, as if the file had been edited. */
public final class ExperimentDraft {
    private final YamlFile yaml;

    private ExperimentDraft(YamlFile yaml) {
        this.yaml = yaml;
    }

    /**
     * Returns the draft of a file.
     *
     * @throws IllegalArgumentException if there is no such file, or it is not YAML
     */
    public static ExperimentDraft of(Path file) {
        return new ExperimentDraft(YamlFile.read(file));
    }

    /**
     * Returns the draft of a recipe.
     *
     * @throws UncheckedIOException if its file is missing
     * @throws InvalidExperimentException if it is not YAML
     */
    public static ExperimentDraft of(Recipe recipe) {
        return of(recipe.experiment(), "the recipe " + recipe.name());
    }

    /**
     * Returns the draft of a pretrained GAN's experiment.
     *
     * @throws UncheckedIOException if its file is missing
     * @throws InvalidExperimentException if it is not YAML
     */
    public static ExperimentDraft of(PretrainedGan pretrained) {
        return of(pretrained.experiment(), "the pretrained GAN " + pretrained.name());
    }

    private static ExperimentDraft of(URL experiment, String origin) {
        try (InputStream file = experiment.openStream()) {
            return new ExperimentDraft(YamlFile.parse(origin, new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException missing) {
            throw new UncheckedIOException("cannot read " + origin + ": " + missing, missing);
        }
    }

    /**
     * Returns a copy in which a key has another value.
     *
     * @param key a key, or a path to a setting of its component, such as {@code generator.latent}
     * @param value the value as YAML, such as {@code 64} or {@code {name: mlp, layers: 3}}
     * @throws IllegalArgumentException if the value is not YAML, or the path leads through a value that has no settings
     */
    public ExperimentDraft set(String key, String value) {
        return changed(
                key,
                YamlFile.value("--set " + key, value)
                        .orElseThrow(() -> new IllegalArgumentException("cannot set " + key
                                + ": its value ends, and another key follows; give one value of YAML")));
    }

    private ExperimentDraft changed(String key, JsonNode value) {
        ObjectNode root = yaml.root().deepCopy();
        String[] path = key.split("\\.", -1);
        path[0] = FormerNames.key(path[0]);
        JsonNode at = root;
        for (int i = 0; i < path.length - 1; i++) {
            at = settings(at, path[i], key);
        }
        String last = path[path.length - 1];
        if (at instanceof ArrayNode list && last.matches("\\d{1,4}") && Integer.parseInt(last) < list.size()) {
            list.set(Integer.parseInt(last), value);
        } else if (at instanceof ObjectNode node) {
            node.set(last, value);
        } else {
            throw noSettings(key, last);
        }
        Map<String, Integer> lines = new HashMap<>(yaml.lines());
        String changed = "/" + String.join("/", path);
        lines.keySet().removeIf(each -> each.equals(changed) || each.startsWith(changed + "/"));
        return new ExperimentDraft(new YamlFile(yaml.origin(), root, lines));
    }

    /** Returns the node of settings, which a component that is a name alone gets now. */
    private static JsonNode settings(JsonNode parent, String key, String path) {
        if (parent instanceof ArrayNode list && key.matches("\\d{1,4}") && Integer.parseInt(key) < list.size()) {
            JsonNode element = list.get(Integer.parseInt(key));
            if (element.isTextual()) {
                list.set(Integer.parseInt(key), list.objectNode().put("name", element.asText()));
            }
            return list.get(Integer.parseInt(key));
        }
        if (!(parent instanceof ObjectNode node)) {
            throw noSettings(path, key);
        }
        JsonNode child = node.get(key);
        if (child == null || child.isTextual()) {
            if (child == null) {
                throw new IllegalArgumentException("cannot set " + path + ": there is no " + key
                        + " in the experiment; set it first, as in --set " + key + "=NAME");
            }
            node.set(key, node.objectNode().put("name", child.asText()));
        }
        return node.get(key);
    }

    private static IllegalArgumentException noSettings(String path, String key) {
        return new IllegalArgumentException(
                "cannot set " + path + ": what contains " + key + " has no settings, or no element of this number");
    }

    /**
     * Returns a copy with another loss, and without the keys that would override what a loss preset of this name brings.
     *
     * @throws IllegalArgumentException if there is no such loss
     */
    public ExperimentDraft loss(String name) {
        ObjectNode root = yaml.root().deepCopy();
        GanComponents brought = ComponentRegistry.onClassPath().lossPreset(name).components();
        brought.values().set().forEach(option -> root.remove(option.key()));
        root.put(GanComponents.LOSS.key(), name);
        return new ExperimentDraft(new YamlFile(yaml.origin(), root, yaml.lines()));
    }

    /**
     * Reads the experiment.
     *
     * @throws InvalidExperimentException if it has problems; the message lists them all
     */
    public Experiment read() {
        return ExperimentReader.read(yaml);
    }
}
