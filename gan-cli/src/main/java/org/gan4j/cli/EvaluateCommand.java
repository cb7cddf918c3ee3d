package org.gan4j.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.metrics.Evaluation;
import org.gan4j.training.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan evaluate}: how good the samples of a run are. */
@Command(
        name = "evaluate",
        description = "Compares a trained GAN's samples with its data: precision, recall, density, coverage and kernel"
                + " distance, in the features of MobileNetV2. Adds a line to evaluations.jsonl in the run's folder.",
        footer = {
            "",
            "Examples:",
            "  ./gan evaluate runs/dcgan-001",
            "  ./gan evaluate runs/dcgan-001 --count 5000 --ema"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The folder of a run, as gan train wrote it.")
    private Path folder;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "2000",
            converter = Count.class,
            description = "How many samples, and how many of the data; ${DEFAULT-VALUE} unless said otherwise.")
    private int count;

    @Mixin
    private LatentChoice latents;

    @Override
    public Integer call() {
        SampleRequest asked = latents.of(SampleRequest.of(count));
        RunDirectory run = RunDirectory.open(folder);
        try (Gan gan = Gan.load(folder)) {
            Evaluation evaluation = gan.evaluate(asked);
            PrintWriter out = spec.commandLine().getOut();
            out.print(evaluation);
            out.printf(Locale.ROOT, "%nadded to %s%n", run.evaluations());
            append(run.evaluations(), gan.steps(), evaluation);
        }
        return 0;
    }

    private static void append(Path file, int step, Evaluation evaluation) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("step", step);
        line.putAll(evaluation.toMap());
        try {
            String json = new ObjectMapper(new JsonFactory()).writeValueAsString(line);
            Files.writeString(file, json + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file + ": " + failed, failed);
        }
    }
}
