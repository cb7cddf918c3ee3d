package org.gan4j.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.gan4j.cli.tables.BalanceText;
import org.gan4j.data.numbers.Header;
import org.gan4j.data.tables.CsvRows;
import org.gan4j.tables.augmentation.BalanceReport;
import org.gan4j.tables.augmentation.BalanceStudy;
import picocli.CommandLine.Option;

/** The options that compare a GAN's rows with other ways of balancing classes. */
final class BalanceComparison {
    private static final int SEEDS = 5;

    @Option(
            names = "--compare",
            description =
                    "Compare the GAN's rows with real rows alone, with rare rows repeated and with SMOTE's: judges learn the"
                            + " column from each, and predict it for held-out rows.")
    private boolean wished;

    @Option(
            names = "--held-out",
            paramLabel = "FILE",
            description = "With --compare: a CSV file of real rows that the GAN was not trained on.")
    private Path heldOut;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            converter = Count.class,
            description =
                    "With --compare: the number of seeds of judges and of added rows, from --seed or 1 on. Defaults to 5.")
    private Integer seeds;

    /**
     * Requires that the options fit each other.
     *
     * @throws IllegalArgumentException if there are no held-out rows to compare with, or an option has no effect
     */
    void require() {
        if (!wished && (heldOut != null || seeds != null)) {
            throw new IllegalArgumentException(
                    (heldOut != null ? "--held-out" : "--seeds") + " applies to a comparison: add --compare");
        }
        if (wished && heldOut == null) {
            throw new IllegalArgumentException(
                    "a comparison needs real rows that the GAN was not trained on: pass" + " their file by --held-out");
        }
    }

    /** Returns whether a comparison is asked for. */
    boolean isWished() {
        return wished;
    }

    /**
     * Returns the held-out rows, if a comparison is asked for.
     *
     * @throws IllegalArgumentException if there is no such file, or it is no CSV file
     */
    Optional<CsvRows> heldOut(char separator) {
        if (!wished) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(heldOut)) {
            throw new IllegalArgumentException("there is no CSV file " + heldOut + "; check the path");
        }
        return Optional.of(CsvRows.read(heldOut, separator, Header.AUTO));
    }

    /** Compares, and prints the report. */
    void print(AugmentedTable table, CsvRows test, OptionalLong seed, int step, PrintWriter out, PrintWriter err) {
        List<Long> all = BalanceStudy.seeds(seed.orElse(1), seeds == null ? SEEDS : seeds);
        BalanceStudy study = new BalanceStudy(
                table.real(),
                test,
                table.sampler().table().schema().column(table.names().column()),
                table.balance().share(),
                all);
        BalanceReport report;
        try (WorkProgress progress = WorkProgress.of(err)) {
            progress.working("rows are made, and judges learn from them");
            report = study.run(
                    table.real().columns(), (name, count, own) -> table.rows(name, table.count(), count, own));
        }
        out.print(new BalanceText(report, step).text());
    }
}
