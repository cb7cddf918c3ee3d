package org.gan4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.gan4j.api.data.Field;
import org.gan4j.api.plugin.Recipe;
import org.gan4j.dsl.Gan;
import org.gan4j.export.weights.ImportedWeights;
import org.gan4j.export.weights.WeightImport;
import org.gan4j.training.OutputDirectory;
import org.gan4j.training.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan import}: makes a run of the weights that a generator has in PyTorch. */
@Command(
        name = "import",
        description =
                "Makes a run of the weights that a generator has in PyTorch. Other commands use it as a run of gan"
                        + " train, and gan train --from begins with it; it has no critic, so it cannot be resumed.",
        footer = {
            "",
            "Examples:",
            "  ./gan import generator.safetensors dcgan --out runs/imported",
            "  ./gan import generator.safetensors dcgan --data photos --size 64 --set generator.width=64",
            "  ./gan train dcgan --from runs/imported"
        })
final class ImportCommand implements Callable<Integer> {
    private static final Path RUNS = Path.of("runs");

    private final Supplier<List<Recipe>> recipes;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "A state dict in a safetensors file, see docs/pytorch.md.")
    private Path file;

    @Mixin
    private RecipeChoice recipe;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "The folder of the run, new or empty. Defaults to runs/RECIPE-imported-001, or the next free number.")
    private Path out;

    ImportCommand(Supplier<List<Recipe>> recipes) {
        this.recipes = recipes;
    }

    @Override
    public Integer call() {
        ChosenRecipe chosen = recipe.of(recipes.get());
        OutputDirectory folder = out == null
                ? OutputDirectory.numbered(RUNS, chosen.name() + "-imported")
                : new OutputDirectory(RunDirectory.unused(out).root(), false);
        try {
            ImportedWeights weights = WeightImport.of(file).into(chosen.spec(), folder.path());
            PrintWriter stdout = spec.commandLine().getOut();
            stdout.printf(
                    Locale.ROOT,
                    "imported   %s, %,d values, by the names of %s%n",
                    weights.network(),
                    weights.count(),
                    weights.names());
            stdout.printf("run        %s%n", folder.path());
            try (Gan gan = Gan.load(folder.path())) {
                boolean images = gan.schema().has(Field.IMAGE)
                        && gan.schema().image().shape().rank() == 3;
                stdout.printf("next       %s%n", NextCommand.of(gan, TrainReport.quoted(folder.path()), images));
            }
            return 0;
        } finally {
            folder.deleteIfUnused();
        }
    }
}
