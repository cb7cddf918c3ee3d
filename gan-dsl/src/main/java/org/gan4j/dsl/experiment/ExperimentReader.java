package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.application.LossPreset;
import org.gan4j.api.application.OptionValues;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.dsl.experiment.ComponentYaml.SettingException;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.dsl.plugin.Plugins;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.losses.LossPresets;

/**
 * Reads an experiment from YAML and collects all of its problems. {@link Experiment#read} and {@link ExperimentDraft}
 * are the usual entry points.
 */
public final class ExperimentReader {
    private static final String NAME = "name";

    private final YamlFile yaml;
    private final ComponentRegistry components;
    private final Optional<CodeComponents> code;
    private final List<LineProblem> problems = new ArrayList<>();
    private OptionValues values = OptionValues.none();

    private ExperimentReader(YamlFile yaml, Optional<CodeComponents> code) {
        this.yaml = yaml;
        this.components = ComponentRegistry.onClassPath();
        this.code = code;
    }

    /**
     * Reads a tree without code.
     *
     * @throws IllegalArgumentException if it has problems
     */
    static Experiment read(YamlFile yaml) {
        return new ExperimentReader(yaml, Optional.empty()).experiment();
    }

    /**
     * Reads the file of a run, in which some components may be code.
     *
     * @param code the substitutes for these components
     * @throws IllegalArgumentException if the file cannot be read, or has problems
     */
    public static Experiment read(Path file, CodeComponents code) {
        return new ExperimentReader(YamlFile.read(file), Optional.of(code)).experiment();
    }

    private Experiment experiment() {
        ObjectNode root = yaml.root();
        requireKnownKeys();
        OptionYaml reading = new OptionYaml(components, code, this::problem);
        loss().ifPresent(preset -> values = values.and(preset.components().values()));
        for (GanOption<?> option : GanSpec.OPTIONS) {
            if (root.has(option.key()) && option != GanComponents.LOSS) {
                option(option, reading);
            }
        }
        if (!root.has(GanSpec.DATA.key())) {
            problem(GanSpec.DATA.key(), "the key data is missing: give it a name, such as \"data: fashion-mnist\"");
        }
        UsedPlugins plugins = UsedPlugins.read(root, this::problem);
        Optional<DataSchema> schema = SchemaYaml.read(root, this::problem);
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(problem -> problem.line() == 0 ? Integer.MAX_VALUE : problem.line()));
            throw new InvalidExperimentException(yaml.origin(), problems);
        }
        GanSpec spec = GanSpec.of(values);
        plugins.changes(spec).forEach(Plugins.current()::warn);
        return new Experiment(
                spec,
                schema,
                Optional.ofNullable(root.get(ExperimentKey.SUMMARY)).map(JsonNode::asText));
    }

    private <T> void option(GanOption<T> option, OptionYaml reading) {
        reading.read(option, yaml.root().get(option.key())).ifPresent(value -> {
            if (option == GanSpec.STEPS) {
                option.problem(value).ifPresent(sentence -> problem(option.key(), sentence));
            }
            values = values.with(option, value);
        });
    }

    private void requireKnownKeys() {
        yaml.root().fieldNames().forEachRemaining(key -> {
            if (!ExperimentKey.ALL.contains(key)) {
                problem(key, "there is no key called " + key + Suggestions.ending(key, ExperimentKey.ALL));
            }
        });
    }

    /**
     * Reads the loss: the name of a loss preset, which brings its paper's settings, or of a loss; settings in a mapping
     * are the loss's. Other keys override what a preset brings.
     */
    private Optional<LossPreset> loss() {
        String key = GanComponents.LOSS.key();
        JsonNode node = yaml.root().get(key);
        if (node == null) {
            return Optional.empty();
        }
        try {
            String name = node.isTextual() ? node.asText() : node.path(NAME).asText();
            if (components.has(ComponentKind.PRESET, name) || node.isTextual()) {
                LossPreset preset = components.lossPreset(name);
                return Optional.of(new LossPreset(
                        preset.name(),
                        preset.summary(),
                        preset.components()
                                .with(
                                        GanComponents.LOSS,
                                        ComponentYaml.configured(
                                                components, code, ComponentKind.LOSS, preset.loss(), node))));
            }
            return Optional.of(LossPresets.of(ComponentYaml.read(components, code, ComponentKind.LOSS, node)));
        } catch (SettingException wrong) {
            problem(key + "/" + wrong.setting(), wrong.getMessage());
        } catch (IllegalArgumentException unknown) {
            problem(key, unknown.getMessage());
        }
        return Optional.empty();
    }

    /** Adds a problem at the line of a path, or of the nearest value around it. */
    private void problem(String path, String sentence) {
        String at = "/" + path;
        while (!yaml.lines().containsKey(at) && at.lastIndexOf('/') > 0) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        problems.add(new LineProblem(yaml.line(at), sentence));
    }
}
