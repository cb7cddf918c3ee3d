package org.gan4j.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.gan4j.api.plugin.Recipe;
import org.gan4j.dsl.Gan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan explain}: shows the parts of a training step, and the cost of each. */
@Command(
        name = "explain",
        description = "Runs a few training steps of a recipe, and shows where the time of one step goes.",
        footer = {
            "",
            "Each line is a kernel: one operation, or several fused into one loop, of one stage",
            "of the step. Nothing is written.",
            "",
            "Examples:",
            "  ./gan explain wgan-gp",
            "  ./gan explain dcgan --batch 16 --rows 50"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Supplier<List<Recipe>> recipes;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RecipeChoice recipe;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "5",
            converter = Count.class,
            description = "The number of steps to run; the last one is shown. Defaults to ${DEFAULT-VALUE}.")
    private int steps;

    /** The former name of --steps; not an alias, as messages would name the option by its longest name. */
    @Option(names = "--rounds", paramLabel = "N", converter = Count.class, hidden = true)
    private Integer rounds;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "20",
            converter = Count.class,
            description = "The number of kernels to show; the others are summed up. Defaults to ${DEFAULT-VALUE}.")
    private int rows;

    ExplainCommand(Supplier<List<Recipe>> recipes) {
        this.recipes = recipes;
    }

    @Override
    public Integer call() {
        ChosenRecipe chosen = recipe.of(recipes.get());
        PrintWriter out = spec.commandLine().getOut();
        try (Gan gan = Gan.of(chosen.spec())) {
            out.printf(
                    "one step of %s, batches of %d, %s%n%n",
                    chosen.name(), gan.spec().batchSize(), gan.engine().description());
            out.println(gan.explain(rounds == null ? steps : rounds).table(rows));
        }
        return 0;
    }
}
