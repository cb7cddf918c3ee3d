package org.gan4j.dsl.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.gan4j.api.Component;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.dsl.experiment.ComponentYaml.SettingException;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.dsl.plugin.Plugins;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.losses.LossPresets;

/**
 * Reads an experiment from a YAML file and collects all of its problems. {@link Experiment#read} is the usual entry
 * point.
 */
public final class ExperimentReader {
    private final YamlFile yaml;
    private final ComponentRegistry components;
    private final Optional<CodeComponents> code;
    private final List<LineProblem> problems = new ArrayList<>();
    private final GanSpec.Builder spec = GanSpec.builder();
    private OptionalInt steps = OptionalInt.empty();

    private ExperimentReader(YamlFile yaml, ComponentRegistry components, Optional<CodeComponents> code) {
        this.yaml = yaml;
        this.components = components;
        this.code = code;
    }

    /**
     * Reads a file without code.
     *
     * @throws IllegalArgumentException if the file cannot be read, or has problems
     */
    static Experiment read(Path file) {
        return new ExperimentReader(YamlFile.read(file), ComponentRegistry.onClassPath(), Optional.empty())
                .experiment();
    }

    /**
     * Reads the file of a run, in which some components may be code.
     *
     * @param code the substitutes for these components
     * @throws IllegalArgumentException if the file cannot be read, or has problems
     */
    public static Experiment read(Path file, CodeComponents code) {
        return new ExperimentReader(YamlFile.read(file), ComponentRegistry.onClassPath(), Optional.of(code))
                .experiment();
    }

