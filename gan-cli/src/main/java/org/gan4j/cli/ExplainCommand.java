package org.gan4j.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.gan4j.dsl.Gan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan explain}: what a step of training consists of, and what each part of it costs. */
@Command(
        name = "explain",
        description = "Runs a few steps of a recipe's training, and shows where the time of one goes.",
        footer = {
            "",
            "Each line is a kernel: an operation, or several in one loop, for one stage of the",
            "step. Nothing is written.",
            "",
            "Examples:",
            "  ./gan explain wgan-gp",
            "  ./gan explain dcgan --batch 16 --rows 50"
        })
final class ExplainCommand implements Callable<Integer> {
    private final List<Recipe> recipes;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RecipeChoice recipe;

    @Option(
            names = {"--steps", "--rounds"},
            paramLabel = "N",
            defaultValue = "5",
            converter = Count.class,
            description = "How often the step is run; the last time is shown. ${DEFAULT-VALUE} unless said otherwise.")
    private int steps;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "20",
            converter = Count.class,
            description =
                    "How many kernels are shown; the others are summed up. ${DEFAULT-VALUE} unless said otherwise.")
    private int rows;

    ExplainCommand(List<Recipe> recipes) {
        this.recipes = recipes;
    }

    @Override
    public Integer call() {
        Recipe chosen = recipe.of(recipes);
        PrintWriter out = spec.commandLine().getOut();
        try (Gan gan = Gan.of(chosen.spec())) {
            out.printf(
                    "one step of %s, batches of %d, %s%n%n",
                    chosen.name(), gan.spec().batchSize(), gan.engine().description());
            out.println(gan.explain(steps).table(rows));
        }
        return 0;
    }
}
