package org.gan4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
                    "Also make the rows of a child table by the last checkpoint of this run, for the rows of this one,"
                            + " and write them to this CSV file. May be given several times.")
    private Map<Path, Path> children = new LinkedHashMap<>();

    /**
     * The child tables of a table.
     *
     * @param gans the open GANs
     */
    record Opened(List<Gan> gans, Map<Path, ChildSampler> byFile) implements AutoCloseable {
        /** Makes and writes the rows of all child tables. */
        void write(long seed, int count, PrintWriter out) {
            byFile.forEach((file, child) -> {
                int[] rows = {0};
                CsvTable.write(
                        file,
                        child.columns(),
                        parts -> child.forEach(seed, count, part -> {
                            rows[0] += part.size();
                            parts.accept(part);
                        }));
                out.printf(Locale.ROOT, "%,d %s: %s%n", rows[0], rows[0] == 1 ? "row" : "rows", file);
            });
        }

        @Override
        public void close() {
            gans.forEach(Gan::close);
        }
    }

    /**
     * Opens the GANs of all child tables.
     *
     * @param weights the weights of rows
     * @param file the parents' file; null if they are written elsewhere
     * @throws IllegalArgumentException if one makes no tables or is not related to the parents, or two files are the same
     */
    Opened open(TableSampler parents, WeightsChoice weights, Path file) {
        Set<Path> files = new HashSet<>();
        if (file != null) {
            files.add(file.toAbsolutePath().normalize());
        }
        Opened opened = new Opened(new ArrayList<>(), new LinkedHashMap<>());
        try {
            children.forEach((run, to) -> {
                if (!files.add(to.toAbsolutePath().normalize())) {
                    throw new IllegalArgumentException(
                            to + " is given for two tables: name another file for one of them");
                }
                Gan gan = Gan.load(run);
                opened.gans().add(gan);
                opened.byFile().put(to, ChildSampler.of(parents, weights.tables(gan, run), name(gan, run)));
            });
        } catch (RuntimeException unrelated) {
            opened.close();
            throw unrelated;
        }
        return opened;
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