    private Experiment experiment() {
        requireKnownKeys();
        optional(ExperimentKey.APPLICATION, ComponentKind.APPLICATION, spec::application);
        required(ExperimentKey.GENERATOR, "dcgan", ComponentKind.GENERATOR, spec::generator);
        required(ExperimentKey.CRITIC, "dcgan", ComponentKind.CRITIC, spec::critic);
        loss();
        each(ExperimentKey.REGULARIZERS, ComponentKind.REGULARIZER, spec::regularizers);
        optional(ExperimentKey.CONSTRAINT, ComponentKind.CONSTRAINT, spec::constraint);
        optional(ExperimentKey.GENERATOR_OPTIMIZER, ComponentKind.OPTIMIZER, spec::generatorOptimizer);
        optional(ExperimentKey.CRITIC_OPTIMIZER, ComponentKind.OPTIMIZER, spec::criticOptimizer);
        optional(ExperimentKey.SCHEDULE, ComponentKind.SCHEDULE, spec::schedule);
        whole(ExperimentKey.CRITIC_UPDATES, spec::criticUpdates);
        number(ExperimentKey.EMA, spec::ema);
        required(ExperimentKey.DATA, "fashion-mnist", ComponentKind.DATA, spec::data);
        each(ExperimentKey.TRANSFORMS, ComponentKind.TRANSFORM, spec::transforms);
        seed();
        whole(ExperimentKey.BATCH_SIZE, spec::batchSize);
        whole(ExperimentKey.SAMPLE_EVERY, spec::sampleEvery);
        whole(ExperimentKey.CHECKPOINT_EVERY, spec::checkpointEvery);
        engine();
        UsedPlugins plugins = UsedPlugins.read(yaml.root(), this::problem);
        Optional<DataSchema> schema = SchemaYaml.read(yaml.root(), this::problem);
        whole(ExperimentKey.STEPS, this::steps);
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(problem -> problem.line() == 0 ? Integer.MAX_VALUE : problem.line()));
            throw new InvalidExperimentException(yaml.file(), problems);
        }
        GanSpec whole = spec.build();
        plugins.changes(whole).forEach(Plugins.current()::warn);
        return new Experiment(whole, schema, steps);
    }

    private void steps(int count) {
        if (count < 1) {
            problem(ExperimentKey.STEPS, "the number of steps must be at least 1, not " + count);
        }
        steps = OptionalInt.of(count);
    }

    private void requireKnownKeys() {
        yaml.root().fieldNames().forEachRemaining(key -> {
            if (!ExperimentKey.ALL.contains(key)) {
                problem(key, "there is no key called " + key + Suggestions.ending(key, ExperimentKey.ALL));
            }
        });
    }

    /**
     * Reads the loss: the name alone of a loss preset or a loss, as in the builder. The file of a run always has a
     * loss.
     */
    private void loss() {
        JsonNode node = yaml.root().get(ExperimentKey.LOSS);
        if (node == null || !node.isTextual()) {
            if (node != null
                    && components.has(ComponentKind.PRESET, node.path("name").asText())
                    && !components.has(ComponentKind.LOSS, node.path("name").asText())) {
                String preset = node.get("name").asText();
                problem(
                        ExperimentKey.LOSS,
                        preset
                                + " is a loss preset, with regularizers and optimizers: give its name alone, as in"
                                + " \"loss: "
                                + preset + "\"");
                return;
            }
            required(ExperimentKey.LOSS, "wgan-gp", ComponentKind.LOSS, loss -> spec.preset(LossPresets.of(loss)));
            return;
        }
        try {
            spec.preset(components.lossPreset(node.asText()));
        } catch (IllegalArgumentException unknown) {
            problem(ExperimentKey.LOSS, unknown.getMessage());
        }
    }

    private <T extends Component> void required(String key, String example, ComponentKind<T> kind, Consumer<T> to) {
        if (!yaml.root().has(key)) {
            problem(key, "the key " + key + " is missing: give it a name, such as \"" + key + ": " + example + "\"");
        }
        optional(key, kind, to);
    }

    private <T extends Component> void optional(String key, ComponentKind<T> kind, Consumer<T> to) {
        if (yaml.root().has(key)) {
            component(key, kind, yaml.root().get(key)).ifPresent(to);
        }
    }

    private <T extends Component> void each(String key, ComponentKind<T> kind, Consumer<List<T>> to) {
        JsonNode list = yaml.root().get(key);
        if (list == null) {
            return;
        }
        if (!list.isArray()) {
            problem(key, "the key " + key + " must be a list, not " + JsonKind.of(list));
            return;
        }
        List<T> all = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            component(key + "/" + i, kind, list.get(i)).ifPresent(all::add);
        }
        to.accept(all);
    }

    private <T extends Component> Optional<T> component(String at, ComponentKind<T> kind, JsonNode node) {
        try {
            return Optional.of(ComponentYaml.read(components, code, kind, node));
        } catch (SettingException wrong) {
            String setting = at + "/" + wrong.setting();
            problem(yaml.lines().containsKey("/" + setting) ? setting : at, wrong.getMessage());
            return Optional.empty();
        }
    }

    private void seed() {
        JsonNode value = yaml.root().get(ExperimentKey.SEED);
        if (value == null || notWhole(ExperimentKey.SEED, value)) {
            return;
        }
        if (value.canConvertToLong()) {
            spec.seed(value.longValue());
        } else {
            problem(ExperimentKey.SEED, "the key seed is too large: " + value);
        }
    }

    private void whole(String key, Consumer<Integer> to) {
        JsonNode value = yaml.root().get(key);
        if (value == null || notWhole(key, value)) {
            return;
        }
        if (value.canConvertToInt()) {
            to.accept(value.intValue());
        } else {
            problem(key, "the key " + key + " is too large: " + value);
        }
    }

    private void number(String key, Consumer<Double> to) {
        JsonNode value = yaml.root().get(key);
        if (value != null && value.isNumber()) {
            to.accept(value.doubleValue());
        } else if (value != null) {
            problem(key, "the key " + key + " must be a number, not " + JsonKind.of(value));
        }
    }

    private boolean notWhole(String key, JsonNode value) {
        if (!value.isIntegralNumber()) {
            problem(key, "the key " + key + " must be a whole number, not " + JsonKind.of(value));
            return true;
        }
        return false;
    }

    private void engine() {
        JsonNode value = yaml.root().get(ExperimentKey.ENGINE);
        if (value != null && value.isTextual()) {
            spec.engine(value.asText());
        } else if (value != null) {
            problem(ExperimentKey.ENGINE, "the key engine must be a name, not " + JsonKind.of(value));
        }
    }

    private void problem(String path, String sentence) {
        problems.add(new LineProblem(yaml.line("/" + path), sentence));
    }
}
