package org.gan4j.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gan4j.data.tables.CsvTable;
import org.gan4j.data.tables.jdbc.WrittenRows;
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
            "  ./gan synthesize runs/tabular-001 --rows 1000 --where \"churn = 'yes'\" --out leaving.csv",
            "  ./gan synthesize runs/tabular-001 --rows 100000 --to jdbc:postgresql://host/shop --table synthetic --user me"
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

    @Mixin
    private WeightsChoice weights;

    @Mixin
    private RowTarget target;

    @Mixin
    private ChildChoice children;

    @Override
    public Integer call() {
        target.require();
        try (Gan gan = weights.load(run)) {
            SynthesizedRows made = SynthesizedRows.of(gan, run, seed, weights, where);
            try (ChildChoice.Opened related = children.open(made.sampler(), weights, target.file())) {
                String sentence = target.isDatabase() ? intoDatabase(made) : intoFile(made);
                spec.commandLine().getOut().println(sentence);
                related.write(made.seed(), rows, spec.commandLine().getOut());
            }
        }
        return 0;
    }

    private String intoFile(SynthesizedRows made) {
        CsvTable.write(target.file(), made.written().names(), rows, made.source());
        return counted(rows) + " after step " + made.step() + ": " + target.file();
    }

    private String intoDatabase(SynthesizedRows made) {
        WrittenRows written;
        try (WorkProgress progress = WorkProgress.of(spec.commandLine().getErr())) {
            written = target.database()
                    .write(
                            made.written().columns(),
                            made.origin(run),
                            rows,
                            made.source(),
                            done -> progress.working(
                                    String.format(Locale.ROOT, "%s: %,d of %,d rows", target.table(), done, rows)));
        }
        if (written.added() == 0) {
            return target.table() + " is complete: it has " + counted(written.now())
                    + " of this run already; to add more, pass a larger number by --rows";
        }
        return counted(written.added()) + " after step " + made.step() + ": " + target.table()
                + (written.before() == 0 ? "" : ", which had " + counted(written.before()) + " of an earlier command");
    }

    private static String counted(int rows) {
        return String.format(Locale.ROOT, "%,d %s", rows, rows == 1 ? "row" : "rows");
    }
}
