package org.gan4j.cli;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.data.PartlyLabeled;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.dsl.spec.GanSpec;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What commands that build a GAN have in common: which recipe, and what to have otherwise than it says. */
final class RecipeChoice {
    @Parameters(
            arity = "0..1",
            paramLabel = "RECIPE|FILE",
            description = "What to build: a recipe, see gan list recipes, or an experiment.yaml.")
    private String typed;

    @Mixin
    private DataChoice data;

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            description = "Another loss, with its optimizers and penalties, see gan list losses.")
    private String loss;

    @Option(names = "--engine", paramLabel = "NAME", description = "What computes, see gan list engines.")
    private String engine;

    @Option(
            names = "--batch",
            paramLabel = "N",
            converter = Count.class,
            description = "How many samples an update sees; each recipe has its own number.")
    private Integer batch;

    @Option(names = "--seed", paramLabel = "N", description = "Of all random numbers: the same seed, the same run.")
    private Long seed;

    /** The recipe that was named, else the first, changed as was asked for. */
    Recipe of(List<Recipe> recipes) {
        Recipe recipe = typed == null ? recipes.get(0) : Recipe.of(typed, recipes);
        GanSpec.Builder spec = GanSpec.builder().from(recipe.spec());
        List<String> changes = new ArrayList<>();
        if (loss != null) {
            spec.preset(ComponentRegistry.onClassPath().lossPreset(loss));
            changes.add("the loss " + loss);
        }
        data.asked().ifPresent(other -> {
            spec.data(recipe.spec().data() instanceof PartlyLabeled few ? few.data(other) : other);
            changes.add("other data");
        });
        if (engine != null) {
            spec.engine(engine);
        }
        if (batch != null) {
            spec.batchSize(batch);
        }
        if (seed != null) {
            spec.seed(seed);
        }
        return recipe.with(spec.build(), changes);
    }
}
