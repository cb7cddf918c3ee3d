package org.gan4j.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gan4j.api.Component;
import org.gan4j.api.plugin.Recipe;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.dsl.experiment.ExperimentDraft;
import org.gan4j.dsl.experiment.OptionText;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.tensor.engine.EngineProvider;
import org.gan4j.tensor.engine.Engines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan list}: lists recipes and components by name. */
@Command(
        name = "list",
        description = "Lists the recipes and components by the names that commands and experiment.yaml use.",
        footer = {"", "Examples:", "  ./gan list", "  ./gan list losses"})
final class ListCommand implements Callable<Integer> {
    private static final String RECIPES = "recipes";
    private static final String FORMER_RECIPES = "presets";

    private final Map<String, Supplier<List<Row>>> kinds = new LinkedHashMap<>();

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            description =
                    "recipes, pretrained, applications, losses, architectures, critic-wrappers, datasets, engines, optimizers,"
                            + " schedules, coordinations, penalties, augmentations, latents, text-encoders, metrics, extractors,"
                            + " transforms or options. Defaults to all.")
    private String kind;

    private record Row(String name, String summary) {
        static Row of(Component component) {
            return new Row(component.name(), component.summary());
        }
    }

    ListCommand(Supplier<List<Recipe>> recipes) {
        kinds.put(RECIPES, () -> recipes.get().stream()
                .map(ChosenRecipe::of)
                .map(each -> new Row(each.name(), each.summary() + ", " + each.steps() + " steps"))
                .toList());
        kinds.put("pretrained", ListCommand::pretrained);
        kinds.put("applications", () -> rows(ComponentKind.APPLICATION));
        kinds.put("losses", () -> rows(ComponentKind.PRESET, ComponentKind.LOSS));
        kinds.put("architectures", () -> rows(ComponentKind.GENERATOR, ComponentKind.CRITIC));
        kinds.put("critic-wrappers", () -> rows(ComponentKind.CRITIC_WRAPPER));
        kinds.put("datasets", () -> rows(ComponentKind.DATA));
        kinds.put("engines", ListCommand::engines);
        kinds.put("optimizers", () -> rows(ComponentKind.OPTIMIZER));
        kinds.put("schedules", () -> rows(ComponentKind.SCHEDULE));
        kinds.put("coordinations", () -> rows(ComponentKind.COORDINATION));
        kinds.put("penalties", () -> rows(ComponentKind.REGULARIZER, ComponentKind.CONSTRAINT));
        kinds.put("augmentations", () -> rows(ComponentKind.AUGMENTATION));
        kinds.put("latents", () -> rows(ComponentKind.LATENTS));
        kinds.put("text-encoders", () -> rows(ComponentKind.TEXT_ENCODER));
        kinds.put("metrics", () -> rows(ComponentKind.METRIC));
        kinds.put("extractors", () -> rows(ComponentKind.EXTRACTOR));
        kinds.put("transforms", () -> rows(ComponentKind.TRANSFORM));
        kinds.put("options", ListCommand::options);
    }

    /** Returns one row per name: a loss preset takes precedence over a loss, and a generator over a critic. */
    private static List<Row> rows(ComponentKind<?>... kinds) {
        ComponentRegistry components = ComponentRegistry.onClassPath();
        Map<String, Row> rows = new LinkedHashMap<>();
        Stream.of(kinds)
                .flatMap(kind -> components.all(kind).stream())
                .forEach(each -> rows.putIfAbsent(each.name(), Row.of(each)));
        return List.copyOf(rows.values());
    }

    /** Returns the trained generators that are included. */
    private static List<Row> pretrained() {
        return ComponentRegistry.onClassPath().pretrained().stream()
                .map(each -> new Row(
                        each.name(), ExperimentDraft.of(each).read().summary().orElse("")))
                .toList();
    }

    /** Returns the options of a GAN, which are keys of experiment.yaml and of --set. */
    private static List<Row> options() {
        return GanSpec.OPTIONS.stream()
                .map(option -> new Row(option.key(), OptionText.described(option)))
                .toList();
    }

    /** Returns the engines, the preferred one first. */
    private static List<Row> engines() {
        List<Row> rows = new ArrayList<>();
        for (EngineProvider engine : Engines.all()) {
            rows.add(new Row(engine.name(), engine.summary() + (rows.isEmpty() ? "; the default" : "")));
        }
        return rows;
    }

    @Override
    public Integer call() {
        if (kind == null) {
            kinds.keySet().forEach(each -> list(each, "  "));
            return 0;
        }
        String known = today(kind);
        if (!kinds.containsKey(known)) {
            List<String> names = List.copyOf(kinds.keySet());
            throw new IllegalArgumentException("there is no list of " + kind + Suggestions.ending(kind, names));
        }
        list(known, "");
        return 0;
    }

    private String today(String typed) {
        if (!typed.equals(FORMER_RECIPES)) {
            return typed;
        }
        spec.commandLine().getErr().println("gan: " + FormerWords.warning(typed, RECIPES));
        return RECIPES;
    }

    private void list(String name, String indent) {
        PrintWriter out = spec.commandLine().getOut();
        List<Row> rows = kinds.get(name).get();
        if (!indent.isEmpty()) {
            out.printf("%s%n", name);
        }
        int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        for (Row row : rows) {
            String line = String.format(
                    Locale.ROOT, "%s%-" + Math.max(1, width) + "s  %s", indent, row.name(), row.summary());
            out.println(line.stripTrailing());
        }
    }
}
