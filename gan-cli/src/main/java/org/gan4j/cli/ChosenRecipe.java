package org.gan4j.cli;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.plugin.Recipe;
import org.gan4j.dsl.experiment.Experiment;
import org.gan4j.dsl.experiment.ExperimentDraft;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.dsl.spec.GanSpec;

/**
 * A recipe, or an experiment.yaml, as a command runs it.
 *
 * @param summary a description of one line
 * @param steps the number of training steps that it plans
 */
record ChosenRecipe(String name, String summary, int steps, GanSpec spec) {
    private static final int STEPS = 1000;

    static ChosenRecipe of(Recipe recipe) {
        return of(recipe.name(), ExperimentDraft.of(recipe).read());
    }

    private static ChosenRecipe of(String name, Experiment experiment) {
        return new ChosenRecipe(
                name,
                experiment.summary().orElse(name),
                experiment.spec().steps().orElse(STEPS),
                experiment.spec());
    }

    /**
     * Returns what a user typed: the name of a recipe, or a file that ends in .yaml or .yml.
     *
     * @param changes the changes to make in it before it is read
     * @throws IllegalArgumentException if there is no such recipe or file, or it has problems
     */
    static ChosenRecipe of(String typed, List<Recipe> recipes, RecipeChanges changes) {
        if (!typed.endsWith(".yaml") && !typed.endsWith(".yml")) {
            Recipe named = ComponentRegistry.recipe(typed, recipes);
            return of(named.name(), changes.in(ExperimentDraft.of(named)).read())
                    .with(changes);
        }
        Path file = Path.of(typed);
        String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        return of(name, changes.in(ExperimentDraft.of(file)).read()).with(changes);
    }

    /** Returns this recipe with the changes of options; its summary lists them, if there are any. */
    private ChosenRecipe with(RecipeChanges changes) {
        List<String> described = changes.described();
        String text = described.isEmpty() ? summary : "with " + String.join(", ", described);
        return new ChosenRecipe(name, text, steps, changes.in(spec));
    }
}
