package org.gan4j.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gan4j.api.inference.Weights;
import org.gan4j.apps.tabular.TableSampler;
import org.gan4j.data.tables.CsvTable;
import org.gan4j.dsl.Gan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan synthesize}: makes rows of a table with a trained GAN. */
@Command(
        name = "synthesize",
        description = "Makes rows of a table with a trained GAN whose application is tabular.",
        footer = {
            "",
            "Rows are made from what the GAN learned of real ones, and may be like some of them: they are not anonymous.",
            "",
            "Examples:",
            "  ./gan synthesize runs/tabular-001 --rows 10000 --out customers.csv",
            "  ./gan synthesize runs/tabular-001 --rows 1000 --where \"churn = 'yes'\" --out leaving.csv"
        })
final class SynthesizeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path run;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1000",
            converter = Count.class,
            description = "The number of rows. Defaults to ${DEFAULT-VALUE}.")
    private int rows;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of the rows. Defaults to the seed of the run.")
    private Long seed;

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description = "Make only rows for which this condition holds, written as in SQL: \"income = '>50K' and age"
                    + " between 30 and 40\".")
    private String where;

    @Option(names = "--latest", description = "Use the latest weights, in place of their moving average.")
    private boolean latest;

    @Option(
            names = "--step",
            paramLabel = "N",
            converter = NotNegative.class,
            description = "Use the checkpoint after this step. Defaults to the latest.")
    private Integer step;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The CSV file to write or replace.")
    private Path out;

    @Mixin
    private ChildChoice children;

    @Override
    public Integer call() {
        try (Gan gan = step == null ? Gan.load(run) : Gan.load(run, step)) {
            TableSampler usual = ChildChoice.sampler(gan, run);
            TableSampler weighted = latest ? usual.weights(Weights.LATEST) : usual;
            TableSampler sampler = where == null ? weighted : weighted.where(where);
            long chosen = seed == null ? gan.spec().seed() : seed;
            WrittenColumns written = WrittenColumns.of(sampler);
            CsvTable.write(out, written.names(), rows, (from, count) -> written.of(sampler.rows(chosen, from, count)));
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%,d %s after step %d: %s%n",
                            rows,
                            rows == 1 ? "row" : "rows",
                            gan.steps(),
                            out);
            children.write(sampler, chosen, rows, spec.commandLine().getOut());
        }
        return 0;
    }
}
