package org.gan4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.gan4j.apps.tabular.ChildSampler;
import org.gan4j.apps.tabular.TableSampler;
import org.gan4j.data.tables.CsvTable;
import org.gan4j.data.tables.TableFile;
import org.gan4j.dsl.Gan;
import picocli.CommandLine.Option;

/** The option that names the child tables of a table, which are made together with it. */
final class ChildChoice {
    @Option(
            names = "--child",
            paramLabel = "RUN=FILE",
            description =
                    "Also make the rows of a child table by this run, for the rows of this one, and write them to this"
                            + " CSV file. May be given several times.")
    private Map<Path, Path> children = new LinkedHashMap<>();

    /** Makes and writes the rows of all child tables. */
    void write(TableSampler parents, long seed, int count, PrintWriter out) {
        children.forEach((run, file) -> {
            try (Gan gan = Gan.load(run)) {
                ChildSampler child = ChildSampler.of(parents, sampler(gan, run), name(gan, run));
                int[] rows = {0};
                CsvTable.write(
                        file,
                        child.columns(),
                        parts -> child.forEach(seed, count, part -> {
                            rows[0] += part.size();
                            parts.accept(part);
                        }));
                out.printf(Locale.ROOT, "%,d %s: %s%n", rows[0], rows[0] == 1 ? "row" : "rows", file);
            }
        });
    }

    /**
     * Returns what makes the rows of a table.
     *
     * @throws IllegalArgumentException if the GAN of the run makes none
     */
    static TableSampler sampler(Gan gan, Path run) {
        if (!gan.can(TableSampler.class)) {
            throw new IllegalArgumentException("the GAN of " + run + " makes no tables: its application is "
                    + gan.spec().application().name() + "; train one with ./gan train tabular");
        }
        return gan.as(TableSampler.class);
    }

    private static String name(Gan gan, Path run) {
        if (gan.spec().data() instanceof TableFile table && !table.path().isEmpty()) {
            return table.table();
        }
        throw new IllegalArgumentException(
                "the GAN of " + run + " was not trained on the CSV file of a child table: train it"
                        + " with ./gan train tabular --data orders.csv and the setting data.parent");
    }
}
