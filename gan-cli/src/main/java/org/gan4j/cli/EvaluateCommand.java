package org.gan4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gan4j.api.data.DataSource;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.run.EvaluationLog;
import org.gan4j.metrics.Evaluation;
import org.gan4j.training.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan evaluate}: measures the quality of a run's samples. */
@Command(
        name = "evaluate",
        description = "Compares samples of a trained GAN with its data, or with other data: precision, recall, density,"
                + " coverage and kernel distance, on features of MobileNetV2. Appends a line to evaluations.jsonl in the"
                + " run's folder.",
        footer = {
            "",
            "Examples:",
            "  ./gan evaluate runs/dcgan-001",
            "  ./gan evaluate runs/dcgan-001 --count 5000 --latest",
            "  ./gan evaluate runs/dcgan-001 --data held-out --size 28 --gray"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path folder;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "2000",
            converter = Count.class,
            description = "The number of generated samples, and of samples of the data. Defaults to ${DEFAULT-VALUE}.")
    private int count;

    @Mixin
    private DataChoice data;

    @Mixin
    private LatentChoice latents;

    @Override
    public Integer call() {
        SampleRequest request = latents.of(SampleRequest.of(count));
        Optional<DataSource> heldOut = data.chosen();
        RunDirectory run = RunDirectory.open(folder);
        try (Gan gan = latents.load(folder)) {
            Evaluation evaluation =
                    heldOut.map(source -> gan.evaluate(request, source)).orElseGet(() -> gan.evaluate(request));
            PrintWriter out = spec.commandLine().getOut();
            out.print(evaluation);
            out.printf(Locale.ROOT, "%nappended to %s%n", run.evaluations());
            new EvaluationLog(run.evaluations()).append(gan.steps(), evaluation);
        }
        return 0;
    }
}
