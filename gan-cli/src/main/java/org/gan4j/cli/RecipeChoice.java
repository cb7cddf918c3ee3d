package org.gan4j.cli;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.data.PartlyLabeled;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.dsl.spec.GanSpec;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that commands which build a GAN share: the recipe, and changes to it. */
final class RecipeChoice {
    @Parameters(
            arity = "0..1",
            paramLabel = "RECIPE|FILE",
            description = "A recipe, see gan list recipes, or an experiment.yaml. Defaults to the first recipe.")
    private String typed;

    @Mixin
    private DataChoice data;

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            description = "Use another loss, with its optimizers and penalties; see gan list losses.")
    private String loss;

    @Option(names = "--engine", paramLabel = "NAME", description = "The engine that computes; see gan list engines.")
    private String engine;

    @Option(
            names = "--batch",
            paramLabel = "N",
            converter = Count.class,
            description = "The batch size. Defaults to the recipe's.")
    private Integer batch;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of every random number; equal seeds give identical runs.")
    private Long seed;

    /** Returns the named recipe, or the first if none is named, with the changes of the options. */
    Recipe of(List<Recipe> recipes) {
        Recipe recipe = typed == null ? recipes.get(0) : Recipe.of(typed, recipes);
        GanSpec.Builder spec = GanSpec.builder().from(recipe.spec());
        List<String> changes = new ArrayList<>();
        if (loss != null) {
            spec.preset(ComponentRegistry.onClassPath().lossPreset(loss));
            changes.add("the loss " + loss);
        }
        data.chosen().ifPresent(other -> {
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
