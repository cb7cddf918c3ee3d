package org.gan4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gan4j.cli.tables.AssessmentText;
import org.gan4j.data.numbers.Header;
import org.gan4j.data.tables.CsvRows;
import org.gan4j.data.tables.TableRows;
import org.gan4j.tables.assessment.AssessmentJson;
import org.gan4j.tables.assessment.AssessmentPage;
import org.gan4j.tables.assessment.TableAssessment;
import org.gan4j.tables.assessment.TableReport;
import org.gan4j.tensor.io.AtomicFile;
import org.gan4j.training.OutputDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan assess}: compares a synthetic table with the real one. */
@Command(
        name = "assess",
        description =
                "Compares a synthetic table with the real one that its generator was trained on: the shapes of columns,"
                        + " the trends of pairs, how well a judge tells synthetic from real rows and learns from them, and"
                        + " signs that they repeat rows of training. It can show a leak, and never that there is none.",
        footer = {
            "",
            "Examples:",
            "  ./gan assess new.csv --real train.csv",
            "  ./gan assess new.csv --real train.csv --held-out test.csv --target income --out report.html"
        })
final class AssessCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SYNTHETIC", description = "The CSV file of synthetic rows.")
    private Path synthetic;

    @Option(
            names = "--real",
            paramLabel = "FILE",
            required = true,
            description = "The CSV file of real rows that the generator was trained on.")
    private Path real;

    @Option(
            names = "--held-out",
            paramLabel = "FILE",
            description = "A CSV file of real rows that it was not trained on. Usefulness and privacy need them.")
    private Path heldOut;

    @Option(
            names = "--target",
            paramLabel = "COLUMN",
            description =
                    "A column of categories, which a judge learns from synthetic rows and predicts for held-out ones.")
    private String target;

    @Option(
            names = "--separator",
            paramLabel = "CHAR",
            defaultValue = ",",
            description = "The character between cells in all files. Defaults to a comma.")
    private char separator;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed of drawn rows and of judges. Defaults to ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", description = "The HTML page to write or replace.")
    private Path out;

    @Option(names = "--json", paramLabel = "FILE", description = "The JSON file of all numbers to write or replace.")
    private Path json;

    @Override
    public Integer call() {
        Optional.ofNullable(out).ifPresent(file -> OutputDirectory.requireFile(file, "report.html"));
        Optional.ofNullable(json).ifPresent(file -> OutputDirectory.requireFile(file, "report.json"));
        TableReport report = new TableAssessment(
                        rows(real),
                        Optional.ofNullable(heldOut).map(this::rows),
                        rows(synthetic),
                        Optional.ofNullable(target),
                        seed)
                .run();
        spec.commandLine().getOut().print(new AssessmentText(report).text());
        if (out != null) {
            AtomicFile.write(out, new AssessmentPage(report).html());
            spec.commandLine().getOut().printf("%npage: %s%n", out);
        }
        if (json != null) {
            AtomicFile.write(json, new AssessmentJson(report).text());
            spec.commandLine().getOut().printf("%nall numbers: %s%n", json);
        }
        return 0;
    }

    private TableRows rows(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no CSV file " + file + "; check the path");
        }
        return CsvRows.read(file, separator, Header.AUTO);
    }
}
