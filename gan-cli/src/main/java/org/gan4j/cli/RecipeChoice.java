package org.gan4j.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.plugin.Recipe;
import org.gan4j.dsl.experiment.ExperimentDraft;
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

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Set an option of the experiment, such as --set ema=0 or --set generator.latent=64; see gan"
                    + " list options. The value is YAML.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** Returns the named recipe, or the first if none is named, with the changes of the options. */
    ChosenRecipe of(List<Recipe> recipes) {
        ChosenRecipe read = ChosenRecipe.of(typed == null ? recipes.get(0).name() : typed, recipes, this::edited);
        return read.with(changed(read.spec()), changes());
    }

    /** Changes keys, as if the recipe's file had been edited. */
    private ExperimentDraft edited(ExperimentDraft draft) {
        ExperimentDraft edited = loss == null ? draft : draft.loss(loss);
        for (Map.Entry<String, String> each : settings.entrySet()) {
            edited = edited.set(each.getKey(), each.getValue());
        }
        return edited;
    }

    private GanSpec changed(GanSpec spec) {
        GanSpec changed = data.chosen()
                .map(other -> spec.with(GanSpec.DATA, spec.data().over(other)))
                .orElse(spec);
        changed.values().find(GanSpec.DATA).ifPresent(data::requireSizeUsed);
        if (engine != null) {
            changed = changed.with(GanSpec.ENGINE, Optional.of(engine));
        }
        if (batch != null) {
            changed = changed.with(GanSpec.BATCH_SIZE, batch);
        }
        return seed == null ? changed : changed.with(GanSpec.SEED, seed);
    }

    /** Returns what is changed, for people. */
    private List<String> changes() {
        List<String> changes = new ArrayList<>();
        if (loss != null) {
            changes.add("the loss " + loss);
        }
        if (data.isChosen()) {
            changes.add("other data");
        }
        settings.forEach((key, value) -> changes.add(key + " " + value));
        return changes;
    }
}
