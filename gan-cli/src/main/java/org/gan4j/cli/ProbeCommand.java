package org.gan4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gan4j.cli.tables.MarkdownTable;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.probe.ProbeReport;
import org.gan4j.dsl.probe.ProbeRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan probe}: shows how plainly a run's features show the classes of the data. */
@Command(
        name = "probe",
        description =
                "Trains a linear classifier on what the networks of a run compute of images, without changing them, and tests"
                        + " it on other images. The same is done with the pixels, and with the networks before training. The"
                        + " data need labels.",
        footer = {
            "",
            "Examples:",
            "  ./gan probe runs/bigan-001",
            "  ./gan probe runs/dcgan-001 --count 1000 --held-out fashion/train-images-idx3-ubyte.gz"
        })
final class ProbeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path run;

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Count.class,
            defaultValue = "5000",
            description = "The number of images whose labels are learned. Defaults to ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--test",
            paramLabel = "N",
            converter = Count.class,
            defaultValue = "2000",
            description = "The number of other images that are tested. Defaults to ${DEFAULT-VALUE}.")
    private int tested;

    @Mixin
    private HeldOutChoice heldOut;

    @Mixin
    private CheckpointChoice checkpoint;

    @Override
    public Integer call() {
        try (Gan gan = checkpoint.load(run);
                WorkProgress progress = WorkProgress.of(spec.commandLine().getErr())) {
            progress.working("linear classifiers learn from features");
            ProbeRequest plain = ProbeRequest.standard().counts(count, tested);
            ProbeRequest request =
                    heldOut.chosen(gan, gan.schema()).map(plain::heldOut).orElse(plain);
            ProbeReport report = gan.probe(request);
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "after step %d: %d classes, learned from %d labels, tested on %d %s%n%n%s",
                            gan.steps(),
                            report.classes(),
                            report.learned(),
                            report.rows().get(0).accuracy().all(),
                            request.heldOut().isPresent() ? "held-out images" : "other images of the data",
                            MarkdownTable.of(table(report)));
        }
        return 0;
    }

    private static List<List<String>> table(ProbeReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("features", "numbers", "accuracy"));
        report.rows()
                .forEach(row -> rows.add(List.of(
                        row.features(),
                        Integer.toString(row.width()),
                        row.accuracy().toString())));
        return rows;
    }
}
