package org.gan4j.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
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
     * @param change changes it before it is read
     * @throws IllegalArgumentException if there is no such recipe or file, or it has problems
     */
    static ChosenRecipe of(String typed, List<Recipe> recipes, UnaryOperator<ExperimentDraft> change) {
        if (!typed.endsWith(".yaml") && !typed.endsWith(".yml")) {
            Recipe named = ComponentRegistry.recipe(typed, recipes);
            return of(named.name(), change.apply(ExperimentDraft.of(named)).read());
        }
        Path file = Path.of(typed);
        String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        return of(name, change.apply(ExperimentDraft.of(file)).read());
    }

    /** Returns this recipe with another specification; its summary lists the changes, if there are any. */
    ChosenRecipe with(GanSpec changed, List<String> changes) {
        String described = changes.isEmpty() ? summary : "with " + String.join(", ", changes);
        return new ChosenRecipe(name, described, steps, changed);
    }
}
