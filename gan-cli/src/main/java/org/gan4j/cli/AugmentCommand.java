package org.gan4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.gan4j.data.numbers.Header;
import org.gan4j.data.tables.CsvRows;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.training.OutputDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan augment}: adds synthetic samples of rare classes to real ones. */
@Command(
        name = "augment",
        description =
                "Adds synthetic samples of rare classes to real ones: rows of a table, by a GAN whose application is"
                        + " tabular, or images, by one that generates images of a class. Each class that has less than the share"
                        + " of the largest class gets as many as it lacks; real samples come first, unchanged.",
        footer = {
            "",
            "Synthetic samples are made from what the GAN learned of real ones: never test on them, and train the GAN"
                    + " without the samples of the test.",
            "",
            "Examples:",
            "  ./gan augment runs/tabular-001 train.csv --column churn --out balanced.csv",
            "  ./gan augment runs/tabular-001 train.csv --column churn --share 0.5 --mark synthetic --out half.csv",
            "  ./gan augment runs/tabular-001 train.csv --column churn --held-out test.csv --compare",
            "  ./gan augment runs/conditional-001 photos --share 0.1 --out more-photos"
        })
final class AugmentCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path run;

    @Parameters(
            index = "1",
            paramLabel = "DATA",
            description = "The CSV file of real rows, with the columns of the run; or a folder of real images, with a"
                    + " sub-folder for each class, which has the name of a class of the run.")
    private Path data;

    @Option(names = "--column", paramLabel = "COLUMN", description = "The column of classes, for tables.")
    private String column;

    @Option(
            names = "--share",
            paramLabel = "SHARE",
            defaultValue = "1",
            description =
                    "The size that rare classes get, as a share of the largest class: above 0, and at most 1, which"
                            + " makes all as large as the largest. Defaults to ${DEFAULT-VALUE}.")
    private Double share;

    @Option(
            names = "--out",
            paramLabel = "OUT",
            description =
                    "The CSV file to write or replace, separated by commas; or a new or empty folder, for images.")
    private Path out;

    @Option(
            names = "--mark",
            paramLabel = "COLUMN",
            description = "Add a column of this name to the table: yes in synthetic rows, no in real ones.")
    private String mark;

    @Option(
            names = "--separator",
            paramLabel = "CHAR",
            defaultValue = ",",
            description = "The character between cells in the files that are read. Defaults to a comma.")
    private char separator;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of the samples. Defaults to the seed of the run.")
    private Long seed;

    @Mixin
    private WeightsChoice weights;

    @Mixin
    private WatermarkChoice watermark;

    @Mixin
    private BalanceComparison comparison;

    @Override
    public Integer call() {
        boolean images = Files.isDirectory(data);
        if (!images && !Files.isRegularFile(data)) {
            throw new IllegalArgumentException("there is no CSV file or folder " + data + "; check the path");
        }
        comparison.require();
        if (out == null && (images || !comparison.isWished())) {
            throw new IllegalArgumentException("the samples need a target: pass it by --out, such as --out "
                    + (images ? "balanced" : "balanced.csv"));
        }
        if (images) {
            requireNoTable();
            augmentImages();
        } else {
            watermark.requireImages(false, data + " is a table");
            augmentTable();
        }
        return 0;
    }

    private void requireNoTable() {
        if (column != null || mark != null || comparison.isWished()) {
            throw new IllegalArgumentException((column != null ? "--column" : mark != null ? "--mark" : "--compare")
                    + " applies to tables, and " + data + " is a folder of images; leave it out");
        }
    }

    private void augmentImages() {
        AugmentedFolder folder = AugmentedFolder.of(data, out, share);
        try (Gan gan = weights.load(run)) {
            SampleRequest any = weights.latest() ? SampleRequest.of(1).latest() : SampleRequest.of(1);
            watermark.applyTo(gan);
            folder.write(gan, any.seed(seed(gan)), warning -> err().println("gan: " + warning));
            watermark.warn(warning -> err().println("gan: " + warning));
            out().println(folder.balance());
            out().printf("%s after step %d: %s%n", folder.sum(), gan.steps(), out);
        }
    }

    private void augmentTable() {
        if (column == null) {
            throw new IllegalArgumentException(
                    "the column of classes is not known: name it by --column, such as --column churn");
        }
        Optional.ofNullable(out).ifPresent(this::requireFile);
        CsvRows rows = CsvRows.read(data, separator, Header.AUTO);
        Optional<CsvRows> heldOut = comparison.heldOut(separator);
        try (Gan gan = weights.load(run)) {
            AugmentedTable table = AugmentedTable.of(
                    rows, weights.tables(gan, run), new AugmentedTable.Names(data, run, column), share);
            if (out != null) {
                table.write(out, Optional.ofNullable(mark), seed(gan));
                out().println(table.balance());
                out().printf("%s after step %d: %s%n", table.sum(), gan.steps(), out);
            }
            heldOut.ifPresent(test -> comparison.print(
                    table,
                    test,
                    seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                    gan.steps(),
                    out(),
                    err()));
        }
    }

    private void requireFile(Path file) {
        OutputDirectory.requireFile(file, "balanced.csv");
        try {
            if (Files.exists(file) && Files.isSameFile(file, data)) {
                throw new IllegalArgumentException(
                        file + " is the file of real rows, which would be replaced; name another one by --out");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read: " + unreadable, unreadable);
        }
    }

    private long seed(Gan gan) {
        return seed == null ? gan.spec().seed() : seed;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
