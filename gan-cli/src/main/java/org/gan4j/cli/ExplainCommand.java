package org.gan4j.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.gan4j.api.game.Phase;
import org.gan4j.api.plugin.Recipe;
import org.gan4j.dsl.Gan;
import org.gan4j.tensor.engine.Explanation;
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
            "of the step. The last lines are the time of all steps, by phases if there are several.",
            "Nothing is written.",
            "",
            "Examples:",
            "  ./gan explain wgan-gp",
            "  ./gan explain dcgan --batch 16 --rows 50",
            "  ./gan explain anime --data faces"
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
            int repetitions = rounds == null ? steps : rounds;
            Explanation explanation = gan.explain(repetitions);
            out.println(explanation.table(rows));
            out.println();
            total(gan, chosen.steps(), explanation, repetitions);
        }
        return 0;
    }

    /** Prints the time and the memory of all steps, phase by phase if there are several. */
    private void total(Gan gan, int planned, Explanation first, int repetitions) {
        List<Phase> phases = gan.plan().phaseSchedule().phases();
        List<Integer> lengths = gan.plan().phaseSchedule().stepsPerPhase(planned);
        double all = 0;
        for (int i = 0; i < phases.size(); i++) {
            Explanation each = i == 0 ? first : gan.explain(phases.get(i).name(), repetitions);
            double seconds = each.total().nanoseconds().orElse(0) / 1e9 * lengths.get(i);
            all += seconds;
            if (phases.size() > 1) {
                line(phases.get(i).name() + ": ", seconds, lengths.get(i), each);
            }
        }
        if (phases.size() > 1) {
            spec.commandLine()
                    .getOut()
                    .printf(Locale.ROOT, "all phases: about %s for %,d steps%n", Expectation.time(all), planned);
        } else {
            line("", all, planned, first);
        }
        List<String> rare = gan.spec().components().regularizers().stream()
                .filter(each -> each.period() > 1)
                .map(each -> each.termName() + " (every " + each.period() + " steps)")
                .toList();
        if (!rare.isEmpty()) {
            spec.commandLine()
                    .getOut()
                    .println("Less in fact: the step that is shown has the terms that most steps lack, "
                            + String.join(", ", rare) + ".");
        }
    }

    private void line(String phase, double seconds, int steps, Explanation explanation) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%sabout %s for %,d steps, without the reading of data and evaluations; %s for values and"
                                + " variables%n",
                        phase,
                        Expectation.time(seconds),
                        steps,
                        Expectation.size(explanation.arenaBytes() + explanation.variableBytes()));
    }
}
