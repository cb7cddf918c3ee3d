package org.gan4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.cli.privacy.PrivacyReport;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.ComparedRows;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.training.OutputDirectory;
import org.gan4j.training.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan privacy}: measures how much a run's samples say about the rows that it was trained on. */
@Command(
        name = "privacy",
        description =
                "Measures how much the samples of a trained GAN say about the data that it was trained on, against"
                        + " data that were held out: copies and near-duplicates, the test of data copying, authenticity, and"
                        + " attacks on membership. The most suspicious samples are written as an image, next to their nearest"
                        + " training rows, with all numbers, to evaluations/privacy-NNN in the run's folder.",
        footer = {
            "",
            "Examples:",
            "  ./gan privacy runs/emoji-001 --held-out \"{name: emoji, split: TEST}\"",
            "  ./gan privacy runs/photos-001 --held-out held-out-photos --count 2000",
            "  ./gan train --set \"data={name: part, data: fashion-mnist}\"",
            "  ./gan privacy runs/dcgan-001"
        })
final class PrivacyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path folder;

    @Mixin
    private HeldOutChoice heldOutData;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1000",
            converter = Count.class,
            description =
                    "The number of generated samples. Held-out rows are as many, or 1,000 if that is more. Defaults to"
                            + " ${DEFAULT-VALUE}.")
    private int count;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "10000",
            converter = Count.class,
            description = "The number of training rows that are searched for copies, at most. Defaults to"
                    + " ${DEFAULT-VALUE}.")
    private int searched;

    @Option(
            names = "--extractor",
            paramLabel = "NAME",
            description = "Compare by the features of this extractor, see gan list extractors, perhaps with settings."
                    + " Defaults to mobilenet-v2 for images, and to the values themselves for other samples.")
    private String extractor;

    @Mixin
    private LatentChoice latents;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "A new or empty folder for image and numbers. Defaults to evaluations/privacy-NNN in the run's"
                            + " folder.")
    private Path out;

    @Override
    public Integer call() {
        RunDirectory run = RunDirectory.open(folder);
        if (out != null) {
            OutputDirectory.at(out);
        }
        try (Gan gan = latents.load(folder)) {
            ComparedRun compared = ComparedRun.of(gan);
            DataSource source = heldOutData
                    .chosen(gan, compared.training().schema())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "there are no data to compare the data of training with: name data of the same kind that"
                                    + " this GAN was not trained on with --held-out, or train a run on a part of its"
                                    + " data, such as --set \"data={name: part, data: fashion-mnist}\""));
            try (Dataset opened = source.open();
                    ComparedRows rows = compared.rows(extractor)) {
                PrivacyStudy study = new PrivacyStudy(
                        compared,
                        rows,
                        source,
                        opened,
                        compared.decided(latents.of(SampleRequest.of(count))),
                        searched);
                PrivacyReport report = study.report();
                OutputDirectory to = out == null
                        ? OutputDirectory.numbered(run.root().resolve("evaluations"), "privacy")
                        : OutputDirectory.at(out);
                report.writeJson(to.path().resolve("privacy.json"));
                boolean images = study.writeSuspects(report, to.path().resolve("suspects.png"));
                PrintWriter print = spec.commandLine().getOut();
                print.print(report.text());
                print.printf("%nwritten to %s: all numbers and rows (privacy.json)%n", to.path());
                if (images) {
                    print.println(
                            "  suspects.png: the most suspicious samples, each with its three nearest training rows"
                                    + " and its nearest held-out row");
                }
            }
        }
        return 0;
    }
}
